/** A clock that runs at real speed and can be moved forward; the practice servers and the app under trial share one. */
export interface PracticeClock {
  now(): Date;
  /** Milliseconds since the clock was made, jumps included. */
  monotonicMs(): number;
  /** Calls `run` once, `ms` milliseconds from now; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Moves forward by `ms` and fires what became due on the way, in order; resolves when all of it has fired. */
  jump(ms: number): Promise<void>;
  /** `jump` to an instant; one that is already past is refused. */
  jumpTo(instant: Date): Promise<void>;
  /** Drops every timer; nothing fires afterwards. */
  stop(): void;
}

interface Timer {
  dueMs: number;
  order: number;
  run: () => void;
}

/** Node's longest timer, 2^31-1 ms; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** Enough turns of the event loop for what a timer started to get its next steps done before the next timer. */
const TURNS_BETWEEN_TIMERS = 4;

/** @param start the instant at which the clock begins; default: the machine's now. */
export function createPracticeClock(start: Date = new Date()): PracticeClock {
  const realStartMs = performance.now();
  const timers = new Set<Timer>();
  let jumpedMs = 0;
  let order = 0;
  let jumping = false;
  let stopped = false;
  let alarm: NodeJS.Timeout | undefined;
  let lastJump: Promise<void> = Promise.resolve();

  const monotonicMs = () => performance.now() - realStartMs + jumpedMs;
  const moveTo = (ms: number) => {
    jumpedMs += Math.max(0, ms - monotonicMs());
  };

  function earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (!first || timer.dueMs < first.dueMs || (timer.dueMs === first.dueMs && timer.order < first.order)) {
        first = timer;
      }
    }
    return first;
  }

  function arm() {
    clearTimeout(alarm);
    const next = earliest();
    if (!next || jumping || stopped) return;
    alarm = setTimeout(fireDue, Math.min(Math.max(0, Math.ceil(next.dueMs - monotonicMs())), LONGEST_TIMER_MS));
  }

  function fireDue() {
    try {
      for (let next = earliest(); next && !stopped && next.dueMs <= monotonicMs(); next = earliest()) {
        timers.delete(next);
        next.run();
      }
    } finally {
      arm();
    }
  }

  async function jumpNow(ms: number) {
    const targetMs = monotonicMs() + ms;
    jumping = true;
    clearTimeout(alarm);
    try {
      for (let next = earliest(); next && !stopped && next.dueMs <= targetMs; next = earliest()) {
        timers.delete(next);
        moveTo(next.dueMs);
        next.run();
        for (let turn = 0; turn < TURNS_BETWEEN_TIMERS; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      moveTo(targetMs);
    } finally {
      jumping = false;
      arm();
    }
  }

  function jump(ms: number): Promise<void> {
    if (!(ms >= 0)) return Promise.reject(new RangeError(`a clock cannot jump by ${ms} ms; only forward`));
    const done = lastJump.then(() => jumpNow(ms));
    lastJump = done.catch(() => undefined);
    return done;
  }

  return {
    now: () => new Date(start.getTime() + monotonicMs()),
    monotonicMs,
    after(ms, run) {
      const timer = { dueMs: monotonicMs() + Math.max(0, ms), order: order++, run };
      if (!stopped) timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
        arm();
      };
    },
    jump,
    jumpTo: (instant) => jump(instant.getTime() - start.getTime() - monotonicMs()),
    stop() {
      stopped = true;
      timers.clear();
      clearTimeout(alarm);
    },
  };
}
