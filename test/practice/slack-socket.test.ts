import { createServer } from 'node:http';
import { verifySlackRequest } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { listen, withCard } from './slack-listener.ts';
import { openOffice } from './slack-office.ts';

describe('Socket Mode', () => {
  test('greets, takes each ticket once, and gives each envelope to one of several sockets', async () => {
    const office = await openOffice({ random: () => 0.99 });
    const first = await listen(office);
    const second = await listen(office);
    expect(first.received[0]).toMatchObject({ type: 'hello' });
    const ts = await withCard(office);
    await office.workspace.as(office.anna.id).press(office.support.id, ts, 'reply');
    expect([first.interactive().length, second.interactive().length]).toEqual([0, 1]);
    const reused = new WebSocket(second.socket.url);
    const failed = await new Promise<Error>((resolve) => reused.once('error', resolve));
    expect(failed.message).toContain('401');
  });

  test('delivers again what was not acknowledged within three seconds, and says so', { timeout: 15_000 }, async () => {
    const office = await openOffice();
    const app = await listen(office, ({ type, retry_attempt }) =>
      type === 'interactive' && retry_attempt === undefined ? undefined : {},
    );
    const ts = await withCard(office);
    const pressed = await office.workspace.as(office.anna.id).press(office.support.id, ts, 'reply');
    expect(pressed.acked).toBe(false);
    await office.workspace.waitFor(() => app.interactive().length === 2, 'the second delivery');
    const [first, second] = app.interactive();
    expect(second).toMatchObject({ retry_attempt: 1, payload: first?.payload });
    expect(second?.envelope_id).not.toBe(first?.envelope_id);
  });

  test('waits for a socket when none is open', async () => {
    const office = await openOffice();
    const ts = await withCard(office);
    const pressed = office.workspace.as(office.anna.id).press(office.support.id, ts, 'reply');
    await listen(office);
    expect(await pressed).toMatchObject({ acked: true });
  });

  test('duplicates and reorders deliveries on demand', async () => {
    const office = await openOffice();
    const app = await listen(office);
    const ts = await withCard(office);
    const anna = office.workspace.as(office.anna.id);
    office.slack.faults.add({ when: 'deliver:interactive', kind: 'duplicate', times: 1 });
    await anna.press(office.support.id, ts, 'reply');
    await office.workspace.waitFor(() => app.interactive().length === 2, 'both copies');
    office.slack.faults.add({ when: 'deliver:interactive', kind: 'hold', times: 1 });
    await Promise.all([anna.press(office.support.id, ts, 'reply'), anna.press(office.support.id, ts, 'claim')]);
    const pressed = app
      .interactive()
      .map(({ payload }) => /"action_id":"(\w+)","block/.exec(JSON.stringify(payload?.actions))?.[1]);
    expect(pressed.slice(2)).toEqual(['claim', 'reply']);
  });

  test('tells the app of messages only where it is a member, and of its own too', async () => {
    const office = await openOffice();
    const { workspace, anna, support } = office;
    const app = await listen(office);
    const outside = workspace.addChannel({ name: 'outside', members: [anna.id], bot: false });
    await workspace.as(anna.id).say(outside.id, 'secret');
    const { ts } = await workspace.as(anna.id).say(support.id, 'hello');
    workspace.as(anna.id).edit(support.id, ts, 'hello!');
    await workspace.invite(outside.id);
    await workspace.as(anna.id).say(outside.id, 'now you hear it');
    const events = app.received.flatMap(({ payload }) => (payload?.event ? [payload.event] : []));
    expect(events).toMatchObject([
      { type: 'message', text: 'hello', channel: support.id, channel_type: 'channel' },
      { type: 'message', subtype: 'message_changed', message: { text: 'hello!' } },
      { type: 'member_joined_channel', user: workspace.botUserId, channel: outside.id },
      { type: 'message', text: 'now you hear it', channel: outside.id },
    ]);
  });
});

test('HTTP delivery signs its requests as Bolt expects, and reads the answer', async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      verifySlackRequest({
        signingSecret: 'sesame',
        body,
        headers: {
          'x-slack-signature': String(request.headers['x-slack-signature']),
          'x-slack-request-timestamp': Number(request.headers['x-slack-request-timestamp']),
        },
      });
      heard.push(body);
      response.end(body.includes('command=') ? JSON.stringify({ text: 'ok', response_type: 'in_channel' }) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const http = { requestUrl: `http://127.0.0.1:${port}/slack/events`, signingSecret: 'sesame' };
  const { workspace, anna, support } = await openOffice({ http });
  expect(await workspace.as(anna.id).say(support.id, 'hello')).toMatchObject({ acked: true });
  await workspace.as(anna.id).command('/mentions', 'open', support.id);
  expect(workspace.messages(support.id).map(({ text }) => text)).toEqual(['hello', 'ok']);
  expect(heard[1]).toContain('command=%2Fmentions&text=open');
});
