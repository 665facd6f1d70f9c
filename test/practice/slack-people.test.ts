import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../practice/slack/index.ts';
import { blocks, listen, withCard } from './slack-listener.ts';
import { actions, button, openOffice, section } from './slack-office.ts';

describe('a person', () => {
  test('cannot press what is not shown, or where they are not', async () => {
    const office = await openOffice();
    const ts = await withCard(office);
    const { workspace, anna, support } = office;
    const carl = workspace.addUser({ name: 'carl' });
    await expect(workspace.as(anna.id).press(support.id, ts, 'undo')).rejects.toThrow(
      'does not show "undo"; it shows: [Reply] reply, [Claim] claim',
    );
    await expect(workspace.as(anna.id).press(support.id, '1.0', 'reply')).rejects.toThrow('sees no message');
    await expect(workspace.as(carl.id).press(support.id, ts, 'reply')).rejects.toThrow('not in a channel');
  });

  test('chooses from a menu what it offers', async () => {
    const office = await openOffice();
    const app = await listen(office);
    const options = ['a', 'b'].map((value) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value }));
    const menu = [actions({ type: 'overflow', action_id: 'more', options })];
    const { ts } = await office.call('chat.postMessage', { channel: office.support.id, text: 'x', blocks: menu });
    const anna = office.workspace.as(office.anna.id);
    await anna.press(office.support.id, String(ts), { action_id: 'more', option: 'B' });
    expect(app.interactive()[0]?.payload).toMatchObject({
      actions: [{ type: 'overflow', selected_option: { value: 'b' } }],
    });
    await expect(anna.select(office.support.id, String(ts), 'more', 'C')).rejects.toThrow(
      'there is no option "C"; offered: A (a), B (b)',
    );
  });

  test('gets an answer that only they see, which they can press and which the app can replace', async () => {
    const office = await openOffice();
    const app = await listen(office);
    const { workspace, anna, ben, support, call } = office;
    const asked = await call('chat.postEphemeral', { channel: support.id, user: anna.id, text: 'sure?', blocks });
    expect(workspace.messages(support.id)).toEqual([]);
    await workspace.as(anna.id).press(support.id, String(asked.message_ts), 'reply');
    await expect(workspace.as(ben.id).press(support.id, String(asked.message_ts), 'reply')).rejects.toThrow(
      'sees no message',
    );
    const { payload } = app.interactive()[0] ?? {};
    expect(payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    const answer = (body: object) =>
      fetch(String(payload?.response_url), { method: 'POST', body: JSON.stringify(body) });
    expect((await answer({ text: 'done', replace_original: true })).status).toBe(200);
    expect(workspace.ephemerals(anna.id)).toMatchObject([{ text: 'done' }]);
    await answer({ delete_original: true });
    expect(workspace.ephemerals(anna.id)).toEqual([]);
    await answer({ text: 'for all', response_type: 'in_channel' });
    expect(workspace.messages(support.id)).toMatchObject([{ text: 'for all' }]);
    expect((await answer({})).status).toBe(400);
    await answer({ text: 'fifth' });
    expect((await answer({ text: 'sixth' })).status).toBe(404);
    expect(workspace.rejections.map(({ error }) => error)).toEqual(['no_text', 'used_url']);
  });

  test('waits in vain for an answer after thirty minutes', async () => {
    const office = await openOffice();
    const app = await listen(office);
    const ts = await withCard(office);
    await office.workspace.as(office.anna.id).press(office.support.id, ts, 'reply');
    await office.clock.jump(31 * 60_000);
    const url = String(app.interactive()[0]?.payload?.response_url);
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'late' }) });
    expect([response.status, await response.text()]).toEqual([404, 'expired_url']);
  });
});

describe('a reader', () => {
  test('sees a message as Slack shows it', async () => {
    const { call, slack, support, anna, workspace } = await openOffice();
    const text = `Hi <@${anna.id}> in <#${support.id}>, due <!date^1772524800^{date_short_pretty} {time}|soon>: 1 &lt; 2 <https://a.b|link> <!channel>`;
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '#42' } },
      section(text),
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'one' },
          { type: 'mrkdwn', text: 'two' },
        ],
      },
      actions(button('reply', 'Reply', { style: 'primary' }), button('claim', 'Claim')),
    ];
    await call('chat.postMessage', { channel: support.id, text: 'x', blocks });
    const [message] = workspace.messages(support.id);
    expect(message && renderMessage(message, slack.reader('Europe/Berlin'))).toBe(
      [
        '# #42',
        'Hi @anna in #support, due 3 Mar 2026 09:00: 1 < 2 link (https://a.b) @channel',
        'one · two',
        '[*Reply*] [Claim]',
      ].join('\n'),
    );
  });

  test('of a failed wait learns what is there instead', async () => {
    const { call, support, workspace } = await openOffice();
    await call('chat.postMessage', { channel: support.id, text: 'something else' });
    const waiting = workspace.waitFor(() => workspace.messages(support.id)[1], 'a second message', { timeoutMs: 20 });
    await expect(waiting).rejects.toThrow(/waited 20 ms for a second message; instead:[\s\S]*earshot: something else/);
  });
});
