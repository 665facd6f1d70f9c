import { CallFault } from '../../desk/fault.ts';

/** What X's headers said of one window: calls left, and when it starts again (seconds since the epoch). */
export interface RateWindow {
  remaining: number;
  reset: number;
}

export interface RateLimit extends RateWindow {
  /** Windows of 24 hours, for the app and for the user, where X names them. */
  day?: RateWindow;
  userDay?: RateWindow;
}

export interface RateGate {
  /** Throws a `retry` while X has said that nothing is left. */
  pass(call: string): void;
  /** Remembers what an answer's headers said. */
  saw(call: string, limit: RateLimit | undefined): void;
  /**
   * A 429: closed until the reset that it named. One that names none, or one that is past, closes for a minute, and for
   * twice as long each time that it comes again, up to a quarter of an hour; milliseconds from now.
   */
  refused(call: string, limit: RateLimit | undefined, retryAfterSeconds: number | undefined): number;
}

const WITHOUT_RESET_MS = 60_000;
/** X's windows; no pause of unknown length need be longer. */
const WINDOW_MS = 15 * 60_000;
/** Resets are whole seconds of somebody else's clock. */
const MARGIN_MS = 1_000;

/** Keeps calls back until X's own reset, by kind of call. */
export function createRateGate(now: () => Date): RateGate {
  const closedUntil = new Map<string, number>();
  /** Refusals one after the other that did not say for how long. */
  const vague = new Map<string, number>();

  function vaguePauseMs(call: string): number {
    const times = vague.get(call) ?? 0;
    vague.set(call, times + 1);
    return Math.min(WITHOUT_RESET_MS * 2 ** times, WINDOW_MS);
  }

  function close(call: string, untilMs: number): void {
    closedUntil.set(call, Math.max(untilMs, closedUntil.get(call) ?? 0));
  }

  return {
    pass(call) {
      const afterMs = (closedUntil.get(call) ?? 0) - now().getTime();
      if (afterMs <= 0) return;
      throw new CallFault({
        act: 'retry',
        afterMs,
        limited: true,
        why: `X allows no more calls of this kind until its limit resets (${call})`,
      });
    },
    saw(call, limit) {
      vague.delete(call);
      const reset = resetOf(limit);
      if (reset !== undefined) close(call, reset + MARGIN_MS);
    },
    refused(call, limit, retryAfterSeconds) {
      const nowMs = now().getTime();
      const named = resetOf(limit) ?? nowMs + (retryAfterSeconds ?? 0) * 1_000;
      const untilMs = (named > nowMs ? named : nowMs + vaguePauseMs(call)) + MARGIN_MS;
      close(call, untilMs);
      return untilMs - nowMs;
    },
  };
}

/** When the last of the used-up windows starts again, in milliseconds; nothing when calls are left in each. */
function resetOf(limit: RateLimit | undefined): number | undefined {
  const windows = [limit, limit?.day, limit?.userDay].filter((one) => one !== undefined);
  const resets = windows.filter((one) => one.remaining <= 0 && one.reset > 0).map((one) => one.reset * 1000);
  return resets.length === 0 ? undefined : Math.max(...resets);
}
