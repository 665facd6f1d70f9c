import { setTimeout as sleep } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import type { PracticeClock } from '../clock.ts';
import type { ClockItem, Jump } from './wire.ts';

const MINUTE_MS = 60_000;
const ZONE = 'Europe/Berlin';
const MORNING_HOUR = 8;
const LENGTH_MS: Readonly<Record<Exclude<Jump, 'morning'>, number>> = {
  '10s': 10_000,
  '1m': MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
};
/** Longest jump at once, so that what is due on the way gets done on the way; a night is quieter than an hour. */
const STEP_MS = 5 * MINUTE_MS;
const NIGHT_STEP_MS = 15 * MINUTE_MS;
/** Real time after each step, for the calls that it started. */
const BREATH_MS = 80;
/** Smaller differences are the machine's own. */
const SAME_MS = 250;

/** 8:00 in Berlin on the next day. */
export function nextMorning(now: Date): Date {
  const here = new TZDate(now, ZONE);
  return new Date(
    new TZDate(here.getFullYear(), here.getMonth(), here.getDate() + 1, MORNING_HOUR, 0, 0, ZONE).getTime(),
  );
}

/** The practice clock in a visitor's hands: jumps go in steps, one after the other. */
export function createTime(clock: PracticeClock, stir: () => void) {
  let jumps = 0;
  let last: Promise<void> = Promise.resolve();
  let shownAheadMs = 0;

  async function walk(by: Jump): Promise<void> {
    const wholeMs = by === 'morning' ? nextMorning(clock.now()).getTime() - clock.now().getTime() : LENGTH_MS[by];
    const stepMs = by === 'morning' ? NIGHT_STEP_MS : STEP_MS;
    for (let leftMs = wholeMs; leftMs > 0; leftMs -= stepMs) {
      await clock.jump(Math.min(stepMs, leftMs));
      stir();
      await sleep(BREATH_MS);
    }
  }

  return {
    jump(by: Jump): Promise<void> {
      jumps += 1;
      const done = last
        .then(() => walk(by))
        .finally(() => {
          jumps -= 1;
          stir();
        });
      last = done.catch(() => undefined);
      return done;
    },
    item(): ClockItem {
      const aheadMs = clock.now().getTime() - Date.now();
      if (Math.abs(aheadMs - shownAheadMs) > SAME_MS) shownAheadMs = Math.round(aheadMs);
      return { is: 'clock', aheadMs: shownAheadMs, jumping: jumps > 0 };
    },
  };
}

export type Time = ReturnType<typeof createTime>;
