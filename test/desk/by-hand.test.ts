import { describe, expect, test } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import { answerTarget, answerWay } from '../../src/desk/answer-way.ts';
import { answeredElsewhere } from '../../src/desk/answered-elsewhere.ts';
import { markAnswered, prepareByHand, preparedText } from '../../src/desk/by-hand.ts';
import { reopen } from '../../src/desk/handling.ts';
import { beginSending, pressSend } from '../../src/desk/publishing.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPress,
  aPublication,
  BEN,
  berlin,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T10:12');
const found = aMention({}, aDesk(), { post: aPost({ via: 'search' }) });
const refusedPublication = aPublication({
  status: 'failed',
  post: null,
  fault: { code: 'reply-not-allowed', detail: 'Reply to this conversation is not allowed' },
});

describe('how a mention may be answered', () => {
  test('by the API when it names us, by hand when the search found it or the network refused', () => {
    expect(answerWay(aMention())).toBe('api');
    expect(answerWay(found)).toBe('intent');
    expect(answerWay(aMention({ publications: [refusedPublication] }))).toBe('intent');
  });

  test('by the API again once the customer names us', () => {
    const later = aPost({ id: '1002', via: 'mention', at: instant('2026-11-24T10:11') });
    expect(answerWay({ ...found, posts: [found.posts[0], later] })).toBe('api');
    const refused = aMention({ publications: [refusedPublication] });
    expect(answerWay({ ...refused, posts: [refused.posts[0], later] })).toBe('api');
  });

  test('at the last post that is still there', () => {
    const later = aPost({ id: '1002', deletedAt: NOW.toISOString() });
    expect(answerTarget({ ...found, posts: [found.posts[0], later] })?.id).toBe('1001');
  });
});

describe('a mention that is answered by hand', () => {
  const wish = { ...aPress(), purpose: 'reply', text: 'Hi Mia', seen: [], anyway: false } as const;

  test('never reaches the API: neither by Send, nor by a text that was on its way', () => {
    expect(refusalOf(answer(found, wish, aDesk(), NOW))).toEqual({ reason: 'reply-by-hand' });
    const press = { by: ANNA, purpose: 'reply', text: 'Hi Mia', inReplyTo: '1001' } as const;
    const waiting = pressSend(found, press, aDesk(), NOW);
    const begun = granted(beginSending(waiting, 'p1', 'a1', aDesk(), NOW)).state;
    expect(begun.publications[0]).toMatchObject({ status: 'failed', fault: { code: 'reply-not-allowed' } });
    expect(begun.drafts).toMatchObject([{ by: ANNA, text: 'Hi Mia' }]);
  });

  test('keeps the text that is ready for it, the newest first', () => {
    const anna = prepareByHand(found, ANNA, 'Hi Mia', NOW).state;
    const both = prepareByHand(anna, BEN, 'Hello Mia', berlin('2026-11-24T10:13')).state;
    expect(preparedText(both)).toMatchObject({ by: BEN, text: 'Hello Mia' });
  });

  test('is settled by whoever says so, once, and can be taken up again', () => {
    const ready = prepareByHand(found, ANNA, 'Hi Mia', NOW).state;
    const { state, effects } = granted(markAnswered(ready, aPress(BEN, 'k1'), aDesk(), NOW));
    expect(state).toMatchObject({
      status: 'answered',
      drafts: [],
      publications: [{ by: BEN, text: 'Hi Mia', status: 'published', post: null, inReplyTo: '1001' }],
    });
    expect(state.clocks[0]?.stopped?.publication).toBe('p1');
    expect(effects.map(({ effect }) => effect.type)).toEqual(['draw-card', 'tell']);
    expect(refusalOf(markAnswered(state, aPress(BEN, 'k1'), aDesk(), NOW))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(markAnswered(state, aPress(ANNA, 'k2'), aDesk(), NOW))).toEqual({ reason: 'already-done' });
    expect(granted(reopen(state, aPress(ANNA, 'k3'), aDesk(), NOW)).state.status).toBe('open');
  });

  test('gets the address of that answer when our timeline shows it, also with other words', () => {
    const { state } = granted(markAnswered(found, aPress(BEN), aDesk(), NOW));
    const url = 'https://x.com/nordair/status/9009';
    const own = { id: '9009', url, at: instant('2026-11-24T10:11'), text: 'Hello Mia!', inReplyTo: '1001' };
    const attached = answeredElsewhere(state, own, () => false, aDesk(), NOW).state;
    expect(attached.publications).toMatchObject([{ by: BEN, text: 'Hello Mia!', post: { id: '9009' } }]);
    // A later answer of the same day is another one.
    const next = { ...own, id: '9010', at: instant('2026-11-24T15:00') };
    expect(answeredElsewhere(state, next, () => false, aDesk(), NOW).state.publications).toHaveLength(2);
  });
});
