import { setTimeout as sleep } from 'node:timers/promises';
import { LogLevel, WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { actions, button, formModal, openOffice, section, someText, textLike } from './slack-office.ts';

describe('authorisation', () => {
  test('names the workspace, the bot and its scopes', async () => {
    const { raw } = await openOffice({ scopes: ['chat:write'] });
    const { answer, headers } = await raw('auth.test');
    expect(answer).toMatchObject({ ok: true, team_id: 'T0PRACTICE', bot_id: textLike(/^B/) });
    expect(headers.get('x-oauth-scopes')).toBe('chat:write');
  });

  test('refuses a wrong, a missing, a revoked token and the wrong kind of token', async () => {
    const { call, slack } = await openOffice();
    expect(await call('auth.test', {}, 'xoxb-wrong')).toMatchObject({ ok: false, error: 'invalid_auth' });
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open', {}, slack.appToken)).toMatchObject({
      ok: true,
      url: textLike(/^ws:\/\/127\.0\.0\.1:/),
    });
    slack.revoke('bot');
    expect(await call('auth.test')).toMatchObject({ error: 'token_revoked' });
    const unsigned = await fetch(`${slack.url}auth.test`, { method: 'POST' });
    expect(await unsigned.json()).toMatchObject({ error: 'not_authed' });
  });

  test('says which scope is missing', async () => {
    const { call, support } = await openOffice({ scopes: ['chat:write'] });
    expect(await call('users.list')).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
    expect(await call('conversations.history', { channel: support.id })).toMatchObject({ needed: 'channels:history' });
  });

  test('knows no method that it does not have, and counts what it refused', async () => {
    const { call, workspace } = await openOffice();
    expect(await call('chat.shout')).toEqual({ ok: false, error: 'unknown_method' });
    expect(workspace.rejections).toMatchObject([{ method: 'chat.shout', error: 'unknown_method', rateLimited: false }]);
  });
});

/** A clock that stands still until it is told otherwise, so that a slow machine refills no bucket. */
function stillClock() {
  let ms = 0;
  return {
    now: () => new Date(1_772_524_800_000 + ms),
    monotonicMs: () => ms,
    after: () => () => undefined,
    pass: (by: number) => {
      ms += by;
    },
  };
}

describe('rates', () => {
  test('let a short burst through for each channel, then one message a second of the practice clock', async () => {
    const clock = stillClock();
    const { raw, support, workspace } = await openOffice({ clock });
    const other = workspace.addChannel({ name: 'other' });
    const post = (channel: string) => raw('chat.postMessage', { channel, text: 'x' });
    for (let i = 0; i < 5; i++) expect((await post(support.id)).status).toBe(200);
    const limited = await post(support.id);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await post(other.id)).status).toBe(200);
    expect(workspace.rejections).toMatchObject([{ error: 'ratelimited', rateLimited: true }]);
    clock.pass(1000);
    expect((await post(support.id)).status).toBe(200);
    expect((await post(support.id)).status).toBe(429);
  });

  test('let about fifty updates a minute through', async () => {
    const clock = stillClock();
    const { raw, support } = await openOffice({ clock });
    const { answer } = await raw('chat.postMessage', { channel: support.id, text: 'x' });
    const update = () => raw('chat.update', { channel: support.id, ts: answer.ts, text: 'y' });
    for (let i = 0; i < 50; i++) expect((await update()).status).toBe(200);
    const limited = await update();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
    clock.pass(2000);
    expect((await update()).status).toBe(200);
  });
});

