/**
 * Now and timers, handed in so that tests and the practice servers can move them.
 * The app never calls `Date.now`, `new Date()` or `setTimeout` outside of this file.
 */
export interface Clock {
  /** The wall clock. Instants at rest come from here. */
  now(): Date;
  /** Milliseconds that only ever grow; for leases and durations. */
  monotonicMs(): number;
  /** Calls `run` once, `ms` milliseconds from now; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Node's longest timer, 2^31-1 ms; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's own clock. */
export function createSystemClock(): Clock {
  return {
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_TIMER_MS));
      return () => clearTimeout(timer);
    },
  };
}

/** Resolves `ms` milliseconds from now on the given clock. */
export function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
