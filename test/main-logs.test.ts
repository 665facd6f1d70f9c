import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { StageConfig } from '../practice/stage.ts';
import { leaksIn, playWithCanaries, secretsOf } from './journeys/canaries.ts';
import { type OpenedStage, openStage } from './journeys/support.ts';
import { environmentOf } from './torture/mortal-process.ts';

/** The built app, as `npm start` runs it; `npm test` builds before it tests. */
const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const PATIENCE_MS = 30_000;

/** Waits in real time: this app has the machine's own clock. */
async function until<T>(look: () => T | undefined | null | false, what: string): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(50)) {
    const found = look();
    if (found) return found;
  }
  throw new Error(`not seen in time: ${what}`);
}

/** Starts the built app with all that it writes kept: stdout and stderr, whoever writes there. */
function processes() {
  let output = '';
  const hear = (data: Buffer) => {
    output += data.toString('utf8');
  };
  return {
    output: () => output,
    createApp: (config: StageConfig, { deskFile }: { readonly deskFile: string }) => {
      let child: ChildProcess | null = null;
      let ended: Promise<unknown> = Promise.resolve();
      return {
        async start() {
          const env = { PATH: process.env.PATH, ...environmentOf(config), LOG_LEVEL: 'trace' };
          const born = spawn(process.execPath, [MAIN], { cwd: dirname(deskFile), env });
          child = born;
          born.stdout.on('data', hear);
          born.stderr.on('data', hear);
          ended = new Promise((resolve) => born.once('exit', resolve));
          await until(() => output.includes('earshot: listening'), 'the start');
        },
        async stop() {
          child?.kill('SIGTERM');
          await ended;
        },
      };
    },
  };
}

test('neither stdout nor stderr of the built app have anybody’s words, names or keys at LOG_LEVEL=trace', {
  timeout: 120_000,
}, async () => {
  const app = processes();
  const opened = await openStage({
    createApp: app.createApp,
    start: new Date(),
    pollMs: 1_000,
    desk: { undoSeconds: 1 },
  });
  const stage: OpenedStage = {
    ...opened,
    untilSeen: until,
    readNow: () => sleep(1_500),
    pass: () => sleep(1_000),
  };
  await playWithCanaries(stage, { isPatient: false });
  await stage.stopApp();
  expect(app.output()).toContain('X refused with 403');
  expect(app.output()).toContain('earshot: stopping');
  expect(leaksIn(app.output(), secretsOf(stage))).toEqual([]);
});

test('a refused configuration is told without its values', async () => {
  const secrets = ['xoxp-canary-1', 'xoxb-canary-2', 'https//user:canary-3@slack', 'ftp://canary-4', 'canary-5'];
  const [bot, app, slackUrl, xUrl, channel] = secrets;
  const child = spawn(process.execPath, [MAIN], {
    cwd: dirname(MAIN),
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      SLACK_API_URL: slackUrl,
      X_API_URL: xUrl,
      SLACK_CHANNEL: channel,
      LOG_LEVEL: 'canary-6',
      PORT: 'canary-7',
      X_POLL_SECONDS: 'canary-8',
      STORE_URL: 'postgres://user:canary-9@host/db',
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString('utf8');
    });
  }
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
  expect(output).toContain('SLACK_BOT_TOKEN must begin with xoxb-');
  expect(output).not.toContain('canary');
});
