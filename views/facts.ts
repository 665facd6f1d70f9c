import { answerTarget } from '../src/desk/answer-way.ts';
import { earliest, type Instant, MINUTE_MS } from '../src/desk/instant.ts';
import type { Kind, Mention } from '../src/desk/mention.ts';
import { byUrgency } from '../src/desk/order.ts';
import type { Post } from '../src/desk/post.ts';
import { runningClocks, waitingSince } from '../src/desk/sla.ts';
import type { ViewContext } from './context.ts';
import { cardLink, link, shorten, snippet, user, visible, when } from './text.ts';

/** The one spot of colour that tells kinds apart at a glance. */
export const MARK: Readonly<Record<Kind, string>> = { complaint: '🔴', question: '🔵', praise: '💚', other: '⚪' };

const NETWORKS: Readonly<Record<string, string>> = { x: 'X' };

export function networkName(network: string): string {
  if (Object.hasOwn(NETWORKS, network)) return NETWORKS[network] ?? '';
  return snippet(network.charAt(0).toUpperCase() + network.slice(1), 20);
}

/** The author's name in one line for `mrkdwn`; the handle where there is no name. */
export function authorName(mention: Mention): string {
  return snippet(mention.author.name, 60) || `@${snippet(mention.author.handle, 40)}`;
}

/** `#42`, linked to its card where there is one. */
export function numberLink(mention: Mention, ctx: ViewContext): string {
  return cardLink(ctx, mention.card, `#${mention.number}`);
}

export function kindLabel(kind: Kind, ctx: ViewContext): string {
  return `${MARK[kind]} ${ctx.words.card.kind[kind]}`;
}

/** What it is about, in the team's words; null without any. */
export function topicsText({ topics }: Mention): string | null {
  return topics.length === 0 ? null : `🏷️ ${snippet(topics.join(', '), 300)}`;
}

/** Where the case is kept elsewhere, as a link where it is an address; null without one. */
export function ticketText({ ticket }: Mention): string | null {
  if (ticket === null) return null;
  const shown = visible(ticket.replace(/^https?:\/\//i, ''));
  return `🎫 ${link(ticket, shorten(shown, 60), TICKET_ADDRESS)}`;
}

/** The desk takes longer addresses than a customer's post may have. */
const TICKET_ADDRESS = 500;

export function isSettled(mention: Mention): boolean {
  return mention.status === 'answered' || mention.status === 'closed';
}

export function dueAt(mention: Mention): Instant | null {
  return earliest(runningClocks(mention).map((clock) => clock.dueAt));
}

export function isPast(instant: Instant, ctx: ViewContext): boolean {
  return instant <= ctx.now.toISOString();
}

/** When the answer is due, or was; null when nothing is promised. */
export function dueText(mention: Mention, ctx: ViewContext): string | null {
  const due = dueAt(mention);
  if (due === null) return null;
  return isPast(due, ctx) ? `⏰ *${ctx.words.card.late(when(due))}*` : ctx.words.card.due(when(due));
}

/** Until when it was put off, and by whom unless by its owner; null when it was not. */
export function snoozeText({ snooze, owner }: Mention, ctx: ViewContext): string | null {
  if (snooze === null) return null;
  const by = snooze.by === owner ? null : user(snooze.by);
  return `💤 ${ctx.words.together.snoozedUntil(when(snooze.until), by)}`;
}

/** What the customer wrote last. */
export function lastPost(mention: Mention) {
  return mention.posts[mention.posts.length - 1] ?? mention.posts[0];
}

/** What waits for an answer: the newest that is still there; of a settled mention, what it began with. */
export function waitingPost(mention: Mention): Post {
  return isSettled(mention) ? mention.posts[0] : (answerTarget(mention) ?? lastPost(mention));
}

/** The same in words for a line, not yet escaped: the names that a reply begins with, ours above all, say nothing there. */
export function gist(mention: Mention): string {
  return withoutNames(waitingPost(mention).text);
}

/** A post without the handles that it begins with. */
export function withoutNames(text: string): string {
  return text.replace(/^(?:\s*@\w+[,:]?)+\s+(?=\S)/, '');
}

/** Since when the customer has waited; since their last post when no clock runs. */
export function waitsSince(mention: Mention): Instant {
  return waitingSince(mention) ?? lastPost(mention).at;
}

/** What is urgent first, then the longest wait. */
export function byWait(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => byUrgency(a, b) || (waitsSince(a) < waitsSince(b) ? -1 : 1));
}

/** How long, in words, in its largest unit. */
export function duration(ms: number, ctx: ViewContext): string {
  const { time } = ctx.words;
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return time.moment;
  if (minutes < 60) return time.minutes(minutes);
  if (minutes < 48 * 60) return time.hours(Math.floor(minutes / 60));
  return time.days(Math.floor(minutes / (24 * 60)));
}

export function since(instant: Instant, ctx: ViewContext): number {
  return Math.max(0, ctx.now.getTime() - Date.parse(instant));
}
