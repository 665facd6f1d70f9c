import { ELSEWHERE } from '../src/desk/history.ts';
import type { UserId } from '../src/desk/instant.ts';
import { KINDS } from '../src/desk/mention.ts';
import { type PeriodFault, weekdayOf } from '../src/desk/period.ts';
import type { Figures, Report, Spread } from '../src/desk/report.ts';
import { askedNow, type StaffNames } from '../src/desk/staff-names.ts';
import { actions, button, context, label, section } from './block.ts';
import type { ChartBlock } from './chart.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import { LIMIT } from './limit.ts';
import type { ChartedMessage } from './message.ts';
import { type Bucket, bucketsOf, HOUR_SPANS, hoursBySpan, unitOf } from './report-buckets.ts';
import { volumeCharts } from './report-charts.ts';
import { triageLine } from './report-triage.ts';
import { escapeMrkdwn, shorten, snippet, user, visible } from './text.ts';
import { textTable } from './text-table.ts';
import { periodValue } from './value.ts';

/** For whom a report is drawn. */
export interface ReportFor {
  /** Its reader alone, who may then show it to the channel. */
  readonly isPrivate: boolean;
  /** Who shows it to the channel; null for the weekly report and in private. */
  readonly shownBy: string | null;
}

/** Every day of a period this long has its own line; a longer one has a line for each week or month. */
const DAYS_IN_TABLE = 31;
const MOST_PEOPLE = 40;
const MOST_TOPICS = 25;
const TOPIC_WIDTH = 24;

/** A period in charts that Slack draws, and the same figures in tables. */
export function report(about: Report, to: ReportFor, ctx: ViewContext): ChartedMessage {
  return message(about, to, volumeCharts(about, ctx), ctx);
}

/** The tables alone, for a Slack that does not know charts yet. */
export function reportPlain(about: Report, to: ReportFor, ctx: ViewContext): ChartedMessage {
  return message(about, to, [], ctx);
}

/** A period in words: `18 Nov 2026 – 24 Nov 2026`. */
export function periodText({ from, to }: Report['period'], ctx: ViewContext): string {
  return ctx.words.report.period(from, to);
}

function message(about: Report, to: ReportFor, charts: readonly ChartBlock[], ctx: ViewContext): ChartedMessage {
  const { report: words } = ctx.words;
  const title = words.title(periodText(about.period, ctx));
  const summary = summaryOf(about, ctx);
  const [volume, hours] = charts;
  const isEmpty = about.all.mentions === 0;
  return {
    text: `${title}: ${summary}`,
    blocks: [
      { type: 'header', text: label(title, LIMIT.header) },
      section(summary),
      ...(volume === undefined ? [] : [volume]),
      ...(isEmpty ? [] : [volumeTable(about, ctx), figuresTable(about, ctx)]),
      ...(hours === undefined ? [] : [hours]),
      ...(isEmpty ? [] : [hoursTable(about, ctx)]),
      ...topicsTable(about, ctx),
      ...peopleList(about, ctx),
      context(footnote(about, to, ctx)),
      ...(to.isPrivate ? [actions(button(ACTION.showReport, words.show, periodValue(about.period)))] : []),
    ],
  };
}

function summaryOf(about: Report, ctx: ViewContext): string {
  const { all, days, promises, muted } = about;
  const { report: words, channel, urgency } = ctx.words;
  const unseen = muted === 0 ? [] : [urgency.mute.inReport(muted)];
  if (all.mentions === 0) return [words.none, ...unseen].join(' ');
  const sum = (kind: (typeof KINDS)[number]) => days.reduce((total, { counts }) => total + counts[kind], 0);
  const kinds = KINDS.filter((kind) => sum(kind) > 0).map((kind) => channel.kinds[kind](sum(kind)));
  return [
    words.summary(all.mentions, kinds.join(', ')),
    words.answered(all.answered, shareText(all.answeredShare, ctx)),
    ...(all.promised === 0 ? [] : [words.inTime(all.kept, all.promised, shareText(all.keptShare, ctx))]),
    ...(promises.due === 0
      ? []
      : [ctx.words.promises.reportLine(promises.kept, promises.due, shareText(promises.share, ctx))]),
    ...(all.office === null || all.real === null
      ? []
      : [words.waited(minutesText(all.office.median, ctx), minutesText(all.real.median, ctx))]),
    ...[triageLine(about, shareText(about.triage.share, ctx), ctx)].filter((line) => line !== null),
    ...(about.helpful === 0 ? [] : [ctx.words.helpful.inReport(about.helpful)]),
    ...unseen,
  ].join(' ');
}

function volumeTable(about: Report, ctx: ViewContext) {
  const { report: words } = ctx.words;
  const isByDay = about.days.length <= DAYS_IN_TABLE;
  const unit = isByDay ? 'day' : unitOf(about.days.length);
  const rows: readonly Bucket[] = bucketsOf(about.days, unit);
  const name = (bucket: Bucket) => {
    if (unit === 'day') return words.dayInTable(bucket.day, weekdayOf(bucket.day));
    return unit === 'week' ? words.weekFrom(bucket.day) : words.month(bucket.day);
  };
  return textTable([
    [words.column[unit], ...KINDS.map((kind) => words.kind[kind]), words.column.all],
    ...rows.map((bucket) => {
      const all = KINDS.reduce((total, kind) => total + bucket.counts[kind], 0);
      return [name(bucket), ...KINDS.map((kind) => String(bucket.counts[kind])), String(all)];
    }),
  ]);
}

