import { describe, expect, test } from 'vitest';
import { ACTION } from '../../views/ids.ts';
import { note } from '../../views/note.ts';
import { parseAnswerId, parsePressValue } from '../../views/value.ts';
import { pressable, shownText } from './limits.ts';
import { context, escalation, mention, post } from './sample.ts';

const ctx = context();

describe('a line in the thread of a card', () => {
  const again = mention({ posts: [post(), post({ id: '1002', text: 'Still <b>nothing</b>!' })] });

  test('a customer wrote again: tells the owner and shows the words', () => {
    const shown = note(again, { type: 'wrote-again', post: '1002', owner: 'UANNA' }, ctx);
    expect(shownText(shown)).toContain('<@UANNA> – Jane Doe wrote again');
    expect(shownText(shown)).toContain('Still <b>nothing</b>!');
    expect(shown.text).toContain('Still &lt;b&gt;nothing&lt;/b&gt;!');
  });

  test('tells nobody where nobody owns it', () => {
    expect(note(again, { type: 'wrote-again', post: '1002', owner: null }, ctx).text).not.toContain('<@');
  });

  test('a colleague answered: quotes them and offers the answer as a draft', () => {
    const answers = [{ by: 'UBEN', text: 'Mast 7 is down &amp; <@UCARL> is there. <!channel>', ts: '1700.1' }];
    const asked = mention({ escalations: [escalation({ answers })] });
    const shown = note(asked, { type: 'escalation-answered', escalation: 'e1', ts: '1700.1' }, ctx);
    expect(shownText(shown)).toContain('<@UBEN> answered:\n> Mast 7 is down &amp; <@UCARL> is there. @channel');
    const [use] = pressable(shown);
    expect(use).toMatchObject({ action: ACTION.useAsDraft, label: 'Use as reply draft' });
    const press = parsePressValue(use?.value ?? '');
    expect(press?.ref.id).toBe('x:1001');
    expect(parseAnswerId(press?.id ?? '')).toEqual({ escalation: 'e1', ts: '1700.1' });
  });

  test.each(['not-in-channel', 'An API error occurred: not_in_channel', 'channel_not_found'])(
    'a group could not be told (%s): says what to type where',
    (fault) => {
      const one = escalation({ to: { type: 'group', id: 'SNET' }, channel: 'CNET', fault });
      const { text } = note(mention({ escalations: [one] }), { type: 'escalation-failed', escalation: 'e1' }, ctx);
      expect(text).toContain('<!subteam^SNET> could not be told.');
      expect(text).toContain('`/invite @Earshot`');
      expect(text).toContain('<#CNET>');
    },
  );

  test('another failure is told in Slack’s words', () => {
    const one = escalation({ fault: 'user_disabled' });
    const { text } = note(mention({ escalations: [one] }), { type: 'escalation-failed', escalation: 'e1' }, ctx);
    expect(text).toContain('<@UBEN> could not be told. Slack says: user_disabled');
  });
});
