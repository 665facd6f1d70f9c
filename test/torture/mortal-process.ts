import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import type { StageConfig } from '../../practice/stage.ts';
import type { ClockShape } from './fast-clock.ts';

/** The app as a process that can be killed and started again, as often as one likes. */
export interface MortalProcess {
  /** @throws Error when it does not come up by itself. */
  start(): Promise<void>;
  /** SIGKILL; with `after`, SIGTERM first and so many milliseconds to stop in order. */
  kill(after?: number): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  /** Where its pages are. */
  readonly folder: string;
  /** What it logged as an error, over all its lives. */
  readonly troubles: readonly string[];
}

interface MortalOptions {
  /** The compiled app-process. */
  readonly file: string;
  readonly clock: ClockShape;
  readonly config: StageConfig;
  readonly deskFile: string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export function createMortalProcess({ file, clock, config, deskFile }: MortalOptions): MortalProcess {
  const troubles: string[] = [];
  let life: { child: ChildProcess; ended: Promise<number | null>; isWanted: boolean } | null = null;

  function born() {
    const child = fork(file, [], {
      cwd: dirname(deskFile),
      execArgv: [],
      env: { PATH: process.env.PATH, ...environmentOf(config), TORTURE_CLOCK: JSON.stringify(clock) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (data: Buffer) => troubles.push(data.toString('utf8').trim()));
    const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
    return { child, ended, isWanted: true };
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
    async start() {
      const born_ = born();
      life = born_;
      const listening = once(born_.child, 'message');
      const early = born_.ended.then((code) => {
        if (!born_.isWanted) return;
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
    stop: () => end((child) => void child.kill('SIGTERM')),
  };
}

/** As a real one is told, by its environment. */
function environmentOf({ slack, x, storeUrl }: StageConfig): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.connection.appToken,
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
    LOG_LEVEL: 'error',
  };
}
