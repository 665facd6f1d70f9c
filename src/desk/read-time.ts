import { TZDate } from '@date-fns/tz';
import type { Instant } from './instant.ts';
import { MINUTE_MS } from './instant.ts';
import { closingOfDay, type OfficeHours } from './office-time.ts';
import { type ClockTime, clockIn } from './spoken-clock.ts';
import { dayIn, durationIn, type SpokenDay } from './spoken-time.ts';

/** A time that a text names, and the words that do. */
export interface ReadTime {
  readonly at: Instant;
  readonly words: string;
}

/** The hour that a part of a day ends for us, where no hour is said. */
const PARTS = { morning: 10, noon: 12, forenoon: 12, afternoon: 17, evening: 20, night: 22, midnight: 24 } as const;
const LATE = 22;
const CLOSING = 18;

/**
 * The time by which a text says that something will be, as its readers in the team's time zone understand it: "by 5 pm",
 * "bis 17 Uhr", "in 2 hours", "morgen früh". An hour that has passed is meant for tomorrow, a day without an hour for its
 * office's closing. Null where the text names none, or only one that is over.
 */
export function readTime(text: string, hours: OfficeHours, now: Date): ReadTime | null {
  const plain = withoutQuotes(text);
  const duration = durationIn(plain);
  if (duration !== null) return { at: plus(now, duration.minutes), words: duration.words };
  const day = dayIn(plain);
  const clock = clockIn(plain);
  if (day === null && clock === null) return null;
  const words = [clock, day]
    .flatMap((one) => (one === null ? [] : [one]))
    .sort((a, b) => a.at - b.at)
    .map((one) => one.words)
    .join(' ');
  const at = resolved(day, clock, hours, now);
  return at === null || at <= now ? null : { at: at.toISOString(), words };
}

function resolved(day: SpokenDay | null, clock: ClockTime | null, hours: OfficeHours, now: Date): Date | null {
  if (day === null) return clock === null ? null : nextAt(clock, hours, now);
  const date = dateOf(day, clock, hours, now);
  if (date === null) return null;
  if (clock !== null) return localTime(date, hourOf(clock, day), clock.minute, hours);
  if (day.part !== null) {
    const at = localTime(date, PARTS[day.part], 0, hours);
    // "This evening", said at nine.
    return at > now ? at : day.day === 'today' ? localTime(date, LATE, 0, hours) : at;
  }
  return endOf(date, hours, now);
}

/** Today where the hour is still to come, else tomorrow. */
function nextAt(clock: ClockTime, hours: OfficeHours, now: Date): Date {
  const today = localTime(local(now, hours), clock.hour, clock.minute, hours);
  if (today > now) return today;
  // "By 5", said at nine in the morning, was read as the afternoon's; said in the evening it is tomorrow's.
  return localTime(plusDays(local(now, hours), 1), clock.hour, clock.minute, hours);
}

/** "5 tomorrow evening". */
function hourOf({ hour, isExact }: ClockTime, { part }: SpokenDay): number {
  if (isExact || part === null) return hour;
  if (part === 'morning' || part === 'forenoon') return hour > 12 ? hour - 12 : hour;
  return hour < 12 ? hour + 12 : hour;
}

function dateOf({ day }: SpokenDay, clock: ClockTime | null, hours: OfficeHours, now: Date): TZDate | null {
  const today = local(now, hours);
  if (day === 'today') return today;
  if (day === 'tomorrow') return plusDays(today, 1);
  if (day === 'after-tomorrow') return plusDays(today, 2);
  if ('weekday' in day) {
    const ahead = (day.weekday - today.getDay() + 7) % 7;
    const isOver = ahead === 0 && (day.isNext || hasPassed(clock, hours, now));
    return plusDays(today, isOver ? 7 : ahead);
  }
  const year = day.year ?? today.getFullYear();
  const date = new TZDate(year, day.month - 1, day.date, hours.timeZone);
  // The 32nd, or 31 February.
  if (date.getMonth() !== day.month - 1) return null;
  const isOver = day.year === null && date.getTime() + 24 * 60 * MINUTE_MS <= now.getTime();
  return isOver ? new TZDate(year + 1, day.month - 1, day.date, hours.timeZone) : date;
}

function hasPassed(clock: ClockTime | null, hours: OfficeHours, now: Date): boolean {
  const today = local(now, hours);
  const at = clock === null ? endOf(today, hours, now) : localTime(today, clock.hour, clock.minute, hours);
  return at <= now;
}

/** When the office closes on that day; late in the evening where that has passed, towards evening where it is closed. */
function endOf(date: TZDate, hours: OfficeHours, now: Date): Date {
  const closing = closingOfDay(hours, localTime(date, 12, 0, hours));
  if (closing === null) return localTime(date, CLOSING, 0, hours);
  return closing > now ? closing : localTime(date, LATE, 0, hours);
}

function local(at: Date, { timeZone }: OfficeHours): TZDate {
  return new TZDate(at.getTime(), timeZone);
}

function plusDays(date: TZDate, days: number): TZDate {
  const moved = new TZDate(date.getTime(), date.timeZone ?? 'UTC');
  moved.setDate(moved.getDate() + days);
  return moved;
}

/** On that day by the office's clocks; an hour that they skip is the one after it. */
function localTime(date: TZDate, hour: number, minute: number, { timeZone }: OfficeHours): Date {
  const at = new TZDate(date.getFullYear(), date.getMonth(), date.getDate(), hour, minute, timeZone);
  return new Date(at.getTime());
}

function plus(now: Date, minutes: number): Instant {
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
}

/** What somebody else said is no time of ours. */
export function withoutQuotes(text: string): string {
  return text.replace(/[„“"«‚][^„“”"«»]{3,}[“”"»‘]/g, ' ').replace(/https?:\/\/\S+/g, ' ');
}
