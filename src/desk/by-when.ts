import { TZDate } from '@date-fns/tz';
import type { Instant } from './instant.ts';
import type { Lang } from './mention.ts';
import { daysAhead } from './promise-time.ts';

const WEEKDAYS = {
  de: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const MONTHS = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/**
 * A time as customers read it, by the office's clocks and in their language: "17:00 Uhr", "5 pm"; with the day when it is
 * not today ("morgen um 10:00 Uhr", "10 am on Friday", "10 am on 4 December").
 */
export function timeWords(instant: Instant, lang: Lang, timeZone: string, now: Date): string {
  const local = new TZDate(instant, timeZone);
  const days = daysAhead(instant, timeZone, now);
  return lang === 'de' ? inGerman(local, days) : inEnglish(local, days);
}

/** The same as a promise: "bis 17:00 Uhr", "by 5 pm". */
export function byWhenWords(instant: Instant, lang: Lang, timeZone: string, now: Date): string {
  return `${lang === 'de' ? 'bis' : 'by'} ${timeWords(instant, lang, timeZone, now)}`;
}

function inGerman(local: Date, days: number): string {
  const time = `${two(local.getHours())}:${two(local.getMinutes())} Uhr`;
  if (days === 0) return time;
  return `${days === 1 ? 'morgen' : dayOf(local, days, 'de')} um ${time}`;
}

function inEnglish(local: Date, days: number): string {
  const hours = local.getHours();
  const minutes = local.getMinutes() === 0 ? '' : `:${two(local.getMinutes())}`;
  const time = `${hours % 12 === 0 ? 12 : hours % 12}${minutes} ${hours < 12 ? 'am' : 'pm'}`;
  if (days === 0) return time;
  return days === 1 ? `${time} tomorrow` : `${time} on ${dayOf(local, days, 'en')}`;
}

/** A weekday is clear within a week. */
function dayOf(local: Date, days: number, lang: 'de' | 'en'): string {
  if (days > 0 && days < 7) return WEEKDAYS[lang][local.getDay()] ?? '';
  const month = MONTHS[lang][local.getMonth()] ?? '';
  return `${local.getDate()}${lang === 'de' ? '.' : ''} ${month}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
