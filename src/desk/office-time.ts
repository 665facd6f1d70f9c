import { tzOffset } from '@date-fns/tz';

/** Open from–to, in local minutes since midnight; `to` is at most 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When the team is at work. */
export interface OfficeHours {
  /** IANA name. */
  readonly timeZone: string;
  /** Index 0 is Sunday; each day's spans sorted, not overlapping. */
  readonly week: readonly (readonly Span[])[];
  /** Closed days, local `yyyy-MM-dd`. */
  readonly closed: ReadonlySet<string>;
}

/** A span on a certain day, as instants in ms. */
interface Shift {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An office that stays closed for longer than this never opens. */
const HORIZON_DAYS = 400;

/** An office that has not closed for so many days works around the clock: it has no opening. */
const AROUND_THE_CLOCK_DAYS = 31;

/** Open from the first instant of a span until just before its last. */
export function isOpen(hours: OfficeHours, at: Date): boolean {
  const ms = at.getTime();
  return shiftsOf(hours, localDayNumber(hours.timeZone, ms)).some((shift) => shift.from <= ms && ms < shift.to);
}

/**
 * The instant when so many minutes of office time have passed: open, or the closing edge of a span. 0 minutes give
 * `from` itself when open, else the next opening. Null when the office never opens again.
 */
export function addOfficeMinutes(hours: OfficeHours, from: Date, minutes: number): Date | null {
  let left = wholeMs(minutes);
  for (const shift of shiftsAfter(hours, from.getTime())) {
    const start = Math.max(shift.from, from.getTime());
    if (left <= shift.to - start) return new Date(start + left);
    left -= shift.to - start;
  }
  return null;
}

/**
 * The instant from which so many minutes of office time pass until `until`: open, or a closing edge when `minutes`
 * is 0. Null when the office was never open before.
 */
export function subtractOfficeMinutes(hours: OfficeHours, until: Date, minutes: number): Date | null {
  let left = wholeMs(minutes);
  for (const shift of shiftsBefore(hours, until.getTime())) {
    const end = Math.min(shift.to, until.getTime());
    if (left <= end - shift.from) return new Date(end - left);
    left -= end - shift.from;
  }
  return null;
}

/** Minutes of office time from `a` to `b`, fractions allowed; negative when `b` is before `a`. */
export function officeMinutesBetween(hours: OfficeHours, a: Date, b: Date): number {
  if (b < a) return 0 - officeMinutesBetween(hours, b, a);
  let ms = 0;
  for (const shift of shiftsAfter(hours, a.getTime())) {
    if (shift.from >= b.getTime()) break;
    ms += Math.min(shift.to, b.getTime()) - Math.max(shift.from, a.getTime());
  }
  return ms / MINUTE_MS;
}

/** `at` itself when open, else the next time that the office opens, be it after lunch; null when it never does. */
export function nextOpening(hours: OfficeHours, at: Date): Date | null {
  return addOfficeMinutes(hours, at, 0);
}

/**
 * The instant at or before `at` when the office last opened for the day; the end of a lunch break is no opening, nor is
 * a midnight that it worked through. Null when there is none: never open, or never closed.
 */
export function lastOpening(hours: OfficeHours, at: Date): Date | null {
  let days = 0;
  let day: number | null = null;
  for (const shift of shiftsBefore(hours, at.getTime() + 1)) {
    if (shift.day !== day && ++days > AROUND_THE_CLOCK_DAYS) break;
    day = shift.day;
    if (shift.from === openingOfDay(hours, shift.day)) return new Date(shift.from);
  }
  return null;
}

/** When the office last closes on the local day of `at`; null on a day that it stays closed. */
export function closingOfDay(hours: OfficeHours, at: Date): Date | null {
  const last = shiftsOf(hours, localDayNumber(hours.timeZone, at.getTime())).at(-1);
  return last === undefined ? null : new Date(last.to);
}

/**
 * The instant at or before `at` when the office last closed for the day; a lunch break is no closing, nor is a midnight
 * that it works through. Null when there is none: never open, or never closed.
 */
export function lastClosing(hours: OfficeHours, at: Date): Date | null {
  const next = nextOpening(hours, at);
  if (next === null) return closingBefore(hours, new Date(at.getTime() + 1));
  const isClosedForTheDay =
    next > at && next.getTime() === openingOfDay(hours, localDayNumber(hours.timeZone, next.getTime()));
  const opening = isClosedForTheDay ? next : lastOpening(hours, at);
  return opening === null ? null : closingBefore(hours, opening);
}

/** When the office opens for the day on the next day, by the calendar, on which it does; null when it never closes. */
export function openingAfterToday(hours: OfficeHours, at: Date): Date | null {
  const today = localDayNumber(hours.timeZone, at.getTime());
  for (const shift of shiftsAfter(hours, at.getTime())) {
    if (shift.day - today > HORIZON_DAYS) break;
    if (shift.day > today && shift.from === openingOfDay(hours, shift.day)) return new Date(shift.from);
  }
  return null;
}

/** The end of office time before the given opening: what came in between the two is the night's backlog. */
export function closingBefore(hours: OfficeHours, opening: Date): Date | null {
  for (const shift of shiftsBefore(hours, opening.getTime())) return new Date(Math.min(shift.to, opening.getTime()));
  return null;
}

/** The local date, `yyyy-MM-dd`. */
export function localDay(timeZone: string, at: Date): string {
  return dayName(localDayNumber(timeZone, at.getTime()));
}

/** The local date and time, `2026-11-24 10:05`. By arithmetic: an export asks for some hundred thousand. */
export function localTimeText(timeZone: string, instant: string): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() + tzOffset(timeZone, at) * MINUTE_MS).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

