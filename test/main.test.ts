import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { leastSlack, leastX } from './somebody-elses-servers.ts';

/** The built app, as `npm start` runs it; `npm test` builds before it tests. */
const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-main-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function run(cwd: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], { cwd, env: { PATH: process.env.PATH, ...env } });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  child.stderr?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, output: () => output };
}

function environment(slackUrl: string, xUrl: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-other',
    SLACK_APP_TOKEN: 'xapp-other',
    SLACK_CHANNEL: 'C0TEAM',
    SLACK_API_URL: slackUrl,
    X_API_KEY: 'k',
    X_API_SECRET: 's',
    X_ACCESS_TOKEN: 't',
    X_ACCESS_SECRET: 'u',
    X_API_URL: xUrl,
  };
}

const COMPLAINT = {
  id: '500',
  text: '@us still waiting, third time I write. Not acceptable',
  author_id: '77',
  conversation_id: '500',
  created_at: new Date().toISOString(),
};

test('without configuration it ends with 2, names everything that is missing, and points to practice', async () => {
  const { ended, output } = run(await emptyFolder(), {});
  expect(await ended).toBe(2);
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CHANNEL', 'X_API_KEY', 'X_ACCESS_SECRET']) {
    expect(output()).toContain(name);
  }
  expect(output()).toContain('npm run practice');
});

test('a fault in desk.json ends with 2 and names the value', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'desk.json'), JSON.stringify({ publishers: ['anna'], undoSecond: 3 }));
  const slack = await leastSlack();
  const { ended, output } = run(folder, environment(slack.url, 'http://127.0.0.1:9'));
  expect(await ended).toBe(2);
  expect(output()).toContain('desk.json');
  expect(output()).toContain('publishers');
  expect(output()).toContain('undoSecond');
});

test('it works with servers that are not ours and know only the least, and stops in order on SIGTERM', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'desk.json'), JSON.stringify({ publishers: ['U0ANNA'], undoSeconds: 1 }));
  const slack = await leastSlack();
  const x = await leastX([COMPLAINT]);
  const app = run(folder, environment(slack.url, x.url));

  const card = await slack.called(({ name }) => name === '/api/chat.postMessage');
  expect(card.body.channel).toBe('C0TEAM');
  expect(String(card.body.blocks)).toContain('third time I write');

  slack.send({
    envelope_id: 'e1',
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: {
      command: '/reply',
      text: '#1 We are sorry. It leaves today.',
      user_id: 'U0ANNA',
      channel_id: 'C0TEAM',
      trigger_id: '1.2.3',
      response_url: `http://127.0.0.1:${slack.port}/response`,
    },
  });
  const opened = await slack.called(({ name }) => name === '/api/views.open');
  const form: unknown = JSON.parse(String(opened.body.view));
  expect(JSON.stringify(form)).toContain('We are sorry. It leaves today.');

  slack.send({
    envelope_id: 'e2',
    type: 'interactive',
    accepts_response_payload: true,
    payload: {
      type: 'view_submission',
      user: { id: 'U0ANNA' },
      trigger_id: '4.5.6',
      view: {
        ...(typeof form === 'object' ? form : {}),
        id: 'V1',
        hash: 'h1',
        state: { values: { text: { text: { type: 'plain_text_input', value: 'We are sorry. It leaves today.' } } } },
      },
    },
  });
  const published = await x.called(({ name, body }) => name === '/2/tweets' && body.text !== undefined);
  expect(published.body).toEqual({
    text: 'We are sorry. It leaves today.',
    reply: { in_reply_to_tweet_id: '500' },
  });

  app.child.kill('SIGTERM');
  expect(await app.ended).toBe(0);
});
