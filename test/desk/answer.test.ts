import { describe, expect, it } from 'vitest';
import { answer, countText, prepareText } from '../../src/desk/answer.ts';
import { isRefused } from '../../src/desk/decision.ts';
import { draftOf, keepRefused } from '../../src/desk/draft.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { undo } from '../../src/desk/undo.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPublication,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:05');

function wish(fields: Partial<Parameters<typeof answer>[1]> = {}): Parameters<typeof answer>[1] {
  return { by: ANNA, key: 'k1', purpose: 'reply', text: 'It is on its way.', seen: [], anyway: false, ...fields };
}

/** The mention with an answer of Ben's. */
function answeredByBen(fields: Parameters<typeof aPublication>[0] = {}): Mention {
  return aMention({ publications: [aPublication({ by: BEN, text: 'Ben was first.', ...fields })] });
}

describe('an answer', () => {
  it('waits for Undo as a reply to the customer’s last post, and claims what nobody had', () => {
    const later = aPost({ id: '1002' });
    const { state, effects } = granted(answer(aMention({ posts: [aPost(), later] }), wish(), desk, now));
    expect(state).toMatchObject({
      status: 'claimed',
      owner: ANNA,
      publications: [{ status: 'waiting', purpose: 'reply', text: 'It is on its way.', inReplyTo: '1002', by: ANNA }],
    });
    expect(effects).toMatchObject([{ effect: { type: 'draw-card' } }]);
  });

  it('is not sent by the decision itself: only the shown card lets it out', () => {
    const decision = granted(answer(aMention(), wish(), desk, now));
    expect(effectsOf(decision, 'publish')).toEqual([]);
  });

  it('is no answer until it is public: the clock runs on', () => {
    const { state } = granted(answer(aMention(), wish(), desk, now));
    expect(state.clocks).toMatchObject([{ stopped: null }]);
  });

  it('to a colleague’s mention leaves it theirs', () => {
    const escalated = aMention({ owner: BEN, status: 'escalated' });
    expect(granted(answer(escalated, wish(), desk, now)).state).toMatchObject({ owner: BEN, status: 'escalated' });
  });

  it('ends the sender’s writing, not that of another', () => {
    const writing = (by: string) => aMention({ writing: { by, since: instant('2026-11-24T10:04') } });
    expect(granted(answer(writing(ANNA), wish(), desk, now)).state.writing).toBeNull();
    expect(granted(answer(writing(BEN), wish(), desk, now)).state.writing?.by).toBe(BEN);
  });

  it('is taken once for each press, however often Slack delivers it', () => {
    const { state } = granted(answer(aMention(), wish(), desk, now));
    expect(refusalOf(answer(state, wish(), desk, now))).toEqual({ reason: 'already-handled' });
    expect(granted(answer(state, wish({ key: 'k2' }), desk, now)).state.publications).toHaveLength(2);
  });
});

describe('two people at one mention', () => {
  it.each(['waiting', 'sending', 'unclear', 'published'] as const)(
    'the second is told who was first, when and with which words: a reply that is %s',
    (status) => {
      expect(refusalOf(answer(answeredByBen({ status }), wish(), desk, now))).toEqual({
        reason: 'answered-meanwhile',
        by: BEN,
        at: instant('2026-11-24T10:05'),
        text: 'Ben was first.',
      });
    },
  );

  it('the refused text is neither published nor counted as handled, so that "send anyway" can go', () => {
    const mention = answeredByBen();
    expect(isRefused(answer(mention, wish(), desk, now))).toBe(true);
    const { state } = granted(answer(mention, wish({ seen: ['p1'], anyway: true }), desk, now));
    expect(state.publications).toMatchObject([{ by: BEN }, { id: 'p2', by: ANNA, status: 'waiting' }]);
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'sent-anyway' });
  });

  it('the refused text is kept for its sender until it is sent', () => {
    const refused = (text: string) => ({ by: ANNA, purpose: 'reply', text }) as const;
    const first = keepRefused(answeredByBen(), refused('A first try'), now).state;
    const kept = keepRefused(first, refused('It is on its way.'), now).state;
    expect(draftOf(kept, ANNA, 'reply')).toMatchObject({ text: 'It is on its way.', why: 'refused' });
    expect(draftOf(kept, BEN, 'reply')).toBeNull();
    expect(keepRefused(kept, refused(' '), now).state).toBe(kept);
    expect(granted(answer(kept, wish({ seen: ['p1'], anyway: true }), desk, now)).state.drafts).toEqual([]);
  });

  it('"send anyway" says nothing about an answer that came after the question', () => {
    const third = aPublication({ id: 'p2', by: 'U0CARL', text: 'Carl too.' });
    const mention = aMention({ publications: [aPublication({ by: BEN }), third] });
    expect(refusalOf(answer(mention, wish({ seen: ['p1'], anyway: true }), desk, now))).toMatchObject({ by: 'U0CARL' });
  });

  it('"send anyway" with nothing to override is an ordinary answer', () => {
    const { state } = granted(answer(aMention(), wish({ anyway: true }), desk, now));
    expect(state.history.map((entry) => entry.did)).not.toContain('sent-anyway');
  });

  it('an answer that the sender had seen does not stand in the way', () => {
    expect(granted(answer(answeredByBen(), wish({ seen: ['p1'] }), desk, now)).state.publications).toHaveLength(2);
  });

  it('the own answer never stands in the way', () => {
    const mine = aMention({ publications: [aPublication({ by: ANNA })] });
    expect(granted(answer(mine, wish(), desk, now)).state.publications).toHaveLength(2);
  });

  it.each(['failed', 'undone', 'deleting', 'deleted'] as const)(
    'an answer that is %s does not stand in the way',
    (status) => {
      expect(granted(answer(answeredByBen({ status }), wish(), desk, now)).state.publications).toHaveLength(2);
    },
  );

  it('of several colleagues the latest is named', () => {
    const both = [aPublication({ by: BEN }), aPublication({ id: 'p2', by: 'U0CARL', text: 'Carl too.' })];
    expect(refusalOf(answer(aMention({ publications: both }), wish(), desk, now))).toMatchObject({ by: 'U0CARL' });
  });
});

