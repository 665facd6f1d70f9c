import { expect, test } from 'vitest';
import { escalationMessage } from '../../views/escalation.ts';
import { shownText } from './limits.ts';
import { context, escalation, mention, post } from './sample.ts';

const ctx = context();

test('a person who is asked sees who asks what, the customer’s words and where to answer', () => {
  const text = shownText(escalationMessage(mention(), escalation({ reason: 'Mast 7?\n<down>' }), ctx));
  expect(text).toContain('<@UANNA> asks for your help');
  expect(text).toContain('> Mast 7?\n> &lt;down&gt;');
  expect(text).toContain('*Jane Doe* @jane_doe');
  expect(text).toContain('My internet has been down since yesterday!');
  expect(text).toContain('|Card #42>');
  expect(text).toContain('<https://x.com/jane/status/1001|Post on X>');
  expect(text).toContain('Answer in this thread: the team sees it beside the card. It is never published.');
});

test('a group is named so that its members are told', () => {
  const asked = escalationMessage(mention(), escalation({ to: { type: 'group', id: 'SNET' } }), ctx);
  expect(asked.text).toContain('<!subteam^SNET> – <@UANNA> asks');
});

test('what the customer wrote last is there too', () => {
  const posts = [post(), post({ id: '2', text: 'Now the phone as well' })] as const;
  expect(shownText(escalationMessage(mention({ posts }), escalation(), ctx))).toContain('Now the phone as well');
});
