import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { Instant } from './instant.ts';
import type { Mention, SlaClock } from './mention.ts';
import { isAnswer, type Publication } from './publication.ts';
import { followersOf } from './series.ts';

/** Our first word to a customer. */
export interface FirstAnswer {
  readonly at: Instant;
  readonly publication: Publication;
}

/** A day at the desk, in numbers; a share is from 0 to 1, and null where there is nothing to take it of. */
export interface DayFigures {
  /** Waiting now, whenever they came. */
  readonly open: number;
  /** Written today by customers. */
  readonly arrived: number;
  /** First answered today. */
  readonly answered: number;
  /** From post to first answer in the customer's own time, of those answered today. */
  readonly medianMs: number | null;
  /** Of the promises that were kept or broken today: those kept. */
  readonly keptShare: number | null;
  /** Of the mentions that arrived today: those that have got any answer. */
  readonly answeredShare: number | null;
  /** Came today and has no card, by the team's mute list; counted in nothing else. */
  readonly muted: number;
}

/**
 * Our first reply or apology that is public; null while there is none. A holding reply is none: the clocks run on. One
 * that was taken back counts no more: the customer waits again. What only a person saw there counts from when it was sent.
 */
export function firstAnswer(mention: Mention): FirstAnswer | null {
  let first: FirstAnswer | null = null;
  for (const publication of mention.publications) {
    if (!isAnswer(publication)) continue;
    // Numbered posts have answered when the last of them is out.
    if (followersOf(mention.publications, publication.id).length > 0) continue;
    if (publication.status !== 'published' && publication.status !== 'deleting') continue;
    const at = publication.post?.at ?? publication.attempt?.at ?? publication.pressedAt;
    if (first === null || at < first.at) first = { at, publication };
  }
  return first;
}

/** Whether the customer has had any public answer from us. "No answer needed" is none. */
export function gotAnswer(mention: Mention): boolean {
  return firstAnswer(mention) !== null;
}

/** How long the customer waited for the first answer, in their own time: ms, never below 0; null without one. */
export function firstAnswerMs(mention: Mention): number | null {
  const answer = firstAnswer(mention);
  // A network's clock and ours may differ by a little.
  return answer === null ? null : Math.max(0, Date.parse(answer.at) - Date.parse(mention.posts[0].at));
}

/**
 * Whether the promise of the first answer was kept, in office time as it was promised. Null while it is neither kept nor
 * broken, and where none was made: this kind has no SLA, or somebody said that no answer is needed.
 */
export function keptSla(mention: Mention): boolean | null {
  const clock = promiseOf(mention);
  if (clock === null || clock.dueAt === null) return null;
  const answer = firstAnswer(mention);
  if (answer !== null) return answer.at <= clock.dueAt;
  return clock.late ? false : null;
}

/** The middle of some numbers, of two in the middle their mean; null of none. */
export function median(numbers: readonly number[]): number | null {
  return percentile(numbers, 50);
}

/**
 * The value below which `p` per cent of some numbers lie, between two of them in proportion (the definition that
 * spreadsheets call PERCENTILE.INC); null of none.
 * @param p from 0, the least, to 100, the greatest
 */
export function percentile(numbers: readonly number[], p: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const rank = (Math.min(100, Math.max(0, p)) / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** A part of a whole, from 0 to 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The instant at which the local day of an instant began. */
export function dayStart(timeZone: string, now: Date): Instant {
  return new Date(startOfDay(new TZDate(now, timeZone)).getTime()).toISOString();
}

/**
 * Today's numbers, where today is the local day of the office.
 * @param mentions all there are
 */
export function dayFigures(mentions: readonly Mention[], timeZone: string, now: Date): DayFigures {
  const today = dayStart(timeZone, now);
  const waits: number[] = [];
  const verdicts: boolean[] = [];
  const seen = mentions.filter(({ muted }) => muted === null);
  const unseen = mentions.filter(({ muted, posts }) => muted !== null && posts[0].at >= today);
  let [open, arrived, arrivedAndAnswered] = [0, 0, 0];
  for (const mention of seen) {
    const answer = firstAnswer(mention);
    if (mention.status !== 'answered' && mention.status !== 'closed') open += 1;
    if (mention.posts[0].at >= today) {
      arrived += 1;
      if (answer !== null) arrivedAndAnswered += 1;
    }
    if (answer !== null && answer.at >= today) waits.push(firstAnswerMs(mention) ?? 0);
    const settledAt = answer?.at ?? lateSince(mention);
    const verdict = settledAt !== null && settledAt >= today ? keptSla(mention) : null;
    if (verdict !== null) verdicts.push(verdict);
  }
  return {
    open,
    arrived,
    answered: waits.length,
    medianMs: median(waits),
    keptShare: share(verdicts.filter((kept) => kept).length, verdicts.length),
    answeredShare: share(arrivedAndAnswered, arrived),
    muted: unseen.length,
  };
}

/** When the promise was broken by the lack of an answer; null when it was not. */
function lateSince(mention: Mention): Instant | null {
  const clock = promiseOf(mention);
  return clock?.late ? clock.dueAt : null;
}

/** The first clock that nobody stopped by saying that no answer is needed. */
function promiseOf(mention: Mention): SlaClock | null {
  return mention.clocks.find((clock) => clock.stopped === null || clock.stopped.publication !== null) ?? null;
}

/** What became of questions inside the company. */
export interface EscalationCounts {
  readonly asked: number;
  readonly answered: number;
  readonly sentBack: number;
}

/** A mention's escalations: a question that was sent back counts so, even where somebody answered it later. */
export function escalationCounts({ escalations }: Mention): EscalationCounts {
  const ends = escalations.map(({ ended, answers }) => ended?.how ?? (answers.length > 0 ? 'answered' : null));
  const count = (how: 'answered' | 'sent-back') => ends.filter((end) => end === how).length;
  return { asked: ends.length, answered: count('answered'), sentBack: count('sent-back') };
}
