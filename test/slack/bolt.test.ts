import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Connection, createBolt } from '../../src/slack/bolt.ts';
import { ANNA, CARD } from '../desk/examples.ts';
import { freePort } from './free-port.ts';
import { openSlack, textWith } from './slack-bench.ts';

const button = {
  type: 'button',
  action_id: 'reply',
  text: { type: 'plain_text', text: 'Reply' },
  value: '42',
} as const;
const card = { channel: CARD.channel, text: 'card', blocks: [{ type: 'actions' as const, elements: [button] }] };

type Options = Parameters<typeof openSlack>[0] & { connection?: Connection; botToken?: string; appToken?: string };

/** Our Bolt, connected to a practice Slack with a card to press. */
async function openBolt({ connection, botToken, appToken, ...options }: Options = {}) {
  const bench = await openSlack(options);
  const { slack, clock, log, clients, workspace } = bench;
  const fatal: string[] = [];
  const bolt = createBolt({
    config: {
      botToken: botToken ?? slack.botToken,
      apiUrl: slack.url,
      connection: connection ?? { mode: 'socket', appToken: appToken ?? slack.appToken },
    },
    clock,
    log,
    onFatal: (why) => fatal.push(why),
  });
  onTestFinished(() => bolt.stop());
  const { ts } = await clients.presses.chat.postMessage(card);
  return { ...bench, bolt, fatal, press: () => workspace.as(ANNA).press(CARD.channel, String(ts), 'reply') };
}

describe('the connection to Slack', () => {
  test('by socket brings presses in', async () => {
    const { bolt, press } = await openBolt();
    bolt.app.action('reply', ({ ack }) => ack());
    await bolt.start();
    expect(await press()).toMatchObject({ acked: true });
  });

  test('by signed requests brings presses in, and nothing unsigned', async () => {
    const port = await freePort();
    const http = { requestUrl: `http://127.0.0.1:${port}/slack/events`, signingSecret: 'shh' };
    const { bolt, press } = await openBolt({ http, connection: { mode: 'http', signingSecret: 'shh', port } });
    let presses = 0;
    bolt.app.action('reply', async ({ ack }) => {
      presses += 1;
      await ack();
    });
    await bolt.start();
    expect(await press()).toMatchObject({ acked: true });
    expect((await fetch(http.requestUrl, { method: 'POST', body: 'payload={}' })).status).toBe(401);
    expect(presses).toBe(1);
  });

  test('acknowledges an event once it was handled, however long that takes, so that a crash before has it delivered again', async () => {
    const { bolt, workspace, clock } = await openBolt();
    let handled = () => {};
    const saving = new Promise<void>((resolve) => {
      handled = resolve;
    });
    onTestFinished(handled);
    let seen = () => {};
    const begun = new Promise<void>((resolve) => {
      seen = resolve;
    });
    bolt.app.event('message', async () => {
      seen();
      await saving;
    });
    await bolt.start();
    let isAcked = false;
    const said = workspace
      .as(ANNA)
      .say(CARD.channel, 'the router left today')
      .then(({ acked }) => {
        isAcked = acked;
      });
    await begun;
    await clock.jump(60_000);
    await sleep(100);
    expect(isAcked).toBe(false);
    handled();
    await said;
    expect(isAcked).toBe(true);
  });

  test('that can’t be made says what to correct', async () => {
    const { bolt } = await openBolt({ appToken: 'xapp-wrong' });
    await expect(bolt.start()).rejects.toThrow(/^SLACK_APP_TOKEN is not accepted.*connections:write/);
    const { bolt: other } = await openBolt({ botToken: 'xoxb-wrong' });
    await expect(other.start()).rejects.toThrow(/invalid_auth/);
  });

  test('by requests says which port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { bolt } = await openBolt({ connection: { mode: 'http', signingSecret: 'shh', port } });
    await expect(bolt.start()).rejects.toThrow(`PORT ${port} can't be opened`);
  });

  test('comes back when Slack recycles it and when the network cuts it', async () => {
    const { bolt, slack, workspace, press } = await openBolt();
    bolt.app.action('reply', ({ ack }) => ack());
    await bolt.start();
    for (const end of [() => slack.sockets.disconnect(), () => slack.sockets.cut()]) {
      const opened = workspace.requests.length;
      end();
      await workspace.waitFor(() => workspace.requests.length > opened && slack.sockets.count() === 1, 'a new socket');
      expect(await press()).toMatchObject({ acked: true });
    }
  });

  test.each(['warning', 'refresh_requested'] as const)(
    'that Slack recycles (%s) in the middle of a press is replaced first, and the press is acknowledged',
    async (reason) => {
      const { bolt, slack, workspace, press, calls } = await openBolt();
      let letGo = () => {};
      const saving = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      bolt.app.action('reply', async ({ ack }) => {
        await saving;
        await ack();
      });
      await bolt.start();
      const pressed = press();
      slack.sockets.disconnect(reason);
      await workspace.waitFor(() => slack.sockets.count() === 2, 'a second socket beside the first');
      letGo();
      expect(await pressed).toMatchObject({ acked: true });
      await workspace.waitFor(() => slack.sockets.count() === 1, 'the end of the first');
      expect(calls('apps.connections.open')).toHaveLength(2);
      expect(await press()).toMatchObject({ acked: true });
    },
  );

  test('is made as soon as Slack can be reached', async () => {
    const { bolt, slack, press, clock } = await openBolt();
    bolt.app.action('reply', ({ ack }) => ack());
    slack.faults.add({ when: 'auth.test', kind: 'html', times: 2 });
    slack.faults.add({ when: 'apps.connections.open', kind: '429', times: 1, retryAfterSeconds: 30 });
    slack.faults.add({ when: 'apps.connections.open', kind: 'cut-before', times: 1 });
    let isMade = false;
    void bolt.start().then(() => {
      isMade = true;
    });
    for (let waited = 0; waited < 60 && !isMade; waited += 1) {
      await clock.jump(1_000);
      await sleep(20);
    }
    expect(await press()).toMatchObject({ acked: true });
  });

  test('is sought again and again while Slack fails', async () => {
    const { bolt, slack, workspace, clock, fatal } = await openBolt();
    await bolt.start();
    slack.faults.add({ when: 'apps.connections.open', kind: '500', times: 3 });
    slack.sockets.cut();
    for (let attempt = 0; attempt < 40 && slack.sockets.count() === 0; attempt += 1) {
      await clock.jump(1_000);
      await sleep(5);
    }
    await workspace.waitFor(() => slack.sockets.count() === 1, 'a new socket');
    expect(fatal).toEqual([]);
  });

  test('ends with a clear word when the app token was revoked meanwhile', async () => {
    const { bolt, slack, workspace, fatal } = await openBolt();
    await bolt.start();
    slack.revoke('app');
    await workspace.waitFor(() => workspace.rejections.some((each) => each.error === 'token_revoked'), 'the refusal');
    await sleep(20);
    expect(fatal).toEqual([textWith(/^SLACK_APP_TOKEN is not accepted \(Slack says token_revoked\)/)]);
  });
});

