import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBolt } from '../../src/slack/bolt.ts';
import { freePort } from './free-port.ts';
import { openSlack } from './slack-bench.ts';

const SECRET = 'signing-secret-of-the-test';
const PRESS = JSON.stringify({
  type: 'block_actions',
  team: { id: 'T0' },
  user: { id: 'U0ANNA', team_id: 'T0' },
  trigger_id: '1.2.3',
  actions: [{ type: 'button', action_id: 'reply', block_id: 'b', action_ts: '1.1' }],
});
const FORM = 'application/x-www-form-urlencoded';
const FIVE_MINUTES_S = 300;

/** Our side of HTTP mode, on a free port; `presses` counts what got through to a handler. */
async function openRequests() {
  const { slack, clock, log, lines } = await openSlack();
  const port = await freePort();
  const bolt = createBolt({
    config: {
      botToken: slack.botToken,
      apiUrl: slack.url,
      connection: { mode: 'http', signingSecret: SECRET, port },
    },
    clock,
    log,
    onFatal: () => {},
  });
  let presses = 0;
  bolt.app.action('reply', async ({ ack }) => {
    presses += 1;
    await ack();
  });
  await bolt.start();
  onTestFinished(() => bolt.stop());
  return { bolt, port, lines, clock, presses: () => presses };
}

interface Asked {
  readonly port: number;
  readonly body?: string;
  readonly type?: string;
  readonly path?: string;
  readonly method?: string;
  /** How long ago it was signed. */
  readonly ageS?: number;
  readonly secret?: string;
  readonly headers?: Record<string, string>;
}

const payload = (json: string) => new URLSearchParams({ payload: json }).toString();

