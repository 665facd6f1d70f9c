import { cardPriority, priorityOf } from './card-priority.ts';
import { alarmFor } from './danger-alarm.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, type Priority, plan } from './effect.ts';
import { folded, standsAlone } from './fold.ts';
import { CUSTOMER, recorded } from './history.ts';
import type { SuggestedLink } from './incident-match.ts';
import { newsOf } from './incident-news.ts';
import type { Instant, UserId } from './instant.ts';
import { type Author, type Kind, type Lang, type Mention, NEW_MENTION, RULE } from './mention.ts';
import { mutedMention, muteFor, withoutMute } from './muted.ts';
import { unreadGivenBack } from './newly-locked.ts';
import { tellWroteAgain } from './noise.ts';
import type { Post } from './post.ts';
import { assignedByRule, isKindByStaff, kindOnArrival, lockedByPost } from './ruled-arrival.ts';
import { startClock, unmoved, withDeadlinesOf } from './sla.ts';
import { ruledBy } from './team-rules.ts';
import { judged } from './urgency.ts';

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
  /** Posts of this person that wait for an answer in other mentions; none unless given. */
  readonly elsewhere?: number;
  /** The group of open mentions that say the same, under whose card it folds; none unless given. */
  readonly group?: string | null;
  /** The running incident that may explain it; none unless given. */
  readonly suggested?: SuggestedLink | null;
}

/** The id of a mention: `network:postId` of its first post. */
export function mentionId(network: string, post: string): string {
  return `${network}:${post}`;
}

/** A customer's first post becomes a mention with a running clock and a card to draw; one that is muted has neither. */
export function arrive(arrival: Arrival, number: number, channel: string, desk: Desk, now: Date): Decision<Mention> {
  const {
    network,
    conversation,
    author,
    post,
    lang,
    reasons,
    seekFrom = null,
    elsewhere = 0,
    group = null,
    suggested = null,
  } = arrival;
  const ruled = ruledBy(desk.settings, { network, author, lang, posts: [post] });
  const fresh: Mention = {
    ...NEW_MENTION,
    id: mentionId(network, post.id),
    number,
    network,
    conversation,
    channel,
    author,
    posts: [post],
    ...kindOnArrival(ruled, arrival.kind),
    proposed: arrival.kind,
    reasons,
    lang,
    elsewhere,
    clocks: [],
    seekFrom,
    suggested,
  };
  const mention = recorded(waiting(fresh, post, 'first', desk), now, CUSTOMER, 'arrived', post.text);
  const mute = muteFor(desk.settings, mention);
  if (mute !== null) return mutedMention(mention, mute, now);
  const { state, effects } = assignedByRule(mention, ruled, now);
  // Of the card that it shares its owner knows already.
  const counted = suggested === null ? [] : [newsOf(state, suggested.id, 'suggested')];
  if (group !== null && !standsAlone(state)) return decided(folded(state, group, now), counted);
  return decided(state, [
    plan({ type: 'draw-card' }, priorityOf(state)),
    ...effects,
    ...counted,
    ...alarmFor(state, post, desk),
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
  const about = { ...mention, posts: [post] } as const;
  if (mention.muted !== null && muteFor(desk.settings, about) !== null) return writesOnUnseen(mention, post, now);
  const before = withoutMute(mention);
  const ruled = ruledBy(desk.settings, about);
  const kinds = kindAfter(before, arrival.kind, ruled.kind);
  const joined: Mention = {
    ...before,
    ...kinds,
    ...proposalAfter(before, arrival),
    posts: [...mention.posts, post],
    elsewhere: arrival.elsewhere ?? mention.elsewhere,
    status: statusAfter(before),
    closed: null,
    snooze: null,
  };
  const dated = waiting(joined, post, mention.clocks.length === 0 ? 'first' : 'follow-up', desk);
  const told = lockedByPost(recorded(dated, now, CUSTOMER, 'wrote-again', post.text), post, now);
  const { state, effects } = assignedByRule(told, ruled, now);
  const written = decided(state, [
    plan({ type: 'draw-card' }, priorityOf(state)),
    ...effects,
    // A card that is new says it all.
    ...(mention.muted === null ? toldAgain(mention, post.id, priorityOf(state)) : []),
    ...alarmFor(state, post, desk),
  ]);
  return unreadGivenBack(mention, written, desk, now);
}

/** With a clock for this post; what that makes more urgent, or less, moves all that run. */
function waiting(mention: Mention, post: Post, cause: 'first' | 'follow-up', desk: Desk): Mention {
  const id = `c${mention.clocks.length + 1}`;
  const started = startClock({ id, post: post.id, startedAt: post.at, cause }, mention, desk);
  const next = judged({ ...mention, clocks: [...mention.clocks, started] }, desk);
  const clocks = withDeadlinesOf(next.clocks, next, desk);
  return { ...next, clocks: clocks.map((clock, index) => unmoved(next.clocks[index] ?? clock, clock)) };
}

/** Still without a card. */
function writesOnUnseen(mention: Mention, post: Post, now: Date): Decision<Mention> {
  const joined: Mention = { ...mention, posts: [...mention.posts, post] };
  return decided(recorded(joined, now, CUSTOMER, 'wrote-again', post.text));
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

/** What triage proposed gives way to a more urgent later post, and to a rule; what staff said stays. */
function kindAfter(mention: Mention, proposed: Kind, ruled: Kind | null): Pick<Mention, 'kind' | 'kindBy'> {
  const { kind, kindBy } = mention;
  if (isKindByStaff(mention)) return { kind, kindBy };
  if (ruled !== null) return { kind: ruled, kindBy: RULE };
  if (kindBy === RULE) return { kind, kindBy };
  return { kind: cardPriority(proposed) < cardPriority(kind) ? proposed : kind, kindBy };
}

/** A later post that triage finds more urgent changes what it proposes, with its words; what staff overruled stays on record. */
function proposalAfter(mention: Mention, arrival: Arrival): Pick<Mention, 'proposed' | 'reasons'> {
  const { proposed, reasons, kind } = mention;
  const isMore = cardPriority(arrival.kind) < cardPriority(proposed ?? kind);
  if (isKindByStaff(mention) || !isMore) return { proposed, reasons };
  return { proposed: proposed === null ? null : arrival.kind, reasons: arrival.reasons };
}

function statusAfter(mention: Mention): Mention['status'] {
  if (mention.status !== 'answered' && mention.status !== 'closed') return mention.status;
  return mention.owner === null ? 'open' : 'claimed';
}
