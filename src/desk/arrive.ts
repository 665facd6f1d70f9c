import { cardPriority, priorityOf } from './card-priority.ts';
import { dangerWords } from './danger.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, type Priority, plan } from './effect.ts';
import { CUSTOMER, recorded } from './history.ts';
import type { Instant, UserId } from './instant.ts';
import { type Author, type Kind, type Lang, type Mention, NEW_MENTION } from './mention.ts';
import { tellWroteAgain } from './noise.ts';
import type { Post } from './post.ts';
import { channelRef } from './ref.ts';
import { startClock, withDeadlinesOf } from './sla.ts';

/** A customer's post as intake hands it to the desk, with what triage proposes. */
export interface Arrival {
  readonly network: string;
  readonly conversation: string;
  readonly author: Author;
  readonly post: Post;
  readonly kind: Kind;
  readonly lang: Lang;
  readonly reasons: readonly string[];
  /** See Mention; none unless given. */
  readonly seekFrom?: Instant | null;
}

/** The id of a mention: `network:postId` of its first post. */
export function mentionId(network: string, post: string): string {
  return `${network}:${post}`;
}

/** A customer's first post becomes a mention with a running clock and a card to draw. */
export function arrive(arrival: Arrival, number: number, channel: string, desk: Desk, now: Date): Decision<Mention> {
  const { network, conversation, author, post, kind, lang, reasons, seekFrom = null } = arrival;
  const clock = startClock({ id: 'c1', post: post.id, startedAt: post.at, cause: 'first' }, kind, desk);
  const mention: Mention = {
    ...NEW_MENTION,
    id: mentionId(network, post.id),
    number,
    network,
    conversation,
    channel,
    author,
    posts: [post],
    kind,
    reasons,
    lang,
    clocks: [clock],
    seekFrom,
  };
  return decided(recorded(mention, now, CUSTOMER, 'arrived', post.text), [
    plan({ type: 'draw-card' }, priorityOf(mention)),
    ...alarmFor(mention, post, desk),
  ]);
}

/**
 * A later post by the same author in the same conversation joins the mention: reopens it if it was answered or closed,
 * starts a clock of its own, and is told in the thread, because an updated card neither moves nor notifies. Whoever has it
 * in hand is told by DM; where nobody has, or who had it may be off by now, the channel is (see noise.ts).
 */
export function writeAgain(mention: Mention, arrival: Arrival, desk: Desk, now: Date): Decision<Mention> {
  const { post } = arrival;
  if (mention.posts.some((one) => one.id === post.id)) return decided(mention);
  const kind = kindAfter(mention, arrival.kind);
  const clock = startClock(
    { id: `c${mention.clocks.length + 1}`, post: post.id, startedAt: post.at, cause: 'follow-up' },
    kind,
    desk,
  );
  const clocks = kind === mention.kind ? mention.clocks : withDeadlinesOf(mention.clocks, kind, desk);
  const joined: Mention = {
    ...mention,
    kind,
    reasons: kind === mention.kind ? mention.reasons : arrival.reasons,
    posts: [...mention.posts, post],
    clocks: [...clocks, clock],
    status: statusAfter(mention),
    closed: null,
    snooze: null,
  };
  return decided(recorded(joined, now, CUSTOMER, 'wrote-again', post.text), [
    plan({ type: 'draw-card' }, priorityOf(joined)),
    ...toldAgain(mention, post.id, priorityOf(joined)),
    ...alarmFor(joined, post, desk),
  ]);
}

/**
 * @param mention as it was before the customer wrote again
 * @param priority of the thread's line: it takes a second of the channel's time, as a card does
 */
function toldAgain(mention: Mention, post: string, priority: Priority): readonly PlannedEffect[] {
  const { owner } = mention;
  const inThread = (named: UserId | null) =>
    plan({ type: 'post-note', id: `again:${post}`, note: { type: 'wrote-again', post, owner: named } }, priority);
  const isInHand = owner !== null && mention.status !== 'answered' && mention.status !== 'closed';
  if (!isInHand) return [inThread(owner), tellWroteAgain(mention, post)];
  const notice = { type: 'wrote-again', post } as const;
  const toOwner = plan({ type: 'send-notice', id: `again:${post}`, to: owner, notice }, PRIORITY.press);
  return [inThread(null), toOwner];
}

/** What sounds like danger to somebody is called out at any hour, in the team's own channel. */
function alarmFor(mention: Mention, post: Post, desk: Desk): readonly PlannedEffect[] {
  const words = dangerWords(post.text);
  if (words.length === 0) return [];
  const id = `danger:${mention.id}:${post.id}`;
  const about = { type: 'mention', id: mention.id } as const;
  const call = { id, cause: { type: 'danger', post: post.id, words }, about } as const;
  return [plan({ type: 'tell', id, to: channelRef(desk.channel), news: { type: 'alarm', call } }, PRIORITY.press)];
}

/** What triage proposed gives way to a more urgent later post; what staff said stays. */
function kindAfter(mention: Mention, proposed: Kind): Kind {
  if (mention.kindBy !== 'triage') return mention.kind;
  return cardPriority(proposed) < cardPriority(mention.kind) ? proposed : mention.kind;
}

function statusAfter(mention: Mention): Mention['status'] {
  if (mention.status !== 'answered' && mention.status !== 'closed') return mention.status;
  return mention.owner === null ? 'open' : 'claimed';
}
