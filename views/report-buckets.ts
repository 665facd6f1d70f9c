import type { KindCounts } from '../src/desk/channel.ts';
import { plusDays, weekdayOf } from '../src/desk/period.ts';
import type { Report } from '../src/desk/report.ts';
import { CHART_LIMIT } from './chart.ts';

export type Unit = 'day' | 'week' | 'month';

/** Days drawn as one; `day` is the first of them. */
export interface Bucket {
  readonly day: string;
  readonly counts: KindCounts;
}

const DAYS_IN_WEEK = 7;

/** The smallest unit in which so many days are few enough for a chart; a period that begins in mid-week has a week more. */
export function unitOf(days: number): Unit {
  if (days <= CHART_LIMIT.categories) return 'day';
  return days <= (CHART_LIMIT.categories - 1) * DAYS_IN_WEEK ? 'week' : 'month';
}

/** The days of a report put together: weeks begin on Monday, the first one with the period. */
export function bucketsOf(days: Report['days'], unit: Unit): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const { day, counts } of days) {
    const key = keyOf(day, unit);
    const known = buckets.get(key);
    buckets.set(key, known === undefined ? { day, counts } : { day: known.day, counts: sum(known.counts, counts) });
  }
  return [...buckets.values()];
}

function keyOf(day: string, unit: Unit): string {
  if (unit === 'day') return day;
  return unit === 'month' ? day.slice(0, 7) : plusDays(day, -((weekdayOf(day) + 6) % DAYS_IN_WEEK));
}

function sum(a: KindCounts, b: KindCounts): KindCounts {
  return {
    complaint: a.complaint + b.complaint,
    question: a.question + b.question,
    praise: a.praise + b.praise,
    other: a.other + b.other,
  };
}

/** Two hours each: a chart takes 20 categories, a day has 24. */
export const HOUR_SPANS: readonly string[] = Array.from({ length: 12 }, (_, index) => {
  const hour = (n: number) => String(n).padStart(2, '0');
  return `${hour(2 * index)}–${hour(2 * index + 2)}`;
});

export function hoursBySpan(hours: Report['hours']): number[] {
  return HOUR_SPANS.map((_, index) => (hours[2 * index] ?? 0) + (hours[2 * index + 1] ?? 0));
}
