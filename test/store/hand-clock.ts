import type { Clock } from '../../src/clock.ts';

export interface HandClock extends Clock {
  /** Fires what becomes due on the way. */
  move(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function createHandClock(start = '2026-03-03T09:00:00.000Z'): HandClock {
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    monotonicMs: () => now,
    after(ms, run) {
      const timer = { dueMs: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    move(ms) {
      now += ms;
      const due = [...timers].filter(({ dueMs }) => dueMs <= now);
      for (const timer of due) if (timers.delete(timer)) timer.run();
    },
  };
}
