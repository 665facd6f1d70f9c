import { describe, expect, test } from 'vitest';
import { openOffice, section, someText } from './slack-office.ts';

describe('messages', () => {
  test('are posted from JSON and from a form alike, with what the app wrote kept', async () => {
    const { call, callForm, support, workspace } = await openOffice();
    const blocks = [section('hello')];
    const metadata = { event_type: 'card', event_payload: { key: 'x:1' } };
    const posted = await call('chat.postMessage', { channel: support.id, text: 'hi', blocks, metadata });
    await callForm('chat.postMessage', { channel: support.id, text: 'form', blocks: JSON.stringify(blocks) });
    expect(posted).toMatchObject({
      ok: true,
      channel: support.id,
      message: { text: 'hi', bot_id: someText },
    });
    expect(workspace.messages(support.id).map(({ text }) => text)).toEqual(['hi', 'form']);
    expect(workspace.requests.at(-1)?.args.blocks).toEqual(blocks);
    const found = await call('conversations.history', { channel: support.id, include_all_metadata: true });
    expect(found).toMatchObject({ messages: [{ text: 'form' }, { text: 'hi', metadata }], has_more: false });
    const plain = await call('conversations.history', { channel: support.id });
    expect(JSON.stringify(plain)).not.toContain('event_payload');
  });

  test('are refused where Slack refuses them', async () => {
    const { call, support, workspace, anna } = await openOffice();
    const elsewhere = workspace.addChannel({ name: 'random', bot: false });
    const hidden = workspace.addChannel({ name: 'board', private: true, bot: false });
    const old = workspace.addChannel({ name: 'old' });
    workspace.archive(old.id);
    const { ts } = await workspace.as(anna.id).say(support.id, 'hello');
    const refusals: [string, object, string][] = [
      ['chat.postMessage', { channel: 'C0NOWHERE0', text: 'x' }, 'channel_not_found'],
      ['chat.postMessage', { channel: hidden.id, text: 'x' }, 'channel_not_found'],
      ['chat.postMessage', { channel: elsewhere.id, text: 'x' }, 'not_in_channel'],
      ['chat.postMessage', { channel: old.id, text: 'x' }, 'is_archived'],
      ['chat.postMessage', { channel: support.id }, 'no_text'],
      ['chat.postMessage', { text: 'x' }, 'invalid_arguments'],
      ['chat.postMessage', { channel: support.id, blocks: '[{' }, 'invalid_blocks_format'],
      ['chat.postMessage', { channel: support.id, text: 'x', thread_ts: '1.0' }, 'thread_not_found'],
      [
        'chat.postMessage',
        { channel: support.id, text: 'x', metadata: { event_type: 'x' } },
        'invalid_metadata_format',
      ],
      ['chat.update', { channel: support.id, ts: '1.0', text: 'x' }, 'message_not_found'],
      ['chat.update', { channel: support.id, ts, text: 'x' }, 'cant_update_message'],
      ['chat.delete', { channel: support.id, ts }, 'cant_delete_message'],
      ['chat.postEphemeral', { channel: support.id, user: 'U0NOBODY', text: 'x' }, 'user_not_in_channel'],
      ['conversations.replies', { channel: support.id, ts: '1.0' }, 'thread_not_found'],
    ];
    for (const [method, args, error] of refusals) {
      expect([method, args, (await call(method, args)).error]).toEqual([method, args, error]);
    }
  });

  test('give the reason of refused blocks where the block is', async () => {
    const { call, support } = await openOffice();
    const answer = await call('chat.postMessage', { channel: support.id, blocks: [section('x'.repeat(3001))] });
    expect(answer).toMatchObject({
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
  });

  test('lose their blocks when only text is sent, and keep or drop their metadata as asked', async () => {
    const { call, support, workspace } = await openOffice();
    const metadata = { event_type: 'card', event_payload: {} };
    const { ts } = await call('chat.postMessage', { channel: support.id, text: 'a', blocks: [section('b')], metadata });
    await call('chat.update', { channel: support.id, ts, text: 'c' });
    expect(workspace.messages(support.id)).toMatchObject([{ text: 'c', metadata, editedTs: someText }]);
    expect(workspace.messages(support.id)[0]).not.toHaveProperty('blocks');
    await call('chat.update', { channel: support.id, ts, text: 'd', metadata: {} });
    expect(workspace.messages(support.id)[0]).not.toHaveProperty('metadata');
  });

  test('in a thread stay out of the channel unless broadcast, and no thread hangs on a reply', async () => {
    const { call, support, workspace } = await openOffice();
    const { ts } = await call('chat.postMessage', { channel: support.id, text: 'card' });
    const reply = await call('chat.postMessage', { channel: support.id, text: 'note', thread_ts: ts });
    await call('chat.postMessage', { channel: support.id, text: 'loud', thread_ts: ts, reply_broadcast: true });
    expect(workspace.messages(support.id).map(({ text }) => text)).toEqual(['card', 'loud']);
    expect(await call('conversations.replies', { channel: support.id, ts })).toMatchObject({
      messages: [{ text: 'card', reply_count: 2 }, { text: 'note', thread_ts: ts }, { text: 'loud' }],
    });
    const nested = await call('chat.postMessage', { channel: support.id, text: 'x', thread_ts: reply.ts });
    expect(nested).toMatchObject({ error: 'cannot_reply_to_message' });
  });

  test('leave a tombstone when deleted under a thread', async () => {
    const { call, support, workspace } = await openOffice();
    const { ts } = await call('chat.postMessage', { channel: support.id, text: 'card' });
    await call('chat.postMessage', { channel: support.id, text: 'note', thread_ts: ts });
    await call('chat.delete', { channel: support.id, ts });
    expect(workspace.messages(support.id)).toMatchObject([{ subtype: 'tombstone' }]);
    expect(await call('chat.update', { channel: support.id, ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('are read page by page and within a range', async () => {
    const { call, clock, support, workspace, anna } = await openOffice();
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4', '5']) {
      stamps.push((await workspace.as(anna.id).say(support.id, text)).ts);
      await clock.jump(1000);
    }
    const texts = (answer: Record<string, unknown>) =>
      JSON.stringify(answer)
        .match(/"text":"\d"/g)
        ?.join()
        .match(/\d/g);
    const first = await call('conversations.history', { channel: support.id, limit: 2 });
    expect(texts(first)).toEqual(['5', '4']);
    expect(first).toMatchObject({ has_more: true });
    const cursor = JSON.stringify(first.response_metadata).match(/"next_cursor":"([^"]+)"/)?.[1];
    expect(texts(await call('conversations.history', { channel: support.id, limit: 2, cursor }))).toEqual(['3', '2']);
    const range = { channel: support.id, oldest: stamps[1], latest: stamps[3] };
    expect(texts(await call('conversations.history', range))).toEqual(['3']);
    expect(texts(await call('conversations.history', { ...range, inclusive: true }))).toEqual(['4', '3', '2']);
  });

  test('have a permalink, in a thread with the thread', async () => {
    const { call, support } = await openOffice();
    const { ts } = await call('chat.postMessage', { channel: support.id, text: 'card' });
    const reply = await call('chat.postMessage', { channel: support.id, text: 'note', thread_ts: ts });
    const link = await call('chat.getPermalink', { channel: support.id, message_ts: reply.ts });
    expect(link.permalink).toBe(
      `https://practice.slack.com/archives/${support.id}/p${String(reply.ts).replace('.', '')}?thread_ts=${String(ts)}&cid=${support.id}`,
    );
  });

  test('to a person go to one direct message channel', async () => {
    const { call, workspace, anna } = await openOffice();
    const opened = await call('conversations.open', { users: anna.id });
    await call('chat.postMessage', { channel: anna.id, text: 'psst' });
    expect(opened).toMatchObject({ ok: true, channel: { id: workspace.as(anna.id).dm() } });
    expect(workspace.dms(anna.id).map(({ text }) => text)).toEqual(['psst']);
  });
});
