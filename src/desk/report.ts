import { tzOffset } from '@date-fns/tz';
import type { KindCounts } from './channel.ts';
import type { Desk } from './desk.ts';
import {
  type EscalationCounts,
  escalationCounts,
  firstAnswer,
  firstAnswerMs,
  keptSla,
  median,
  percentile,
  share,
} from './figures.ts';
import { at, MINUTE_MS, type UserId } from './instant.ts';
import type { Kind, Mention } from './mention.ts';
import { officeMinutesBetween } from './office-time.ts';
import { type Overruling, type OverrulingFigures, overrulingFigures, overrulingOf } from './overruled.ts';
import { boundsOf, daysOf, type Period } from './period.ts';
import { type PromiseFigures, promiseFigures } from './promise-list.ts';
import { isAnswer, type Publication } from './publication.ts';

/** How long customers waited for the first answer, in minutes. */
export interface Spread {
  readonly median: number;
  /** Nine of ten waited no longer. */
  readonly p90: number;
}

/** What can be said of some mentions; a share is from 0 to 1, and null where there is nothing to take it of. */
export interface Figures {
  readonly mentions: number;
  readonly answered: number;
  readonly answeredShare: number | null;
  /** In office time; null without an answer. */
  readonly office: Spread | null;
  /** In the customer's own time. */
  readonly real: Spread | null;
  /** Promises of the first answer that were kept, of those that were kept or broken. */
  readonly kept: number;
  readonly promised: number;
  readonly keptShare: number | null;
  readonly escalations: EscalationCounts & {
    /** Minutes of office time until the first answer, the middle of them; null without one. */
    readonly medianMinutes: number | null;
  };
}

export interface Report {
  readonly period: Period;
  /** What came in on each day, by kind. */
  readonly days: readonly { readonly day: string; readonly counts: KindCounts }[];
  /** What came in by the local hour of the day: 24 counts. */
  readonly hours: readonly number[];
  readonly all: Figures;
  /** What the team's mute list kept from the channel; counted in nothing else. */
  readonly muted: number;
  /** Of the times by which we said that we would be back, those that came due within the period. */
  readonly promises: PromiseFigures;
  /** How often staff said that a mention is something else than triage had proposed. */
  readonly triage: OverrulingFigures;
  /** By the networks' names. */
  readonly networks: readonly { readonly network: string; readonly figures: Figures }[];
  /** By the team's topics, the most frequent first; a mention counts in each of its own. */
  readonly topics: readonly { readonly topic: string; readonly figures: Figures }[];
  /** Customers' answers to other customers that staff marked as helpful. */
  readonly helpful: number;
  /** Public answers by who pressed Send, most first; null unless two leads have switched staff names on. */
  readonly people: readonly { readonly user: UserId; readonly answers: number }[] | null;
}

/** The mentions that came in within a period. */
export function mentionsOf(mentions: readonly Mention[], period: Period, desk: Desk): readonly Mention[] {
  const { start, end } = boundsOf(period, desk.settings.officeHours.timeZone);
  return mentions.filter(({ posts }) => posts[0].at >= start && posts[0].at < end);
}

/** What a report needs to know of one mention; the costly part of it, which its caller may do bit by bit. */
export interface Measured {
  readonly network: string;
  readonly isMuted: boolean;
  readonly kind: Kind;
  readonly topics: readonly string[];
  readonly hasProposal: boolean;
  readonly overruling: Overruling | null;
  /** When it came in, on the office's clocks. */
  readonly day: string;
  readonly hour: number;
  /** Minutes to the first answer; null without one. */
  readonly officeMinutes: number | null;
  readonly realMinutes: number | null;
  readonly kept: boolean | null;
  readonly isHelpful: boolean;
  readonly escalations: EscalationCounts;
  /** Minutes of office time until each escalation was first answered. */
  readonly escalationMinutes: readonly number[];
  /** Who pressed Send, once for each public answer. */
  readonly answeredBy: readonly UserId[];
}

export function measure(mention: Mention, desk: Desk): Measured {
  const realMs = firstAnswerMs(mention);
  const isPublic = (one: Publication) => isAnswer(one) && (one.status === 'published' || one.status === 'deleting');
  return {
    network: mention.network,
    isMuted: mention.muted !== null,
    kind: mention.kind,
    topics: mention.topics,
    hasProposal: mention.proposed !== null,
    overruling: overrulingOf(mention),
    ...localTime(mention, desk.settings.officeHours.timeZone),
    officeMinutes: firstAnswerOfficeMinutes(mention, desk),
    realMinutes: realMs === null ? null : realMs / MINUTE_MS,
    kept: keptSla(mention),
    isHelpful: mention.helpful !== null,
    escalations: escalationCounts(mention),
    escalationMinutes: escalationOfficeMinutes(mention, desk),
    answeredBy: mention.publications.filter((one) => isPublic(one) && one.after === null).map(({ by }) => by),
  };
}

/** A period in numbers. @param mentions any; counted are those that came in within the period */
export function reportOf(mentions: readonly Mention[], period: Period, desk: Desk): Report {
  const measured = mentionsOf(mentions, period, desk).map((mention) => measure(mention, desk));
  return reportFrom(measured, promisesIn(mentions, period, desk), period, desk);
}

