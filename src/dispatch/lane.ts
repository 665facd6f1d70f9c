import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { createLimiter, STOPPED } from './limiter.ts';

/** How an attempt ended, as far as the lane must know. */
export interface Attempt {
  readonly pauseMs: number;
  /** Absent: yes. */
  readonly called?: boolean;
}
export const GO_ON: Attempt = { pauseMs: 0 };
/** Nothing was asked of the other side: what is next need not wait for the pace. */
export const NO_CALL: Attempt = { pauseMs: 0, called: false };

interface LaneDeps {
  readonly destination: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Carries one effect out and settles, postpones or parks it. */
  readonly attempt: (taken: TakenEffect) => Promise<Attempt>;
}

export interface Lane {
  /** Something may be ready. */
  kick(): void;
  stop(): Promise<void>;
}

/** After a fault of our own (a store that can't write), before the next try. */
const AFTER_ERROR_MS = 2_000;

/** One destination's queue: one effect at a time, at the limiter's pace, paused when the other side asks for it. */
export function createLane({ destination, store, clock, log, attempt }: LaneDeps): Lane {
  const limiter = createLimiter(destination);
  let running: Promise<void> | null = null;
  let kicked = false;
  let stopped = false;
  /** On the monotonic clock: a wall clock that is set back an hour must not make a pause of seconds one of an hour. */
  let pausedUntilMs = 0;
  let cancelTimer = () => {};

  function kick(): void {
    kicked = true;
    if (stopped || running !== null) return;
    running = drain().finally(() => {
      running = null;
      if (kicked) kick();
    });
  }

  async function drain(): Promise<void> {
    while (kicked && !stopped) {
      kicked = false;
      try {
        while (await isReady()) await limiter.run(step);
      } catch (error) {
        if (stopped || (error instanceof Error && error.message === STOPPED)) return;
        log.error({ err: error, destination }, 'dispatch: could not go on, trying again');
        pause(AFTER_ERROR_MS);
        wakeIn(AFTER_ERROR_MS);
      }
    }
  }

  async function isReady(): Promise<boolean> {
    if (stopped) return false;
    const ready = await store.nextReady(destination);
    if (ready === null) return false;
    const waitMs = Math.max(ready.getTime() - clock.now().getTime(), pausedUntilMs - clock.monotonicMs());
    if (waitMs <= 0) return true;
    wakeIn(waitMs);
    return false;
  }

  async function step(): Promise<void> {
    const taken = stopped ? undefined : await store.take(destination, clock.now());
    if (taken === undefined) return limiter.giveBack();
    const { pauseMs, called = true } = await attempt(taken);
    if (!called) limiter.giveBack();
    pause(pauseMs);
  }

  function pause(ms: number): void {
    if (ms > 0) pausedUntilMs = clock.monotonicMs() + ms;
  }

  function wakeIn(ms: number): void {
    cancelTimer();
    cancelTimer = clock.after(ms, kick);
  }

  return {
    kick,
    async stop() {
      stopped = true;
      cancelTimer();
      await limiter.stop();
      await running;
    },
  };
}
