import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBucket } from '../../src/dispatch/bucket.ts';

/** When each call may begin, when the next asks as soon as the one before is through and `late` more has gone by. */
function startsOf(count: number, pace: { burst: number; everyMs: number }, late: (index: number) => number): number[] {
  const bucket = createBucket(pace);
  let nowMs = 0;
  return Array.from({ length: count }, (_, index) => {
    nowMs += late(index);
    nowMs += bucket.take(nowMs);
    return nowMs;
  });
}

describe('a bucket', () => {
  test('lets a burst through at once, and then exactly one each interval', () => {
    expect(startsOf(6, { burst: 3, everyMs: 1_000 }, () => 0)).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);
  });

  test('loses nothing to timers that fire late, as long as each is late by less than the interval', () => {
    const lateBy = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lateBy, fc.integer({ min: 1, max: 5 }), (lates, burst) => {
        const starts = startsOf(200, { burst, everyMs: 1_000 }, (index) => lates[index % lates.length] ?? 0);
        expect(starts.at(-1)).toBeLessThanOrEqual((200 - burst) * 1_000 + 900 + (burst + 1) * 900);
      }),
    );
  });

  test('never lets more through in any stretch than the burst and one for each interval of it', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 5 }), (lates, burst) => {
        const starts = startsOf(lates.length, { burst, everyMs: 1_000 }, (index) => lates[index] ?? 0);
        for (const [from, first] of starts.entries()) {
          for (const [to, last] of starts.entries()) {
            if (to >= from) expect(to - from + 1).toBeLessThanOrEqual(burst + Math.floor((last - first) / 1_000));
          }
        }
      }),
    );
  });
});
