import { describe, expect, test } from 'vitest';
import { complaintsShown, limitShows, type ShownCard } from '../../practice/complaints-shown.ts';

const card = (kind: ShownCard['kind'], arrivedMs: number, shownMs: number, knownMs = arrivedMs): ShownCard => ({
  kind,
  arrivedMs,
  knownMs,
  shownMs,
});

describe('what a replay says of its complaints', () => {
  test('takes as the limit a server of one message a second that is fed as they arrive', () => {
    expect(limitShows([0, 0, 0, 10_000, 10_500])).toEqual([0, 1_000, 2_000, 10_000, 11_000]);
  });

  test('is the time to the last complaint’s card by the limit’s own, and each one’s delay', () => {
    const cards = [0, 1, 2, 3, 4].map((index) => card('complaint', 0, 1_000 + index * 1_100));
    expect(complaintsShown([...cards, card('rest', 0, 60_000)])).toEqual({
      complaints: 5,
      complaintsShownSeconds: 5.4,
      limitSeconds: 4,
      ratio: 1.35,
      delay: { median: 3.2, p95: 5.4, most: 5.4 },
      limitDelay: { median: 2, p95: 4, most: 4 },
      overtaken: 0,
    });
  });

  test('counts each card of no complaint that was posted while a known complaint waited', () => {
    const late = card('complaint', 0, 5_000, 2_000);
    const others = [card('rest', 0, 1_000), card('rest', 0, 3_000), card('rest', 0, 6_000), card('urgent', 0, 4_000)];
    expect(complaintsShown([late, ...others]).overtaken).toBe(1);
  });

  test('says nothing wild where there is no complaint', () => {
    expect(complaintsShown([card('rest', 0, 1_000)])).toMatchObject({ complaints: 0, ratio: 0, overtaken: 0 });
  });
});