describe('a text on its way to the public', () => {
  it('is decoded: what Slack escaped, the public reads plainly', () => {
    expect(prepareText('Q&amp;A :wave:', null, desk)).toMatchObject({ text: 'Q&A 👋' });
  });

  it.each([
    ['', 'empty'],
    ['ask <@U012AB3CD>', 'slack-mention'],
    ['see <#C012AB3CD>', 'slack-channel'],
    ['<!channel> help', 'slack-broadcast'],
    ['so :parrot_of_ours:', 'custom-emoji'],
    ['buy $NRDA and $LHAG', 'too-many-cashtags'],
  ])('%j is refused as %s', (typed, why) => {
    expect(prepareText(typed, null, desk)).toMatchObject({ refused: { reason: 'unsuitable-text', why } });
  });

  it('may name one ticker, as X allows', () => {
    expect(prepareText('We are $NRDA', null, desk)).toMatchObject({ text: 'We are $NRDA' });
  });

  it('is refused when it is too long, with the count', () => {
    expect(prepareText('ä'.repeat(281), null, desk)).toEqual({
      refused: { reason: 'too-long', length: 281, limit: 280 },
    });
    expect(prepareText('ä'.repeat(280), null, desk)).toMatchObject({ length: 280, limit: 280 });
  });

  it('that is refused changes nothing at the mention', () => {
    expect(refusalOf(answer(aMention(), wish({ text: 'x'.repeat(300) }), desk, now))).toMatchObject({
      reason: 'too-long',
    });
  });

  describe('of a team that signs', () => {
    const signing = aDesk({ signatures: { [ANNA]: 'AB' } });

    it('ends with the sender’s initials, once', () => {
      expect(prepareText('Thanks!', ANNA, signing)).toMatchObject({ text: 'Thanks! ^AB' });
      expect(prepareText('Thanks! ^AB', ANNA, signing)).toMatchObject({ text: 'Thanks! ^AB' });
      expect(prepareText('Thanks!', BEN, signing)).toMatchObject({ text: 'Thanks!' });
    });

    it('counts them', () => {
      expect(prepareText('x'.repeat(277), ANNA, signing)).toEqual({
        refused: { reason: 'too-long', length: 281, limit: 280 },
      });
      expect(countText('x'.repeat(276), ANNA, signing)).toMatchObject({ length: 280, limit: 280 });
    });
  });

  it('is counted while it is typed, even when it can’t be sent yet', () => {
    expect(countText('', ANNA, aDesk({ signatures: { [ANNA]: 'AB' } }))).toMatchObject({ length: 0, limit: 280 });
    expect(countText('ask <@U012AB3CD>', null, desk).length).toBeGreaterThan(0);
    expect(countText('x'.repeat(300), null, desk)).toMatchObject({ length: 300 });
  });
});

describe('opening the form again', () => {
  it('offers what this person typed and did not get out', () => {
    const sent = granted(answer(aMention(), wish(), desk, now)).state;
    const { state } = granted(undo(sent, 'p1', ANNA, now));
    expect(draftOf(state, ANNA, 'reply')).toMatchObject({ text: 'It is on its way.', why: 'undone' });
    expect(draftOf(state, BEN, 'reply')).toBeNull();
  });
});
