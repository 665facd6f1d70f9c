import { describe, expect, test } from 'vitest';
import { METHODS } from '../../practice/slack/methods/index.ts';
import { createSlackAnswerCheck } from '../contracts/slack-answers.ts';
import { type Json, slackDocument } from '../contracts/slack-document.ts';
import { checkSlackRequest } from '../contracts/slack-requests.ts';
import { actions, button, openOffice, section } from './slack-office.ts';

/** Methods that Slack's document does not have yet. */
const NEWER_METHODS = ['apps.connections.open', 'files.completeUploadExternal', 'files.getUploadURLExternal'];

describe.skipIf(slackDocument === undefined)('the practice Slack, by Slack’s own document', () => {
  test('has no method that the document lacks, but for the newer ones', () => {
    const unknown = [...METHODS.keys()].filter((method) => !slackDocument?.method(method));
    expect(unknown).toEqual(NEWER_METHODS);
  });

  test('answers every method as documented, and is asked as documented', async () => {
    if (!slackDocument) return;
    const check = createSlackAnswerCheck(slackDocument);
    const office = await openOffice();
    const { workspace, anna, ben, support } = office;
    const faults: string[] = [];
    const call = async (method: string, args: Json = {}) => {
      const answer = await office.call(method, args);
      expect([method, answer.ok, answer.error]).toEqual([method, true, undefined]);
      faults.push(...check(method, answer), ...checkSlackRequest(method, args));
      return answer;
    };
    const group = workspace.addUserGroup({ handle: 'network', users: [ben.id] });
    const blocks = [section('card'), actions(button('reply', 'Reply'))];
    const channel = support.id;
    const metadata = { event_type: 'card', event_payload: { key: 'x:1' } };
    await call('auth.test');
    await call('team.info');
    const { ts } = await call('chat.postMessage', { channel, text: 'card', blocks, metadata, unfurl_links: false });
    await call('chat.postMessage', { channel, text: 'note', thread_ts: ts });
    await workspace.as(anna.id).say(channel, 'hello', String(ts));
    await call('chat.update', { channel, ts, text: 'card', blocks });
    await call('chat.postEphemeral', { channel, user: anna.id, text: 'psst' });
    await call('chat.getPermalink', { channel, message_ts: ts });
    await call('reactions.add', { channel, timestamp: ts, name: 'eyes' });
    await call('conversations.history', { channel, limit: 10, include_all_metadata: true });
    await call('conversations.history', { channel: workspace.addChannel({ name: 'empty' }).id });
    await call('conversations.replies', { channel, ts, include_all_metadata: true });
    await call('conversations.open', { users: anna.id });
    await call('conversations.open', { users: anna.id, return_im: true });
    await call('conversations.info', { channel, include_num_members: true });
    await call('conversations.info', { channel: workspace.as(anna.id).dm() });
    await call('conversations.members', { channel });
    await call('conversations.list', { types: 'public_channel,im', limit: 1 });
    await call('users.conversations');
    await call('users.info', { user: anna.id });
    await call('users.list', { limit: 2 });
    await call('usergroups.list', { include_users: true });
    await call('usergroups.users.list', { usergroup: group.id });
    await call('views.publish', { user_id: anna.id, view: { type: 'home', blocks } });
    await call('files.list', { user: anna.id, ts_from: 0, count: 10, page: 1 });
    await call('chat.delete', { channel, ts });
    expect(faults).toEqual([]);
  });

  test('refuses with the error codes that each method has', async () => {
    if (!slackDocument) return;
    const check = createSlackAnswerCheck(slackDocument);
    const { call, workspace, anna, support } = await openOffice();
    const { ts } = await workspace.as(anna.id).say(support.id, 'hello');
    const channel = support.id;
    const refusals: [string, Json][] = [
      ['chat.postMessage', { channel: 'C0NOWHERE0', text: 'x' }],
      ['chat.postMessage', { channel }],
      ['chat.postMessage', { channel, blocks: [{ type: 'marquee' }] }],
      ['chat.update', { channel, ts, text: 'x' }],
      ['chat.update', { channel, ts: '1.0', text: 'x' }],
      ['chat.delete', { channel, ts }],
      ['files.delete', { file: 'F0NOWHERE' }],
      ['chat.postEphemeral', { channel, user: 'U0NOBODY', text: 'x' }],
      ['chat.getPermalink', { channel, message_ts: '1.0' }],
      ['conversations.replies', { channel, ts: '1.0' }],
      ['conversations.open', {}],
      ['conversations.open', { users: 'U0NOBODY' }],
      ['users.info', { user: 'U0NOBODY' }],
      ['usergroups.users.list', { usergroup: 'S0NOBODY' }],
      ['reactions.add', { channel, timestamp: '1.0', name: 'eyes' }],
      ['reactions.add', { channel, timestamp: ts, name: 'not a name' }],
      ['views.open', { trigger_id: '1.2.3', view: {} }],
    ];
    for (const [method, args] of refusals) {
      const answer = await call(method, args);
      expect([method, answer.ok, ...check(method, answer)]).toEqual([method, false]);
    }
  });

  test('tells our own wrong requests from right ones', () => {
    expect(checkSlackRequest('chat.postMessage', { channel: 'C1', text: 'x', metadata: {}, blocks: [] })).toEqual([]);
    expect(checkSlackRequest('conversations.history', { channel: 'C1', limit: '20', oldest: '1.5' })).toEqual([]);
    expect(checkSlackRequest('chat.postMessage', { text: 'x', colour: 'red', unfurl_links: 'maybe' })).toEqual([
      'unknown argument colour',
      'missing argument channel',
      'unfurl_links should be true or false, is "maybe"',
    ]);
    expect(checkSlackRequest('chat.shout', {})).toEqual(['unknown method chat.shout']);
    expect(checkSlackRequest('files.getUploadURLExternal', { filename: 'a' })).toEqual(['missing argument length']);
  });
});
