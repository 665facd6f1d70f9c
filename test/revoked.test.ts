import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../practice/clock.ts';
import { createPracticeSlack } from '../practice/slack/index.ts';
import { createPracticeX } from '../practice/x/server.ts';

/** The built app, as `npm start` runs it; `npm test` builds before it tests. */
const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const PATIENCE_MS = 20_000;

test.each([
  ['bot', 'SLACK_BOT_TOKEN is not accepted (Slack says token_revoked)'],
  ['app', 'SLACK_APP_TOKEN is not accepted (Slack says token_revoked)'],
] as const)(
  'a revoked %s token ends the app with 1 and a remedy, and nothing is lost',
  async (which, words) => {
    const clock = createPracticeClock();
    const slack = createPracticeSlack({ clock });
    const x = createPracticeX({ clock, us: { username: 'NordfunkHilft', name: 'Nordfunk' } });
    await Promise.all([slack.start(), x.start()]);
    const folder = await mkdtemp(join(tmpdir(), 'earshot-revoked-'));
    const anna = slack.workspace.addUser({ name: 'anna' }).id;
    const channel = slack.workspace.addChannel({ name: 'support', members: [anna] }).id;
    const children: ChildProcess[] = [];
    onTestFinished(async () => {
      for (const child of children) child.kill('SIGKILL');
      await Promise.all([slack.stop(), x.stop()]);
      clock.stop();
      await rm(folder, { recursive: true, force: true });
    });

    function run() {
      const env = {
        PATH: process.env.PATH,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_CHANNEL: channel,
        SLACK_API_URL: slack.url,
        X_API_KEY: x.keys.apiKey,
        X_API_SECRET: x.keys.apiSecret,
        X_ACCESS_TOKEN: x.keys.accessToken,
        X_ACCESS_SECRET: x.keys.accessSecret,
        X_API_URL: x.url,
        X_POLL_SECONDS: '5',
      };
      const child = spawn(process.execPath, [MAIN], { cwd: folder, env });
      children.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data: Buffer) => {
          output += data.toString('utf8');
        });
      }
      return { ended: new Promise<number | null>((resolve) => child.once('exit', resolve)), output: () => output };
    }

    const cards = (count: number) =>
      slack.workspace.waitFor(() => slack.workspace.messages(channel).length >= count, `${count} cards`, {
        timeoutMs: PATIENCE_MS,
      });
    const complain = (author: string) => x.world.post({ author, text: '@NordfunkHilft kein Netz, Frechheit!' });

    complain('cleo');
    const first = run();
    await cards(1);
    slack.revoke(which);
    complain('claas');
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain(words);
    expect(first.output()).not.toContain(slack.botToken);

    slack.restore(which);
    run();
    await cards(2);
  },
  60_000,
);
