import { expect, test } from 'vitest';
import { type Asked, type Escalation, type Mention, NEW_ASKED } from '../../src/desk/mention.ts';
import { escalationMessage } from '../../views/escalation.ts';
import { pressable, shownText } from './limits.ts';
import { context, escalation, mention, minutesFromNow, post } from './sample.ts';

const ctx = context();
const asks = (about: Mention, one: Escalation, asked: Asked = one) => escalationMessage(about, one, asked, ctx);

test('a person who is asked sees who asks what, the customer’s words and where to answer', () => {
  const text = shownText(asks(mention(), escalation({ reason: 'Mast 7?\n<down>' })));
  expect(text).toContain('<@UANNA> asks for your help');
  expect(text).toContain('> Mast 7?\n> &lt;down&gt;');
  expect(text).toContain('*Jane Doe* @jane_doe');
  expect(text).toContain('My internet has been down since yesterday!');
  expect(text).toContain('|Card #42>');
  expect(text).toContain('<https://x.com/jane/status/1001|Post on X>');
  expect(text).toContain('Answer in this thread: the team sees it beside the card. It is never published.');
});

test('a group is named so that its members are told', () => {
  const asked = asks(mention(), escalation({ to: { type: 'group', id: 'SNET' } }));
  expect(asked.text).toContain('<!subteam^SNET> – <@UANNA> asks');
});

test('what the customer wrote last is there too', () => {
  const posts = [post(), post({ id: '2', text: 'Now the phone as well' })] as const;
  expect(shownText(asks(mention({ posts }), escalation()))).toContain('Now the phone as well');
});

test('whoever is asked next sees who was asked before, and how long ago', () => {
  const second: Asked = { ...NEW_ASKED, to: { type: 'group', id: 'SNET' }, at: minutesFromNow(-5), channel: 'CNET' };
  const third: Asked = { ...NEW_ASKED, to: { type: 'user', id: 'ULEAD' }, at: minutesFromNow(0) };
  const one = escalation({ at: minutesFromNow(-35), told: [second, third] });
  expect(shownText(asks(mention(), one, second))).toContain('<!subteam^SNET> – <@UANNA> needs help');
  expect(shownText(asks(mention(), one, second))).toContain('Asked before: <@UBEN> 30 minutes ago\n');
  expect(shownText(asks(mention(), one, third))).toContain(
    'Asked before: <@UBEN> 35 minutes ago, <!subteam^SNET> 5 minutes ago',
  );
  expect(shownText(asks(mention(), one))).not.toContain('Asked before');
});

test('what came of it stands in the message, with what can still be pressed', () => {
  const buttons = (one: Escalation) => pressable(asks(mention(), one)).map(({ action }) => action);
  const by = { by: 'UBEN', at: minutesFromNow(-2) };
  expect(buttons(escalation())).toEqual(['take_escalation', 'send_back']);
  const taken = escalation({ taken: by });
  expect(buttons(taken)).toEqual(['send_back']);
  expect(shownText(asks(mention(), taken))).toContain('taken by <@UBEN>, ');
  const answered = escalation({ taken: by, ended: { how: 'answered', ...by, reason: null } });
  expect(buttons(answered)).toEqual([]);
  expect(shownText(asks(mention(), answered))).toContain('answered by <@UBEN>, ');
  const back = escalation({ ended: { how: 'sent-back', ...by, reason: 'Not <ours>' } });
  expect(shownText(asks(mention(), back))).toMatch(/sent back by <@UBEN>, .*: Not &lt;ours&gt;/);
});
