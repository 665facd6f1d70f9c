import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createPracticeClock } from '../practice/clock.ts';
import { createPracticeSlack, type PracticeSlack } from '../practice/slack/index.ts';
import { createPracticeX, type PracticeX } from '../practice/x/server.ts';

/** The built app, as `npm start` runs it; `npm test` builds before it tests. */
const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const PATIENCE = { timeoutMs: 20_000 };

/** What `.env` holds of an app between a practice Slack and a practice X. */
export function practiceEnv(slack: PracticeSlack, x: PracticeX, channel: string) {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_CHANNEL: channel,
    SLACK_API_URL: slack.url,
    X_API_KEY: x.keys.apiKey,
    X_API_SECRET: x.keys.apiSecret,
    X_ACCESS_TOKEN: x.keys.accessToken,
    X_ACCESS_SECRET: x.keys.accessSecret,
    X_API_URL: x.url,
  };
}

/** A practice Slack and X with one complaint, and the built app as a process between them. */
export async function openProcess() {
  const clock = createPracticeClock();
  const slack = createPracticeSlack({ clock });
  const x = createPracticeX({ clock, us: { username: 'NordfunkHilft', name: 'Nordfunk' } });
  await Promise.all([slack.start(), x.start()]);
  const folder = await mkdtemp(join(tmpdir(), 'earshot-process-'));
  onTestFinished(async () => {
    await Promise.all([slack.stop(), x.stop()]);
    clock.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const { workspace } = slack;
  const anna = workspace.addUser({ name: 'anna', realName: 'Anna Albers' }).id;
  const channel = workspace.addChannel({ name: 'support', members: [anna] }).id;
  await writeFile(join(folder, 'desk.json'), JSON.stringify({ publishers: [anna], undoSeconds: 0 }));
  x.world.addPerson({ username: 'cleo', name: 'Cleo' });
  const post = x.world.post({ author: 'cleo', text: '@NordfunkHilft Kein Netz, Frechheit!' });
  const env = { PATH: process.env.PATH, ...practiceEnv(slack, x, channel) };

  return {
    slack,
    x,
    workspace,
    anna,
    channel,
    post,
    /** @param before what runs it, such as `unshare` with its options */
    start(more: Readonly<Record<string, string>> = {}, before: readonly string[] = []) {
      const [command, ...args] = [...before, process.execPath, MAIN];
      const child: ChildProcess = spawn(command, args, { cwd: folder, env: { ...env, ...more } });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (data: Buffer) => {
          output += data.toString('utf8');
        });
      }
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      onTestFinished(async () => {
        child.kill('SIGKILL');
        await ended;
      });
      return { child, ended, output: () => output };
    },
    /** Until so many messages are in the channel. */
    cards: (count: number) =>
      workspace.waitFor(() => workspace.messages(channel).length >= count, `${count} cards`, PATIENCE),
    card: () =>
      workspace.waitFor(
        () => workspace.messages(channel).find(({ text }) => text.includes('Cleo')),
        'the card',
        PATIENCE,
      ),
    async reply(ts: string, text: string) {
      await workspace.as(anna).press(channel, ts, 'reply');
      await workspace.waitFor(() => workspace.modals(anna).length > 0, 'the form', PATIENCE);
      const form = workspace.as(anna).modal();
      await form.fill('text', text);
      await form.submit();
    },
    answers: () => x.world.ours().filter(({ inReplyTo }) => inReplyTo?.id === post.id),
  };
}

/** A port of the loopback that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z
    .custom<AddressInfo>((value) => typeof value === 'object' && value !== null)
    .parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
