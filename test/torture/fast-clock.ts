import { z } from 'zod';
import type { PracticeClock } from '../../practice/clock.ts';

/** Where a fast clock began, so that another process can have the same one. */
export const clockShape = z.object({
  /** The machine's own time at which it began, milliseconds. */
  realStartMs: z.number(),
  startMs: z.number(),
  /** How many times faster than the machine's own it runs. */
  speed: z.number().positive(),
});
export type ClockShape = z.infer<typeof clockShape>;

/** Node's longest timer, 2^31-1 ms. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * A clock that runs faster than the machine's, so that the minutes of an SLA pass in seconds; the servers and each life of
 * the app share one. It cannot be moved: time goes by for all of them alike.
 */
export function createFastClock({ realStartMs, startMs, speed }: ClockShape): PracticeClock {
  const timers = new Set<NodeJS.Timeout>();
  // Steady within a process, and the same in all of them up to the machine's own clock.
  const monotonicMs = () => (performance.timeOrigin + performance.now() - realStartMs) * speed;
  return {
    now: () => new Date(startMs + monotonicMs()),
    monotonicMs,
    after(ms, run) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          run();
        },
        Math.min(Math.max(0, ms) / speed, LONGEST_TIMER_MS),
      );
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer);
      };
    },
    jump: () => Promise.reject(new Error('this clock is shared with another process and cannot be moved')),
    jumpTo: () => Promise.reject(new Error('this clock is shared with another process and cannot be moved')),
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