describe('an orderly stop', () => {
  test('lets a press that is under way end, and takes no new one', async () => {
    const { bolt, press, slack } = await openBolt();
    const done: string[] = [];
    let begun = 0;
    bolt.app.action('reply', async ({ ack }) => {
      begun += 1;
      await sleep(150);
      await ack();
      done.push('press');
    });
    await bolt.start();
    const pressed = press();
    await sleep(50);
    const stopped = bolt.stop().then(() => done.push('stopped'));
    const late = press();
    await stopped;
    expect(await pressed).toMatchObject({ acked: true });
    expect(done).toEqual(['press', 'stopped']);
    await slack.stop();
    expect(await late).toMatchObject({ acked: false });
    expect(begun).toBe(1);
  });

  test('does not wait for ever', async () => {
    const { bolt, press, clock, lines } = await openBolt();
    bolt.app.action('reply', async ({ ack }) => {
      await ack();
      await new Promise(() => {});
    });
    await bolt.start();
    await press();
    const stopped = bolt.stop();
    await clock.jump(10_000);
    await stopped;
    expect(lines.join()).toContain('before some presses were handled');
  });

  test('of a connection that was never made is nothing to do', async () => {
    const { bolt } = await openBolt();
    await expect(bolt.stop()).resolves.toBeUndefined();
  });
});

test('neither bodies nor tokens reach the log', async () => {
  const { bolt, press, lines, slack } = await openBolt();
  bolt.app.action('reply', ({ ack }) => ack());
  await bolt.start();
  await press();
  expect(lines.join()).not.toMatch(/response_url|trigger_id|actions/);
  expect(lines.join()).not.toContain(slack.botToken);
  expect(lines.join()).not.toContain(slack.appToken);
});
