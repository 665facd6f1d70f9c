import { TZDate } from '@date-fns/tz';
import type { Instant } from './instant.ts';
import { localDay } from './office-time.ts';

/** Whole days in the office's time zone, `yyyy-MM-dd`, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Why words name no period; `what` is the part at fault. */
export interface PeriodFault {
  readonly fault: 'unreadable' | 'no-such-day' | 'backwards' | 'too-long' | 'future';
  readonly what: string;
}

/** The instants of a period: from the first, up to but without the last. */
export interface Bounds {
  readonly start: Instant;
  readonly end: Instant;
}

/** A leap year. */
const MOST_DAYS = 366;
const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

const DAY = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}`;
const FROM_TO = new RegExp(`^(${DAY})(?:\\s*(?:–|—|-|\\.{2,3}|…|\\bto\\b|\\bbis\\b)\\s*(${DAY}))?$`, 'u');

/**
 * The period that a person typed: nothing or `week` for the last 7 days with today, `month` for the last 30, one day, or
 * from–to with `–`, `-`, `..` or `to` between. A day is written 2026-11-24 or 24.11.2026. What lies ahead is cut off.
 */
export function parsePeriod(text: string, timeZone: string, now: Date): Period | PeriodFault {
  const typed = text.trim().toLowerCase();
  const today = localDay(timeZone, now);
  if (typed === '' || typed === 'week' || typed === 'woche') return lastDays(WEEK_DAYS, today);
  if (typed === 'month' || typed === 'monat') return lastDays(MONTH_DAYS, today);
  const [, first, last = first] = FROM_TO.exec(typed) ?? [];
  if (first === undefined || last === undefined) return { fault: 'unreadable', what: text.trim() };
  const from = dayOf(first);
  const to = dayOf(last);
  if (from === null) return { fault: 'no-such-day', what: first };
  if (to === null) return { fault: 'no-such-day', what: last };
  if (to < from) return { fault: 'backwards', what: typed };
  if (from > today) return { fault: 'future', what: first };
  const period = { from, to: to > today ? today : to };
  return daysOf(period).length > MOST_DAYS ? { fault: 'too-long', what: typed } : period;
}

export function isPeriodFault(parsed: Period | PeriodFault): parsed is PeriodFault {
  return 'fault' in parsed;
}

/** A period that was written by `from` and `to`; null when those are not days in order. */
export function periodOf(from: string, to: string): Period | null {
  const isInOrder = dayOf(from) === from && dayOf(to) === to && from <= to;
  return isInOrder && daysOf({ from, to }).length <= MOST_DAYS ? { from, to } : null;
}

/** So many days, the last of them given. */
export function lastDays(count: number, to: string): Period {
  return { from: plusDays(to, 1 - count), to };
}

/** The day so many days later, or earlier. */
export function plusDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Each day of a period, in order; stops one beyond what a period may have. */
export function daysOf({ from, to }: Period): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= MOST_DAYS; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** When a local day and time of day is, as an instant. @param minutes since midnight */
export function instantOf(day: string, minutes: number, timeZone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, 0, minutes, timeZone).getTime()).toISOString();
}

export function boundsOf({ from, to }: Period, timeZone: string): Bounds {
  return { start: instantOf(from, 0, timeZone), end: instantOf(plusDays(to, 1), 0, timeZone) };
}

function dayOf(written: string): string | null {
  const [first = '', middle = '', last = ''] = written.split(/[-.]/);
  const [year, month, day] = written.includes('-') ? [first, middle, last] : [last, middle, first];
  const name = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${name}T00:00:00Z`);
  // The engine may take 30 February for 1 or 2 March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== name ? null : name;
}
