import type { Sensitivity } from './surge-settings.ts';
import type { Usual } from './usual.ts';

/** What is counted: complaints, complaints that tell of one cause, or all mentions. */
export const SIGNALS = ['complaints', 'similar', 'volume'] as const;
export type SurgeSignal = (typeof SIGNALS)[number];

/** The stretches of time in which it is counted, in minutes: a short one finds an outage soon, a long one a slow rise. */
export const STRETCHES = [5, 15, 60] as const;
export type Stretch = (typeof STRETCHES)[number];

/** Fewer than so many are no surge, whatever the usual; of all mentions twice as many. */
const FLOOR: Readonly<Record<Stretch, number>> = { 5: 8, 15: 10, 60: 20 };
/** While nothing is known of the hour; complaints about one thing say something even then. */
const UNKNOWN_FLOOR: Readonly<Record<SurgeSignal, number>> = { complaints: 2, similar: 1.4, volume: 2 };
/** At least so many times the usual. */
const TIMES = 2;
/** Of an hour's complaints so many may well tell of one cause without anything being wrong. */
const SIMILAR_SHARE = 0.4;
const SIMILAR_FLOOR = 0.6;

/** How many deviations above the usual, and what becomes of the floor. Measured, see surge-laws.test.ts. */
const BY_SENSITIVITY: Readonly<
  Record<Exclude<Sensitivity, 'off'>, { readonly deviations: number; readonly floor: number }>
> = {
  low: { deviations: 9, floor: 2 },
  normal: { deviations: 6, floor: 1 },
  high: { deviations: 5.2, floor: 0.8 },
};

/** What a stretch usually brings. */
export function usualIn(minutes: number, { perHour }: Usual): number {
  return (perHour * minutes) / 60;
}

/**
 * From how many on a stretch is a surge. Chance grows with the root of the usual, the difference between weeks with the
 * usual itself; both are counted in, and neither a quiet hour nor a steady one may make a surge of a handful.
 */
export function surgeLimit(
  signal: SurgeSignal,
  minutes: Stretch,
  usual: Usual,
  sensitivity: Exclude<Sensitivity, 'off'>,
): number {
  const { deviations, floor } = BY_SENSITIVITY[sensitivity];
  const expected = usualIn(minutes, usual) * (signal === 'similar' ? SIMILAR_SHARE : 1);
  const atLeast = FLOOR[minutes] * floor * (usual.isKnown ? 1 : UNKNOWN_FLOOR[signal]) * floorOf(signal);
  return Math.ceil(Math.max(atLeast, TIMES * expected, expected + deviations * deviationOf(expected, usual)));
}

/** Down to how many in a quarter of an hour a surge is over: what an hour like this brings without anybody wondering. */
export function calmLimit(signal: SurgeSignal, usual: Usual): number {
  const expected = usualIn(15, usual) * (signal === 'similar' ? SIMILAR_SHARE : 1);
  return Math.max((FLOOR[15] * floorOf(signal)) / 2, expected + 2 * deviationOf(expected, usual));
}

function floorOf(signal: SurgeSignal): number {
  switch (signal) {
    case 'complaints':
      return 1;
    case 'similar':
      return SIMILAR_FLOOR;
    case 'volume':
      return 2;
  }
}

function deviationOf(expected: number, { spread }: Usual): number {
  return Math.sqrt(expected + (spread * expected) ** 2);
}
