import { KINDS } from '../src/desk/mention.ts';
import type { Report } from '../src/desk/report.ts';
import { type ChartBlock, chart } from './chart.ts';
import type { ViewContext } from './context.ts';
import { bucketsOf, HOUR_SPANS, hoursBySpan, unitOf } from './report-buckets.ts';

/** Volume by day and kind, and the busiest hours; none of an empty period. */
export function volumeCharts(about: Report, ctx: ViewContext): readonly ChartBlock[] {
  if (about.all.mentions === 0) return [];
  const { report: words } = ctx.words;
  const unit = unitOf(about.days.length);
  const name = { day: words.day, week: words.weekFrom, month: words.month }[unit];
  const buckets = bucketsOf(about.days, unit);
  return [
    chart({
      title: words.chart[unit],
      x: words.column[unit],
      y: words.chart.mentions,
      categories: buckets.map(({ day }) => name(day)),
      series: KINDS.map((kind) => ({ name: words.kind[kind], values: buckets.map(({ counts }) => counts[kind]) })),
    }),
    chart({
      title: words.chart.hours,
      x: words.chart.timeOfDay,
      y: words.chart.mentions,
      categories: HOUR_SPANS,
      series: [{ name: words.chart.mentions, values: hoursBySpan(about.hours) }],
    }),
  ];
}
