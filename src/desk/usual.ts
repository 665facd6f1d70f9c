import type { Instant } from './instant.ts';
import { localTimeText } from './office-time.ts';
import { weekdayOf } from './period.ts';

/**
 * What each hour of the week has brought, in the team's time zone, of its latest weeks: 168 lists, oldest
 * first; none before the first hour.
 */
export interface UsualHours {
  /** The end of the last full hour that was counted; null before the first. */
  readonly countedUntil: Instant | null;
  readonly complaints: readonly (readonly number[])[];
  /** All mentions, whatever their kind. */
  readonly all: readonly (readonly number[])[];
}

/** What an hour usually brings, and how far it strays from that by itself. */
export interface Usual {
  readonly perHour: number;
  /** Beside chance (which goes with the root of the count): by what share of itself it varies from week to week. */
  readonly spread: number;
  /** Whether any hour of this kind was ever counted. */
  readonly isKnown: boolean;
}

export const HOURS_OF_WEEK = 168;
const WEEKS = 8;
/** What an hour is taken to bring as long as nothing is known of it: a small team's busy hour. */
const PRIOR_PER_HOUR = 4;
const SPREAD = { least: 0.25, unknown: 0.5, most: 1 };
/** So many samples say something about how far they stray. */
const ENOUGH = 4;
/** The median of absolute deviations times this is the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;

const KNOWN_WEEKS = 2;
/** Times the usual. */
const SURGE_COUNTS = 3;

export const NEW_USUAL: UsualHours = { countedUntil: null, complaints: [], all: [] };

/** Which hour of the week an instant is in: 0 is Sunday, 0 to 1 o'clock, by the team's clocks. */
export function hourOfWeek(timeZone: string, at: Date): number {
  const [day = '', time = ''] = localTimeText(timeZone, at.toISOString()).split(' ');
  return weekdayOf(day) * 24 + Number(time.slice(0, 2));
}

/**
 * One full hour is over. In a surge it counts for little more than the usual once two weeks are known: an outage is not to
 * become the next week's usual, but hours that are left out altogether would never be learned, and alarm for ever.
 */
export function noteHour(
  usual: UsualHours,
  hour: number,
  counts: { readonly complaints: number; readonly all: number },
  wasSurge: boolean,
  until: Instant,
): UsualHours {
  const withCount = (lists: UsualHours['all'], count: number) => {
    const before = listOf(lists, hour);
    const most = wasSurge && before.length >= KNOWN_WEEKS ? SURGE_COUNTS * usualOf(lists, hour).perHour : count;
    const noted = [...before, Math.min(count, Math.round(most))].slice(-WEEKS);
    return Array.from({ length: HOURS_OF_WEEK }, (_, index) => (index === hour ? noted : listOf(lists, index)));
  };
  return {
    countedUntil: until,
    complaints: withCount(usual.complaints, counts.complaints),
    all: withCount(usual.all, counts.all),
  };
}

/**
 * The usual of an hour: the median of this hour and its neighbours over the weeks (one outage or one holiday moves it
 * little), and beside it, with the weight of one week, what this time of day brings on any day; before that is known
 * either, a default. So it says something on the first day, and each week weighs more than what it began with.
 */
export function usualOf(lists: UsualHours['all'], hour: number): Usual {
  const near = [hour - 1, hour, hour + 1].flatMap((one) => listOf(lists, one));
  const sameClock = Array.from({ length: 7 }, (_, day) => day * 24 + (hour % 24)).flatMap((one) =>
    [one - 1, one, one + 1].flatMap((neighbour) => listOf(lists, neighbour)),
  );
  const weeks = listOf(lists, hour).length;
  const prior = Math.max(PRIOR_PER_HOUR, median(sameClock));
  return {
    perHour: (weeks * median(near) + prior) / (weeks + 1),
    spread: near.length < ENOUGH ? SPREAD.unknown : spreadOf(near),
    isKnown: sameClock.length > 0,
  };
}

function listOf(lists: UsualHours['all'], hour: number): readonly number[] {
  return lists[(hour + HOURS_OF_WEEK) % HOURS_OF_WEEK] ?? [];
}

/** How much more than chance they stray: of a Poisson count chance alone is the root of the mean. */
function spreadOf(counts: readonly number[]): number {
  const middle = median(counts);
  if (middle === 0) return SPREAD.least;
  const deviation = MAD_TO_DEVIATION * median(counts.map((count) => Math.abs(count - middle)));
  const beyondChance = Math.sqrt(Math.max(0, deviation ** 2 - middle)) / middle;
  return Math.min(SPREAD.most, Math.max(SPREAD.least, beyondChance));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