describe('people', () => {
  test('are listed and looked up, with their groups and channels', async () => {
    const { call, anna, ben, support, workspace } = await openOffice();
    const group = workspace.addUserGroup({ handle: 'network', users: [ben.id] });
    expect(await call('users.info', { user: anna.id })).toMatchObject({
      user: { name: 'anna', real_name: 'Anna Adler' },
    });
    expect(await call('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
    expect(await call('usergroups.list', { include_users: true })).toMatchObject({
      usergroups: [{ handle: 'network', users: [ben.id] }],
    });
    expect(await call('usergroups.users.list', { usergroup: group.id })).toMatchObject({ users: [ben.id] });
    expect(await call('conversations.members', { channel: support.id })).toMatchObject({
      members: [anna.id, ben.id, workspace.botUserId],
    });
    expect(await call('users.conversations')).toMatchObject({ channels: [{ id: support.id }] });
    const outside = workspace.addChannel({ name: 'outside', bot: false });
    expect(await call('conversations.info', { channel: outside.id })).toMatchObject({ channel: { is_member: false } });
  });
});

describe('files', () => {
  test('are uploaded by the real client and shared in a thread', async () => {
    const { slack, support, call, workspace } = await openOffice();
    const { ts } = await call('chat.postMessage', { channel: support.id, text: 'card' });
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.url, logLevel: LogLevel.ERROR });
    await client.filesUploadV2({
      channel_id: support.id,
      thread_ts: String(ts),
      file: Buffer.from('<svg/>'),
      filename: 'load.svg',
      title: 'Load',
      initial_comment: 'today',
    });
    expect(workspace.thread(support.id, String(ts))).toMatchObject([
      { text: 'today', files: [{ title: 'Load', size: 6, bytes: Buffer.from('<svg/>') }] },
    ]);
  });

  test('that were never uploaded cannot be shared', async () => {
    const { call } = await openOffice();
    const { file_id } = await call('files.getUploadURLExternal', { filename: 'a.txt', length: 3 });
    expect(await call('files.completeUploadExternal', { files: [{ id: file_id }] })).toMatchObject({
      error: 'file_not_found',
    });
  });
});

describe('triggers and views', () => {
  test('a view without a trigger is refused, and so is an update of nothing', async () => {
    const { call } = await openOffice();
    expect(await call('views.open', { trigger_id: '1.2.3', view: formModal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await call('views.update', { view_id: 'V0', view: formModal() })).toMatchObject({ error: 'not_found' });
  });

  test('a home tab is published, and again only with the hash that it has', async () => {
    const { call, anna, workspace } = await openOffice();
    const view = { type: 'home', blocks: [section('hello'), actions(button('a', 'Press'))] };
    const first = await call('views.publish', { user_id: anna.id, view });
    expect(workspace.home(anna.id)?.source.blocks).toHaveLength(2);
    expect(await call('views.publish', { user_id: anna.id, view, hash: 'old' })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(first).toMatchObject({ view: { type: 'home', hash: someText } });
  });
});

describe('faults', () => {
  test('cut the connection before or after the effect', async () => {
    const { call, slack, support, workspace } = await openOffice();
    const post = (text: string) => call('chat.postMessage', { channel: support.id, text });
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-before', times: 1 });
    await expect(post('lost')).rejects.toThrow();
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await expect(post('unclear')).rejects.toThrow();
    expect(workspace.messages(support.id).map(({ text }) => text)).toEqual(['unclear']);
  });

  test('answer 429, 500, or late', async () => {
    const { raw, slack, support, workspace } = await openOffice();
    const post = () => raw('chat.postMessage', { channel: support.id, text: 'x' });
    slack.faults.add({ when: /^chat/, kind: '429', times: 1, retryAfterSeconds: 7 });
    slack.faults.add({ when: /^chat/, kind: '500', times: 1 });
    slack.faults.add({ when: /^chat/, kind: '500-after', times: 1 });
    slack.faults.add({ when: /^chat/, kind: 'delay', times: 1, delayMs: 60 });
    expect((await post()).headers.get('retry-after')).toBe('7');
    expect((await post()).status).toBe(500);
    expect(workspace.messages(support.id)).toHaveLength(0);
    expect((await post()).status).toBe(500);
    expect(workspace.messages(support.id)).toHaveLength(1);
    const before = performance.now();
    const late = post();
    await sleep(5);
    expect(workspace.messages(support.id)).toHaveLength(1);
    expect((await late).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(59);
  });
});
