import { firstAnswerMs, gotAnswer, median } from './figures.ts';
import type { Incident } from './incident.ts';
import { untoldOf, waitsToHear } from './incident-end.ts';
import { linkedTo } from './incident-link.ts';
import { at, type Instant, MINUTE_MS } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Publication } from './publication.ts';
import { seriesOf, wordsOf } from './series.ts';

/** What an incident's message says about its customers. */
export interface LinkFigures {
  readonly linked: number;
  /** Those who have had any public answer of ours. */
  readonly answered: number;
  /** Those who were told how it ended. */
  readonly told: number;
  readonly skipped: number;
  /** Those whom somebody is telling right now. */
  readonly underWay: number;
  /** Those who still wait to hear it. */
  readonly waiting: number;
}

/** @param mentions any; only those that are linked to the incident count */
export function linkFigures(mentions: readonly Mention[], incident: string): LinkFigures {
  const linked = linkedTo(mentions, incident);
  const untold = untoldOf(linked, incident);
  const waiting = untold.filter(waitsToHear).length;
  const told = (how: 'sent' | 'skipped') => linked.filter((mention) => mention.incident?.told?.how === how).length;
  return {
    linked: linked.length,
    answered: linked.filter(gotAnswer).length,
    told: told('sent'),
    skipped: told('skipped'),
    underWay: untold.length - waiting,
    waiting,
  };
}

/** How many customers complained in one hour of an incident. */
export interface HourOfComplaints {
  /** The full hour, as UTC counts them. */
  readonly from: Instant;
  readonly count: number;
}

/** An incident in numbers, for those who look back at it. */
export interface IncidentFigures extends LinkFigures {
  readonly byHour: readonly HourOfComplaints[];
  /** From a customer's post to our first answer, in the customer's own time; null without any. */
  readonly medianAnswerMs: number | null;
  /** From its start to its end; null while it runs. */
  readonly lastedMs: number | null;
  /** Whole minutes between each public word and the one before, in their order. */
  readonly minutesBetweenWords: readonly number[];
}

/** The same with how it went over time. */
export function incidentFigures(incident: Incident, mentions: readonly Mention[]): IncidentFigures {
  const linked = linkedTo(mentions, incident.id);
  const waits = linked.map(firstAnswerMs).filter((ms) => ms !== null);
  const { startedAt, resolvedAt } = incident;
  return {
    ...linkFigures(linked, incident.id),
    byHour: hoursOf(linked),
    medianAnswerMs: median(waits),
    lastedMs: resolvedAt === null ? null : Date.parse(resolvedAt) - Date.parse(startedAt),
    minutesBetweenWords: between(publicWords(incident).map(saidAt)),
  };
}

/** What the public has read of it, in order, numbered posts as one; what was taken back later stood there for a while. */
export function publicWords({ publications }: Incident): readonly Publication[] {
  return publications
    .filter((one) => one.after === null && isOut(one))
    .map((one) => ({ ...one, text: wordsOf(publications, seriesOf(publications, one).filter(isOut)) }));
}

function isOut({ status }: Publication): boolean {
  return status === 'published' || status === 'deleting' || status === 'deleted';
}

/** When the public could read it. */
export function saidAt(word: Publication): Instant {
  return word.post?.at ?? word.attempt?.at ?? word.pressedAt;
}

function hoursOf(linked: readonly Mention[]): HourOfComplaints[] {
  const counts = new Map<string, number>();
  for (const { posts } of linked) {
    const from = new Date(at(posts[0].at).setUTCMinutes(0, 0, 0)).toISOString();
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts].map(([from, count]) => ({ from, count })).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function between(instants: readonly Instant[]): number[] {
  return instants.slice(1).map((instant, index) => {
    const before = instants[index] ?? instant;
    return Math.round((Date.parse(instant) - Date.parse(before)) / MINUTE_MS);
  });
}
