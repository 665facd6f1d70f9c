/** So many calls at once, then one each interval. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/**
 * A token bucket as arithmetic (GCRA, https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm): `take` books the next
 * call and returns the milliseconds until it may begin. Each call is dated from the one before, never from when a timer
 * happened to fire, so that a queue of thousands loses nothing to late timers.
 */
export function createBucket({ burst, everyMs }: Pace) {
  const toleranceMs = (burst - 1) * everyMs;
  let fullAgainMs = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs: number): number {
      const waitMs = Math.max(0, fullAgainMs - toleranceMs - nowMs);
      fullAgainMs = Math.max(fullAgainMs, nowMs + waitMs) + everyMs;
      return waitMs;
    },
    /** The last one that was taken was not used. */
    giveBack(): void {
      fullAgainMs -= everyMs;
    },
  };
}