/** As Slack signs: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function signed(body: string, { ageS = 0, secret = SECRET }: Pick<Asked, 'ageS' | 'secret'> = {}) {
  const timestamp = String(Math.floor(Date.now() / 1_000) - ageS);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}

function ask({ port, body = payload(PRESS), type = FORM, path = '/slack/events', method = 'POST', ...how }: Asked) {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(method === 'POST' && { body }),
    headers: { 'content-type': type, ...signed(body, how), ...how.headers },
  });
}

/** All that a raw connection hears until it is closed. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => {
    text += String(part);
  });
  await new Promise<void>((resolve) => socket.once('close', () => resolve()).once('error', () => resolve()));
  return text;
}

describe('a request', () => {
  test('that Slack signed gets through', async () => {
    const { port, presses } = await openRequests();
    expect((await ask({ port })).status).toBe(200);
    expect(presses()).toBe(1);
  });

  test.each<[string, Partial<Asked>]>([
    ['signed with another secret', { secret: 'guessed' }],
    ['signed more than five minutes ago', { ageS: FIVE_MINUTES_S + 5 }],
    ['with the signature of another body', { headers: signed('payload={}') }],
    [
      'with an old signature under a new time',
      {
        headers: {
          ...signed(payload(PRESS), { ageS: 400 }),
          'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
        },
      },
    ],
    ['with an empty signature', { headers: { 'x-slack-signature': '' } }],
    ['with a signature of another version', { headers: { 'x-slack-signature': 'v1=00' } }],
    ['with a time that is none', { headers: { 'x-slack-request-timestamp': 'now' } }],
    [
      'that says to be a check of the connection and carries a press',
      {
        body: `ssl_check=2&${payload(PRESS)}`,
        headers: { 'x-slack-signature': 'v0=00' },
      },
    ],
  ])('%s is refused and reaches nobody', async (_what, how) => {
    const { port, presses } = await openRequests();
    const answer = await ask({ port, ...how });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('');
    expect(presses()).toBe(0);
  });

  test('without signature or time is refused', async () => {
    const { port, presses } = await openRequests();
    for (const missing of ['x-slack-signature', 'x-slack-request-timestamp'] as const) {
      const { [missing]: _left, ...headers } = signed(payload(PRESS));
      const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body: payload(PRESS),
        headers: { 'content-type': FORM, ...headers },
      });
      expect(answer.status).toBe(401);
    }
    expect(presses()).toBe(0);
  });

  test('just under five minutes old still counts: clocks differ', async () => {
    const { port, presses } = await openRequests();
    expect((await ask({ port, ageS: FIVE_MINUTES_S - 20 })).status).toBe(200);
    expect(presses()).toBe(1);
  });

  test('of more than a megabyte is refused before it is read whole, and the next one gets through', async () => {
    const { port, presses } = await openRequests();
    const answer = await ask({ port, body: payload(`"${'x'.repeat(1_100_000)}"`) });
    expect(answer.status).toBe(413);
    expect(presses()).toBe(0);
    expect((await ask({ port })).status).toBe(200);
  });

  test.each([
    { path: '/', method: 'GET' },
    { path: '/slack/events', method: 'GET' },
    { path: '/slack/install', method: 'GET' },
    { path: '/slack/oauth_redirect?code=SECRET-IN-URL', method: 'GET' },
    { path: '/healthz', method: 'GET' },
    { path: '/other', method: 'POST' },
    { path: '//', method: 'POST' },
  ])('$method $path finds nothing, and its address stays out of the log', async ({ path, method }) => {
    const { port, lines, presses } = await openRequests();
    expect((await ask({ port, path, method })).status).toBe(404);
    expect(presses()).toBe(0);
    expect(lines.join()).not.toContain('SECRET-IN-URL');
  });

  test.each([
    ['no JSON', payload('{"type":')],
    ['a list', payload('[]')],
    ['a number', payload('7')],
    ['another shape', payload('{"type":"block_actions","actions":"all"}')],
  ])(
    'that Slack signed and that carries %s ends without a crash, and the next one gets through',
    async (_what, body) => {
      const { port, lines } = await openRequests();
      const crashes: unknown[] = [];
      const note = (error: unknown) => void crashes.push(error);
      process.on('unhandledRejection', note);
      onTestFinished(() => void process.off('unhandledRejection', note));
      const controller = new AbortController();
      const answer = await Promise.race([
        fetch(`http://127.0.0.1:${port}/slack/events`, {
          method: 'POST',
          body,
          headers: { 'content-type': FORM, ...signed(body) },
          signal: controller.signal,
        }).then(
          ({ status }) => status,
          () => 0,
        ),
        sleep(4_000).then(() => 0),
      ]);
      controller.abort();
      await sleep(20);
      expect(crashes).toEqual([]);
      expect(answer).toBeGreaterThan(0);
      expect((await ask({ port })).status).toBe(200);
      expect(lines.join()).not.toContain(SECRET);
    },
  );

  test('that verifies the address is answered with its challenge, if Slack signed it', async () => {
    const { port } = await openRequests();
    const body = JSON.stringify({ type: 'url_verification', token: 't', challenge: 'c-3eZbrw1aB' });
    const answer = await ask({ port, body, type: 'application/json' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ challenge: 'c-3eZbrw1aB' });
    expect((await ask({ port, body, type: 'application/json', secret: 'guessed' })).status).toBe(401);
  });

  test('that checks the connection is answered, and nothing in it is handled', async () => {
    const { port, presses } = await openRequests();
    const body = `ssl_check=1&${payload(PRESS)}`;
    const answer = await ask({ port, body, headers: { 'x-slack-signature': 'v0=none' } });
    expect(answer.status).toBe(200);
    expect(presses()).toBe(0);
  });
});

describe('a connection', () => {
  test('that dribbles its headers or its body is closed', async () => {
    const { port, presses } = await openRequests();
    const head = 'POST /slack/events HTTP/1.1\r\nHost: a\r\n';
    const body = `${head}Content-Type: ${FORM}\r\nContent-Length: 1000\r\n\r\npayload=`;
    const told = await Promise.all(
      [`${head}X-Slow: `, body].map(async (beginning) => {
        const socket = connect(port, '127.0.0.1');
        const all = heard(socket);
        socket.write(beginning);
        const drip = setInterval(() => socket.write('a'), 500);
        const text = await all;
        clearInterval(drip);
        return text;
      }),
    );
    for (const text of told) expect(text).toContain(' 408 ');
    expect(presses()).toBe(0);
  });

  test('with more headers than anybody needs is refused', async () => {
    const { port } = await openRequests();
    const socket = connect(port, '127.0.0.1');
    const all = heard(socket);
    socket.write(`POST /slack/events HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(await all).toContain(' 431 ');
  });

  test('on which nothing comes does not hold up the stop', async () => {
    const { bolt, port, clock } = await openRequests();
    const socket = connect(port, '127.0.0.1');
    const all = heard(socket);
    socket.write('POST /slack/events HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    await sleep(50);
    const stopped = bolt.stop();
    await sleep(20);
    await clock.jump(1_000);
    await stopped;
    expect(await all).toBe('');
  });
});