/** One column for each network, and one for all where there are several. */
function figuresTable({ all, networks }: Report, ctx: ViewContext) {
  const { row, column } = ctx.words.report;
  const columns: { name: string; figures: Figures }[] = [
    ...(networks.length > 1 ? [{ name: column.all, figures: all }] : []),
    ...networks.map(({ network, figures }) => ({ name: networkName(network), figures })),
  ];
  const line = (name: string, of: (figures: Figures) => string) => [name, ...columns.map(({ figures }) => of(figures))];
  const spread = (of: Spread | null, value: keyof Spread) => (of === null ? NONE : minutesText(of[value], ctx));
  return textTable([
    ['', ...columns.map(({ name }) => name)],
    line(row.mentions, (figures) => String(figures.mentions)),
    line(row.answered, (figures) => shareText(figures.answeredShare, ctx)),
    line(row.kept, (figures) => shareText(figures.keptShare, ctx)),
    line(row.officeMedian, ({ office }) => spread(office, 'median')),
    line(row.officeP90, ({ office }) => spread(office, 'p90')),
    line(row.realMedian, ({ real }) => spread(real, 'median')),
    line(row.realP90, ({ real }) => spread(real, 'p90')),
    ...(all.escalations.asked === 0 ? [] : escalationLines(line, ctx)),
  ]);
}

/** Questions inside the company, and how long they took. */
function escalationLines(line: (name: string, of: (figures: Figures) => string) => string[], ctx: ViewContext) {
  const { row } = ctx.words.report;
  return [
    line(row.escalated, ({ escalations }) => String(escalations.asked)),
    line(row.escalationsAnswered, ({ escalations }) => String(escalations.answered)),
    line(row.escalationsSentBack, ({ escalations }) => String(escalations.sentBack)),
    line(row.escalationMedian, ({ escalations: { medianMinutes } }) =>
      medianMinutes === null ? NONE : minutesText(medianMinutes, ctx),
    ),
  ];
}

/** Nothing where nobody has labelled anything. */
function topicsTable({ topics }: Report, ctx: ViewContext) {
  if (topics.length === 0) return [];
  const { column, row, moreTopics } = ctx.words.report;
  const table = textTable([
    [column.topic, column.mentions, row.answered, column.median, row.kept],
    ...topics
      .slice(0, MOST_TOPICS)
      .map(({ topic, figures }) => [
        shorten(visible(topic), TOPIC_WIDTH),
        String(figures.mentions),
        shareText(figures.answeredShare, ctx),
        figures.office === null ? NONE : minutesText(figures.office.median, ctx),
        shareText(figures.keptShare, ctx),
      ]),
  ]);
  const more = topics.length - MOST_TOPICS;
  return more > 0 ? [table, context(moreTopics(more))] : [table];
}

function hoursTable({ hours }: Report, ctx: ViewContext) {
  const { column } = ctx.words.report;
  const counts = hoursBySpan(hours);
  return textTable([
    [column.time, column.mentions],
    ...HOUR_SPANS.map((span, index) => [span, String(counts[index] ?? 0)]),
  ]);
}

/** An answer on the network itself is nobody's in particular; which network it was is told above. */
function answeredBy(by: UserId, ctx: ViewContext): string {
  return by === ELSEWHERE ? ctx.words.report.elsewhere : user(by);
}

function peopleList({ people }: Report, ctx: ViewContext) {
  if (people === null || people.length === 0) return [];
  const { report: words } = ctx.words;
  const lines = people
    .slice(0, MOST_PEOPLE)
    .map((one) => `• ${words.personLine(answeredBy(one.user, ctx), one.answers)}`);
  const more = people.length > MOST_PEOPLE ? [words.morePeople(people.length - MOST_PEOPLE)] : [];
  return [section([`*${words.people}*`, ...lines, ...more].join('\n'))];
}

function footnote({ people }: Report, { shownBy }: ReportFor, ctx: ViewContext): string {
  const { report: words } = ctx.words;
  return [
    words.footnote(escapeMrkdwn(ctx.desk.settings.officeHours.timeZone)),
    ...(people === null ? [words.noNames] : []),
    ...(shownBy === null ? [] : [words.shownBy(user(shownBy))]),
  ].join(' · ');
}

const NONE = '–';
const MINUTES_IN_HOUR = 60;

function minutesText(minutes: number, ctx: ViewContext): string {
  const whole = Math.round(minutes);
  return ctx.words.report.duration(Math.floor(whole / MINUTES_IN_HOUR), whole % MINUTES_IN_HOUR);
}

function shareText(share: number | null, ctx: ViewContext): string {
  return share === null ? NONE : ctx.words.report.share(Math.round(share * 100));
}

/** Why words name no period. */
export function periodFaultText({ fault, what }: PeriodFault, verb: 'report' | 'export', ctx: ViewContext): string {
  return ctx.words.report.fault[fault](snippet(what, 60), verb);
}

/** When the channel gets its report. */
export function weeklyText({ words, desk }: ViewContext): string {
  const { weekly } = desk.settings.reports;
  const { report: own } = words;
  return weekly === null ? `${own.weeklyNone} ${own.weeklyUsage}` : own.weeklyIs(own.weekday[weekly.day], weekly.time);
}

/** Whether staff are named, and how that can be changed. */
export function namesText(names: StaffNames, ctx: ViewContext): string {
  const { namesAre } = ctx.words.report;
  if (names.on) return namesAre.on;
  const asked = askedNow(names, ctx.now);
  return asked === null ? namesAre.off : namesAre.asked(user(asked.by));
}