/** The promises that came due within a period, whenever their mention came in. */
export function promisesIn(mentions: readonly Mention[], period: Period, desk: Desk): PromiseFigures {
  const { start, end } = boundsOf(period, desk.settings.officeHours.timeZone);
  return promiseFigures(mentions, start, end);
}

/** @param came of the mentions that came in within the period */
export function reportFrom(came: readonly Measured[], promises: PromiseFigures, period: Period, desk: Desk): Report {
  const measured = came.filter(({ isMuted }) => !isMuted);
  const byDay = new Map(daysOf(period).map((day) => [day, { complaint: 0, question: 0, praise: 0, other: 0 }]));
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { day, hour, kind } of measured) {
    const counts = byDay.get(day);
    if (counts !== undefined) counts[kind] += 1;
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const networks = [...new Set(measured.map(({ network }) => network))].sort();
  return {
    period,
    days: [...byDay].map(([day, counts]) => ({ day, counts })),
    hours,
    all: figuresOf(measured),
    muted: came.length - measured.length,
    promises,
    triage: overrulingFigures(measured),
    networks: networks.map((network) => ({
      network,
      figures: figuresOf(measured.filter((one) => one.network === network)),
    })),
    topics: byTopic(measured, desk.settings.topics),
    helpful: measured.filter(({ isHelpful }) => isHelpful).length,
    people: desk.staffNames ? answersByPerson(measured) : null,
  };
}

/** Minutes of office time from the first post to the first answer; null without one. */
export function firstAnswerOfficeMinutes(mention: Mention, desk: Desk): number | null {
  const answer = firstAnswer(mention);
  if (answer === null) return null;
  return Math.max(0, officeMinutesBetween(desk.hours, at(mention.posts[0].at), at(answer.at)));
}

/** Minutes of office time from each question inside the company to its first answer. */
export function escalationOfficeMinutes({ escalations }: Mention, desk: Desk): readonly number[] {
  return escalations.flatMap((one) =>
    one.ended?.how === 'answered' ? [officeMinutesBetween(desk.hours, at(one.at), at(one.ended.at))] : [],
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function figuresOf(measured: readonly Measured[]): Figures {
  const answered = measured.filter(({ realMinutes }) => realMinutes !== null).length;
  const verdicts = measured.flatMap(({ kept }) => kept ?? []);
  const kept = verdicts.filter(Boolean).length;
  return {
    mentions: measured.length,
    answered,
    answeredShare: share(answered, measured.length),
    office: spreadOf(measured.flatMap(({ officeMinutes }) => officeMinutes ?? [])),
    real: spreadOf(measured.flatMap(({ realMinutes }) => realMinutes ?? [])),
    kept,
    promised: verdicts.length,
    keptShare: share(kept, verdicts.length),
    escalations: {
      asked: sum(measured.map(({ escalations }) => escalations.asked)),
      answered: sum(measured.map(({ escalations }) => escalations.answered)),
      sentBack: sum(measured.map(({ escalations }) => escalations.sentBack)),
      medianMinutes: median(measured.flatMap(({ escalationMinutes }) => escalationMinutes)),
    },
  };
}

/** One topic whatever its capitals, as the settings spell it, or as it was first written. */
function byTopic(measured: readonly Measured[], known: readonly string[]): Report['topics'] {
  const groups = new Map<string, { readonly topic: string; readonly of: Measured[] }>(
    known.map((topic) => [topic.toLowerCase(), { topic, of: [] }]),
  );
  for (const one of measured) {
    for (const topic of one.topics) {
      const group = groups.get(topic.toLowerCase()) ?? { topic, of: [] };
      group.of.push(one);
      groups.set(topic.toLowerCase(), group);
    }
  }
  return [...groups.values()]
    .filter(({ of }) => of.length > 0)
    .map(({ topic, of }) => ({ topic, figures: figuresOf(of) }))
    .sort((a, b) => b.figures.mentions - a.figures.mentions);
}

function spreadOf(minutes: readonly number[]): Spread | null {
  const middle = median(minutes);
  const p90 = percentile(minutes, 90);
  return middle === null || p90 === null ? null : { median: middle, p90 };
}

function answersByPerson(measured: readonly Measured[]): NonNullable<Report['people']> {
  const answers = new Map<UserId, number>();
  for (const user of measured.flatMap(({ answeredBy }) => answeredBy)) answers.set(user, (answers.get(user) ?? 0) + 1);
  return [...answers].map(([user, count]) => ({ user, answers: count })).sort((a, b) => b.answers - a.answers);
}

/** By arithmetic instead of a date in that zone: a year's report looks at some hundred thousand posts. */
function localTime(mention: Mention, timeZone: string): { day: string; hour: number } {
  const written = at(mention.posts[0].at);
  const local = new Date(written.getTime() + tzOffset(timeZone, written) * MINUTE_MS);
  return { day: local.toISOString().slice(0, 10), hour: local.getUTCHours() };
}
