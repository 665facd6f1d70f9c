import type { PracticeClock } from '../../practice/clock.ts';
import type { Workspace } from '../../practice/slack/index.ts';
import type { XWorld } from '../../practice/x/world.ts';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Real milliseconds: what is done at once is seen within this, else the clock is moved once more. */
const SOON_MS = 150;
/** Real milliseconds; on a busy machine everything takes longer. */
export const PATIENCE_MS = 12_000;

interface TimeDeps {
  readonly clock: PracticeClock;
  readonly workspace: Workspace;
  readonly world: XWorld;
}

/** Lets time go by on the shared clock, in steps. */
export function createTime({ clock, workspace, world }: TimeDeps) {
  /** Whether it is seen soon; no error when it is not. */
  async function soon(look: () => unknown, ms = SOON_MS): Promise<boolean> {
    const waits = [
      workspace.waitFor(() => Boolean(look()), '', { timeoutMs: ms }),
      world.waitFor(() => Boolean(look()), '', ms),
    ];
    return Promise.any(waits).then(
      () => true,
      () => false,
    );
  }

  /** Moves the clock in steps until `look` finds something; what is done between two timers gets its time. */
  async function untilSeen<T>(
    look: () => T | undefined | null | false,
    what: string,
    { stepMs = 5 * SECOND_MS, mostMs = 4 * MINUTE_MS } = {},
  ): Promise<T> {
    for (let movedMs = 0; !(await soon(look)) && movedMs < mostMs; movedMs += stepMs) await clock.jump(stepMs);
    return workspace.waitFor(look, what, { timeoutMs: PATIENCE_MS });
  }

  /** Some time goes by, in steps that leave room for what happens in it. */
  async function pass(ms: number, stepMs = 5 * MINUTE_MS): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      await clock.jump(Math.min(stepMs, left));
      await soon(() => false, 60);
    }
  }

  return { soon, untilSeen, pass };
}
