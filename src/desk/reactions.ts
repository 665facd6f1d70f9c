import { type Decision, decided } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { at, type Instant, MINUTE_MS, plusMs } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Publication, PublicPost } from './publication.ts';
import { change, publicationOf } from './publishing.ts';
import type { SlackMessage } from './ref.ts';

/** How the public took an apology of ours; nothing is kept of those who reacted but the numbers of their mentions. */
export interface Reactions {
  /** As the network last said. */
  readonly likes: number;
  readonly reposts: number;
  /** The mentions of others that came in its conversation and were told, by number. */
  readonly answers: readonly number[];
  /** When they last changed. */
  readonly at: Instant;
  /** How many the thread last heard of, and when; null while it heard of none. */
  readonly told: { readonly count: number; readonly at: Instant } | null;
  /** Its 48 hours are past, and the thread has heard the last of it. */
  readonly isOver: boolean;
}

/** Another customer's mention in the conversation of an apology; its card, so that a line can lead there. */
export interface OthersAnswer {
  readonly number: number;
  readonly card: SlackMessage | null;
}

/** What a look at an apology brought; null where the network does not say. */
export interface Seen {
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly answers: readonly OthersAnswer[];
}

/** A line of it in the thread; `isLast`: no other follows. */
export interface ReactionsNote {
  readonly type: 'reactions';
  readonly publication: string;
  readonly likes: number;
  readonly reposts: number;
  readonly answers: number;
  readonly fresh: readonly OthersAnswer[];
  readonly isLast: boolean;
}

/** For so long after it became public its reactions are read and told. */
const TOLD_FOR_MS = 48 * 60 * MINUTE_MS;
/** Between two lines about one apology. */
const BETWEEN_MS = 10 * MINUTE_MS;
const NONE = { likes: 0, reposts: 0, answers: [], told: null, isOver: false } as const;

/** The apologies to this customer that are public, and whose reactions are still told. */
export function youngApologies(mention: Mention, now: Date): readonly (Publication & { readonly post: PublicPost })[] {
  if (mention.forgotten !== null) return [];
  return mention.publications.flatMap((one) => {
    const { post } = one;
    // A long one is known by its first post.
    if (one.purpose !== 'apology' || one.status !== 'published' || one.after !== null || post === null) return [];
    return post.id !== '' && plusMs(at(post.at), TOLD_FOR_MS) > now.toISOString() ? [{ ...one, post }] : [];
  });
}

/** What others wrote in its conversation since; deleted posts, and whom the team does not want to hear, are left out. */
export function answersByOthers(mention: Mention, since: Instant, all: readonly Mention[]): readonly OthersAnswer[] {
  if (mention.conversation === '') return [];
  return all
    .filter(
      (one) =>
        one.conversation === mention.conversation &&
        one.network === mention.network &&
        one.author.id !== mention.author.id &&
        one.forgotten === null &&
        one.muted === null &&
        one.posts.some((post) => post.at > since && post.deletedAt === null),
    )
    .map(({ number, card }) => ({ number, card }));
}

/**
 * A look at an apology brought something new. Its thread hears of the first reaction, of each answer by somebody else, and
 * whenever there are twice as many as it last heard of; never twice within ten minutes. Null when nothing is new.
 */
export function reacted(mention: Mention, id: string, seen: Seen, now: Date): Decision<Mention> | null {
  const publication = youngApologies(mention, now).find((one) => one.id === id);
  if (publication === undefined) return null;
  const had = publication.reactions ?? { ...NONE, at: now.toISOString() };
  const [likes, reposts] = [seen.likes ?? had.likes, seen.reposts ?? had.reposts];
  const fresh = seen.answers.filter(({ number }) => !had.answers.includes(number));
  if (likes === had.likes && reposts === had.reposts && fresh.length === 0) return null;
  const counted: Reactions = { ...had, likes, reposts, at: now.toISOString() };
  const all: Reactions = { ...counted, answers: [...had.answers, ...fresh.map(({ number }) => number)] };
  if (!isNews(had, countOf(all), fresh.length, now)) {
    // An answer that is not told yet is new the next time as well.
    return likes === had.likes && reposts === had.reposts ? null : decided(change(mention, id, { reactions: counted }));
  }
  const told = { count: countOf(all), at: now.toISOString() };
  return decided(change(mention, id, { reactions: { ...all, told } }), [tell(id, all, fresh, false, now)]);
}

/** When its 48 hours end; null where nothing of it waits for that. */
export function reactionsEndAt({ status, post, reactions }: Publication): Instant | null {
  if (status !== 'published' || post === null || reactions === null || reactions.isOver) return null;
  return plusMs(at(post.at), TOLD_FOR_MS);
}

/** The 48 hours of an apology are past: what it came to is told once more, unless the thread has heard exactly that. */
export function endReactions(mention: Mention, now: Date): Decision<Mention> {
  const over = mention.publications.filter((one) => {
    const end = reactionsEndAt(one);
    return end !== null && end <= now.toISOString();
  });
  let state = mention;
  const effects: PlannedEffect[] = [];
  for (const { id } of over) {
    const reactions = publicationOf(state, id)?.reactions ?? null;
    if (reactions === null) continue;
    state = change(state, id, { reactions: { ...reactions, isOver: true } });
    const isTold = countOf(reactions) === (reactions.told?.count ?? 0);
    if (!isTold && mention.forgotten === null) effects.push(tell(id, reactions, [], true, now));
  }
  return decided(state, effects);
}

function isNews({ told }: Reactions, count: number, fresh: number, now: Date): boolean {
  if (told === null) return count > 0;
  if (plusMs(at(told.at), BETWEEN_MS) > now.toISOString()) return false;
  return fresh > 0 || count >= 2 * told.count;
}

function countOf({ likes, reposts, answers }: Reactions): number {
  return likes + reposts + answers.length;
}

function tell(
  publication: string,
  { likes, reposts, answers }: Reactions,
  fresh: readonly OthersAnswer[],
  isLast: boolean,
  now: Date,
): PlannedEffect {
  const note: ReactionsNote = {
    type: 'reactions',
    publication,
    likes,
    reposts,
    answers: answers.length,
    fresh,
    isLast,
  };
  return plan({ type: 'post-note', id: `reactions:${publication}:${now.getTime()}`, note }, PRIORITY.rest);
}