/** Open spans that end after `ms`, in order; ends when the office stays closed beyond the horizon. */
function* shiftsAfter(hours: OfficeHours, ms: number): Generator<Shift> {
  const first = localDayNumber(hours.timeZone, ms);
  for (let day = first, last = first; day - last <= HORIZON_DAYS; day++) {
    for (const shift of shiftsOf(hours, day)) {
      if (shift.to <= ms) continue;
      last = day;
      yield shift;
    }
  }
}

/** Open spans that begin before `ms`, latest first. */
function* shiftsBefore(hours: OfficeHours, ms: number): Generator<Shift> {
  const first = localDayNumber(hours.timeZone, ms);
  for (let day = first, last = first; last - day <= HORIZON_DAYS; day--) {
    for (const shift of shiftsOf(hours, day).toReversed()) {
      if (shift.from >= ms) continue;
      last = day;
      yield shift;
    }
  }
}

/** When a day's work begins: with its first span, unless the day before runs on into it. */
function openingOfDay(hours: OfficeHours, day: number): number | undefined {
  const [first, second] = shiftsOf(hours, day);
  const runsOn = first !== undefined && shiftsOf(hours, day - 1).at(-1)?.to === first.from;
  return runsOn ? second?.from : first?.from;
}

function shiftsOf(hours: OfficeHours, day: number): Shift[] {
  // Day 0, 1 January 1970, was a Thursday.
  const spans = hours.week[(((day + 4) % 7) + 7) % 7] ?? [];
  if (spans.length === 0 || hours.closed.has(dayName(day))) return [];
  return spans
    .map(({ from, to }) => ({
      day,
      from: instantOf(hours.timeZone, day, from),
      to: instantOf(hours.timeZone, day, to),
    }))
    .filter((shift) => shift.from < shift.to);
}

/**
 * The first instant at which a local clock shows this time: of an hour that comes twice the first, for a time that the
 * clock skips the moment of its jump. So spans never overlap, whatever the clock does.
 */
function instantOf(timeZone: string, day: number, minute: number): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const before = offsetMs(timeZone, local - DAY_MS);
  const after = offsetMs(timeZone, local + DAY_MS);
  if (before === after) return local - before;
  const change = changeOf(timeZone, local - DAY_MS, local + DAY_MS);
  return local - before < change ? local - before : Math.max(local - after, change);
}

/** The instant, to the ms, at which the offset changes between two others. */
function changeOf(timeZone: string, from: number, to: number): number {
  const before = offsetMs(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function localDayNumber(timeZone: string, ms: number): number {
  return Math.floor((ms + offsetMs(timeZone, ms)) / DAY_MS);
}

function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function offsetMs(timeZone: string, ms: number): number {
  const minutes = tzOffset(timeZone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`Unknown time zone or invalid date: ${timeZone}, ${ms}`);
  return minutes * MINUTE_MS;
}

function wholeMs(minutes: number): number {
  if (!(minutes >= 0 && minutes < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`Office minutes are 0 or more, not ${minutes}`);
  }
  return Math.round(minutes * MINUTE_MS);
}
