/** The calls that the practice X answers; faults are switched on by these names. */
export type XCall =
  | 'me'
  | 'mentions'
  | 'timeline'
  | 'lookup'
  | 'search'
  | 'create'
  | 'delete'
  | 'hide'
  | 'upload'
  | 'metadata';

const WINDOW_MS = 15 * 60_000;

/** Calls for one user in each 15 minutes, from X's documentation. */
const LIMITS: Record<XCall, number> = {
  me: 75,
  mentions: 300,
  timeline: 900,
  lookup: 900,
  search: 300,
  create: 100,
  delete: 50,
  hide: 50,
  upload: 500,
  metadata: 500,
};

export interface Allowance {
  ok: boolean;
  headers: Record<string, string>;
}

export interface RateLimits {
  /** Uses up one call, or says that there is none left. */
  take(call: XCall): Allowance;
  /** Leaves only so many calls in the present window, to see what the client does with the headers. */
  leave(call: XCall, remaining: number): void;
}

/** Fixed windows on the practice clock, as X's headers describe them. */
export function createRateLimits(now: () => Date): RateLimits {
  const windows = new Map<XCall, { resetMs: number; used: number }>();

  function windowOf(call: XCall): { resetMs: number; used: number } {
    const open = windows.get(call);
    if (open !== undefined && open.resetMs > now().getTime()) return open;
    const fresh = { resetMs: now().getTime() + WINDOW_MS, used: 0 };
    windows.set(call, fresh);
    return fresh;
  }

  return {
    take(call) {
      const window = windowOf(call);
      const ok = window.used < LIMITS[call];
      if (ok) window.used += 1;
      return { ok, headers: headersOf(LIMITS[call], LIMITS[call] - window.used, window.resetMs) };
    },
    leave(call, remaining) {
      windowOf(call).used = LIMITS[call] - remaining;
    },
  };
}

function headersOf(limit: number, remaining: number, resetMs: number): Record<string, string> {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(Math.ceil(resetMs / 1000)),
  };
}
