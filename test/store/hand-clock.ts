import type { Clock } from '../../src/clock.ts';

export interface HandClock extends Clock {
  move(ms: number): void;
}

/** A clock that stands still until it is moved. The store sets no timers. */
export function createHandClock(start = '2026-03-03T09:00:00.000Z'): HandClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    monotonicMs: () => now,
    after() {
      throw new Error('the store should need no timer');
    },
    move(ms) {
      now += ms;
    },
  };
}
