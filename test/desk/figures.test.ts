import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayFigures,
  dayStart,
  firstAnswer,
  firstAnswerMs,
  gotAnswer,
  keptSla,
  median,
  percentile,
} from '../../src/desk/figures.ts';
import { close } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { wakeMention } from '../../src/desk/wake.ts';
import { aMention, aPost, aPress, aPublication, berlin, granted, instant } from './examples.ts';

/** A complaint of 10:00, due at 11:00, answered at a time of the same day. */
function answeredAt(time: string, fields: Partial<Mention> = {}): Mention {
  const post = { id: '9001', url: 'https://x.com/nordair/status/9001', at: instant(`2026-11-24T${time}`) };
  return aMention({ status: 'answered', publications: [aPublication({ post })], ...fields });
}

/** The same, unanswered, after the clock has been looked at. */
function lateMention(): Mention {
  return wakeMention(aMention(), berlin('2026-11-24T11:01')).state;
}

describe('the first answer', () => {
  it('is the earliest that is public', () => {
    const post = (time: string) => ({ id: time, url: 'https://x.com/n', at: instant(`2026-11-24T${time}`) });
    const mention = aMention({
      publications: [
        aPublication({ id: 'p1', status: 'undone' }),
        aPublication({ id: 'p2', post: post('10:30') }),
        aPublication({ id: 'p3', post: post('10:20') }),
        aPublication({ id: 'p4', status: 'unclear', post: null }),
      ],
    });
    expect(firstAnswer(mention)).toMatchObject({ at: instant('2026-11-24T10:20'), publication: { id: 'p3' } });
    expect(firstAnswerMs(mention)).toBe(20 * 60_000);
    expect(gotAnswer(mention)).toBe(true);
  });

  it.each(['waiting', 'sending', 'unclear', 'failed', 'undone', 'deleted'] as const)('is none that is %s', (status) => {
    const mention = aMention({ publications: [aPublication({ status })] });
    expect(firstAnswer(mention)).toBeNull();
    expect(firstAnswerMs(mention)).toBeNull();
    expect(gotAnswer(mention)).toBe(false);
  });

  it('that only a person saw there counts from when it was sent', () => {
    const mention = aMention({ publications: [aPublication({ post: null })] });
    expect(firstAnswer(mention)?.at).toBe(instant('2026-11-24T10:05:12'));
  });

  it('never comes before the question, whatever the clocks say', () => {
    expect(firstAnswerMs(answeredAt('09:59'))).toBe(0);
  });
});

describe('the promise of the first answer', () => {
  it.each([
    ['kept by an answer in time', answeredAt('11:00'), true],
    ['broken by an answer that came later', answeredAt('11:00:01'), false],
    ['still open', aMention(), null],
    ['broken when nobody has answered by then', lateMention(), false],
  ])('is %s', (_, mention, expected) => {
    expect(keptSla(mention)).toBe(expected);
  });

  it('is none where the kind has no SLA', () => {
    expect(keptSla(aMention({ kind: 'praise' }))).toBeNull();
  });

  it('is none where no answer is needed, even when that was said late', () => {
    const closed = granted(close(lateMention(), aPress(), 'spam', berlin('2026-11-24T12:00'))).state;
    expect(keptSla(closed)).toBeNull();
  });

  it('is broken, however early the answer, where it was deleted', () => {
    const deleted = { ...lateMention(), publications: [aPublication({ status: 'deleted' })] };
    expect(keptSla(deleted)).toBe(false);
  });
});

describe('the middle of numbers', () => {
  it('is none of none', () => {
    expect(median([])).toBeNull();
    expect(percentile([], 90)).toBeNull();
  });

  it('is the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90)).toBe(10);
  });

  it('has as many below as above, whatever they are, and lies among them', () => {
    const numbers = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 100 }), (all, p) => {
        const value = percentile(all, p) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...all));
        expect(value).toBeLessThanOrEqual(Math.max(...all));
        expect(all.filter((one) => one < value).length).toBeLessThanOrEqual(Math.ceil(((all.length - 1) * p) / 100));
      }),
    );
  });
});

describe('a day', () => {
  const now = berlin('2026-11-24T15:00');
  const yesterday = aMention({}, undefined, { post: aPost({ at: instant('2026-11-23T23:59') }) });
  const figuresOf = (mentions: readonly Mention[]) => dayFigures(mentions, 'Europe/Berlin', now);

  it('begins at the office’s midnight, also when the clocks change', () => {
    expect(dayStart('Europe/Berlin', now)).toBe(instant('2026-11-24T00:00'));
    expect(dayStart('Europe/Berlin', berlin('2026-10-25T12:00'))).toBe('2026-10-24T22:00:00.000Z');
    expect(dayStart('America/New_York', new Date('2026-11-24T03:00:00Z'))).toBe('2026-11-23T05:00:00.000Z');
  });

  it('without mentions has no shares', () => {
    expect(figuresOf([])).toEqual({
      open: 0,
      arrived: 0,
      answered: 0,
      medianMs: null,
      keptShare: null,
      answeredShare: null,
      muted: 0,
    });
  });

  it('counts what came, what was answered, and how', () => {
    const mentions = [
      answeredAt('10:10'),
      answeredAt('10:30'),
      answeredAt('12:00'),
      lateMention(),
      aMention({ kind: 'praise' }),
      yesterday,
      aMention({ muted: { at: instant('2026-11-24T10:00'), by: 'author', what: 'spam' } }),
    ];
    expect(figuresOf(mentions)).toEqual({
      open: 3,
      arrived: 5,
      answered: 3,
      medianMs: 30 * 60_000,
      keptShare: 2 / 4,
      answeredShare: 3 / 5,
      muted: 1,
    });
  });

  it('counts an answer on the day on which it was given', () => {
    const answered: Mention = { ...yesterday, status: 'answered', publications: [aPublication()] };
    expect(figuresOf([answered])).toMatchObject({ open: 0, arrived: 0, answered: 1, answeredShare: null });
    const before = aPublication({ post: { id: '9', url: 'https://x.com/n', at: instant('2026-11-23T23:59:30') } });
    expect(figuresOf([{ ...answered, publications: [before] }])).toMatchObject({ answered: 0, keptShare: null });
  });
});
