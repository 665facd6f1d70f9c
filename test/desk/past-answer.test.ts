import { describe, expect, it } from 'vitest';
import { pastAnswersOf } from '../../src/desk/past-answer.ts';
import { ANNA, aMention, aPost, aPromise, aPublication, instant } from './examples.ts';

const TEXT = 'Hi Mia, your suitcase is on the next flight to Hamburg.';
const answered = (fields: Parameters<typeof aMention>[0] = {}) =>
  aMention({ publications: [aPublication({ text: TEXT })], ...fields });
const worthOf = (fields: Parameters<typeof aMention>[0]) => pastAnswersOf(answered(fields))[0]?.worth;

describe('past answers', () => {
  it('are what is public, with the words that it answered, its sender and its time', () => {
    expect(pastAnswersOf(answered())).toEqual([
      expect.objectContaining({
        publication: 'p1',
        text: TEXT,
        by: ANNA,
        at: instant('2026-11-24T10:05:13'),
        lang: 'en',
        worth: 1,
        question: aPost().text,
      }),
    ]);
  });

  it('are none of what is not public, only says that an answer will come, or was said to somebody forgotten', () => {
    for (const one of [
      aPublication({ status: 'waiting' }),
      aPublication({ status: 'deleted' }),
      aPublication({ purpose: 'holding' }),
    ]) {
      expect(pastAnswersOf(answered({ publications: [one] }))).toEqual([]);
    }
    const forgotten = { by: ANNA, at: instant('2026-11-25T10:00'), why: 'asked' } as const;
    expect(pastAnswersOf({ ...answered(), forgotten: { ...forgotten } as never })).toEqual([]);
  });

  it('are one text where they went out as numbered posts', () => {
    const publications = [
      aPublication({ text: '1/2 We looked into it.' }),
      aPublication({ id: 'p2', text: '2/2 It is on the next flight.', after: 'p1' }),
    ];
    expect(pastAnswersOf(answered({ publications })).map(({ text }) => text)).toEqual([
      'We looked into it. It is on the next flight.',
    ]);
  });

  it('name also the later post that they answered', () => {
    const later = aPost({ id: '1002', text: 'and my pram too', at: instant('2026-11-24T10:01') });
    const publications = [aPublication({ text: TEXT, inReplyTo: '1002' })];
    expect(pastAnswersOf(answered({ posts: [aPost(), later], publications }))[0]?.question).toContain(
      'and my pram too',
    );
  });

  it('are worth less where the customer wrote again, but not where they said thanks', () => {
    const again = (text: string) => [aPost(), aPost({ id: '1002', text, at: instant('2026-11-24T11:00') })] as const;
    expect(worthOf({ posts: again('still nothing!') })).toBe(0.6);
    expect(worthOf({ posts: again('Danke, super!') })).toBe(1);
    const later = aPost({ id: '1002', text: 'another thing', at: instant('2026-11-30T11:00') });
    expect(worthOf({ posts: [aPost(), later] })).toBe(1);
  });

  it('are worth more where their promise was kept, and less where it was broken', () => {
    const ended = (how: 'kept' | 'dropped') => ({ at: instant('2026-11-24T12:00'), how, by: ANNA });
    expect(worthOf({ promises: [aPromise({ ended: ended('kept') })] })).toBe(1.2);
    expect(worthOf({ promises: [aPromise({ ended: ended('dropped') })] })).toBe(0.5);
    expect(worthOf({ promises: [aPromise({ told: 'broken' })] })).toBe(0.5);
    expect(worthOf({ promises: [aPromise()] })).toBe(1);
  });

  it('are worth less where they say next to nothing', () => {
    expect(worthOf({ publications: [aPublication({ text: 'Sorry!' })] })).toBe(0.5);
  });
});
