import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { StageConfig } from '../../practice/stage.ts';
import type { ClockShape } from './fast-clock.ts';
import type { Halt } from './halting-disk.ts';

/** The app as a process that can be killed and started again, as often as one likes. */
export interface MortalProcess {
  /** @throws Error when it does not come up by itself. */
  start(): Promise<void>;
  /** SIGKILL; with `after`, SIGTERM first and so many milliseconds to stop in order. */
  kill(after?: number): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  /** Lets the next write of its present life come as far as that, and no further; resolves when it is there. */
  haltAt(where: Halt): Promise<void>;
  /** Where its pages are. */
  readonly folder: string;
  /** The messages of its log that tell of an error, over all its lives. */
  readonly troubles: readonly string[];
  /** Deaths that nobody wanted. */
  readonly sudden: readonly string[];
  /** All lines of its log. */
  readonly log: readonly string[];
  readonly lives: readonly Life[];
  /** How many presses it acknowledged before their work was done, because the machine is busy. */
  hasty(): number;
}

/** From a start to a death, by the clock that the app and the servers share. */
export interface Life {
  readonly startedAt: Date;
  readonly listeningAt: Date | null;
  readonly endedAt: Date | null;
}

interface MortalOptions {
  /** The compiled app-process. */
  readonly file: string;
  readonly clock: ClockShape;
  readonly now: () => Date;
  readonly config: StageConfig;
  readonly deskFile: string;
}

const ERROR = 50;
const logged = z.object({
  level: z.number(),
  msg: z.string().default(''),
  err: z.object({ type: z.string(), message: z.string().optional() }).optional(),
});

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export function createMortalProcess({ file, clock, now, config, deskFile }: MortalOptions): MortalProcess {
  const troubles: string[] = [];
  const sudden: string[] = [];
  const log: string[] = [];
  const lives: { startedAt: Date; listeningAt: Date | null; endedAt: Date | null }[] = [];
  let hasty = 0;
  let life: { child: ChildProcess; ended: Promise<number | null>; isWanted: boolean } | null = null;

  function hear(line: string): void {
    log.push(line);
    const { level, msg, err } = logged.parse(line.startsWith('{') ? JSON.parse(line) : { level: ERROR, msg: line });
    if (msg.includes('acknowledged before')) hasty += 1;
    if (level >= ERROR) troubles.push(err === undefined ? msg : `${msg}: ${err.message ?? err.type}`);
  }

  function born() {
    const child = fork(file, [], {
      cwd: dirname(deskFile),
      execArgv: [],
      env: { PATH: process.env.PATH, ...environmentOf(config), TORTURE_CLOCK: JSON.stringify(clock) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', hear);
    const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
    const one = { child, ended, isWanted: true };
    const times: (typeof lives)[number] = { startedAt: now(), listeningAt: null, endedAt: null };
    lives.push(times);
    void said(child, 'listening').then(() => {
      times.listeningAt = now();
    });
    void ended.then(() => {
      times.endedAt = now();
    });
    void ended.then((code) => {
      if (one.isWanted) sudden.push(`the app ended by itself with ${code}: ${troubles.slice(-3).join(' / ')}`);
    });
    return one;
  }

  async function end(run: (child: ChildProcess) => void | Promise<void>): Promise<number | null> {
    const dying = life;
    if (dying === null) return null;
    dying.isWanted = false;
    await run(dying.child);
    const code = await dying.ended;
    life = null;
    return code;
  }

  return {
    folder: config.storeUrl.replace(/^file:/, ''),
    troubles,
    sudden,
    log,
    lives,
    hasty: () => hasty,
    async start() {
      const next = born();
      life = next;
      const listening = said(next.child, 'listening');
      const early = next.ended.then((code) => {
        if (!next.isWanted) return;
        throw new Error(`the app ended with ${code} and did not listen:\n${troubles.slice(-5).join('\n')}`);
      });
      await Promise.race([listening, early]);
    },
    async kill(after) {
      await end(async (child) => {
        if (after !== undefined) {
          child.kill('SIGTERM');
          await new Promise((resolve) => setTimeout(resolve, after));
        }
        child.kill('SIGKILL');
      });
    },
    async haltAt(where) {
      const dying = life?.child;
      if (dying?.connected !== true) return;
      const halted = said(dying, 'halted');
      // One that has just died hears nothing any more.
      dying.send(where, () => {});
      await halted;
    },
    stop: () => end((child) => void child.kill('SIGTERM')),
  };
}

/** Resolves when the app says so; a dead one never does. */
function said(child: ChildProcess, word: 'listening' | 'halted'): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === word) resolve();
    });
  });
}

/** As a real one is told, by its environment. */
export function environmentOf({ slack, x, storeUrl }: StageConfig): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    ...(slack.connection.mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.connection.appToken }
      : { SLACK_SIGNING_SECRET: slack.connection.signingSecret, PORT: String(slack.connection.port) }),
    SLACK_CHANNEL: slack.channel,
    SLACK_API_URL: slack.apiUrl,
    X_API_KEY: x.apiKey,
    X_API_SECRET: x.apiSecret,
    X_ACCESS_TOKEN: x.accessToken,
    X_ACCESS_SECRET: x.accessSecret,
    X_API_URL: x.apiUrl,
    X_POLL_SECONDS: String(x.pollMs / SECOND_MS),
    X_OWN_SECONDS: String(x.ownMs / SECOND_MS),
    X_RECHECK_MINUTES: String(x.recheckMs / MINUTE_MS),
    STORE_URL: storeUrl,
    LOG_LEVEL: 'warn',
  };
}
