import { priorityOf } from './card-priority.ts';
import { isDanger } from './danger.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { APP, recorded } from './history.ts';
import { type Instant, MINUTE_MS, plusMs } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import type { Settings } from './settings.ts';
import { startClock, withDeadlinesOf } from './sla.ts';
import { hasHandle, type RuleSubject } from './team-rules.ts';
import { judged } from './urgency.ts';
import { wordIn } from './word-match.ts';

/** By what a post is muted; null for one that is shown. What sounds like danger always is, and whoever is on the VIP list. */
export function muteFor(
  { mute, vip }: Pick<Settings, 'mute' | 'vip'>,
  subject: RuleSubject,
): Omit<NonNullable<Mention['muted']>, 'at'> | null {
  const texts = subject.posts.map(({ text }) => text);
  if (texts.some(isDanger) || hasHandle(vip, subject.author)) return null;
  if (hasHandle(mute.handles, subject.author)) return { by: 'author', what: subject.author.handle };
  const word = wordIn(mute.words, texts);
  return word === null ? null : { by: 'word', what: word };
}

/** A mention that is kept, found and counted, and has neither a card nor a clock. */
export function mutedMention(
  mention: Mention,
  how: Omit<NonNullable<Mention['muted']>, 'at'>,
  now: Date,
): Decision<Mention> {
  const at = now.toISOString();
  const closed = { by: APP, at, reason: '' };
  const silent: Mention = { ...mention, muted: { ...how, at }, status: 'closed', closed, clocks: [], owner: null };
  return decided(recorded(silent, now, APP, 'muted', how.what));
}

const DAY_MS = 24 * 60 * MINUTE_MS;

/** What the list kept from the channel in the day before an instant: a bell counts it. */
export function mutedBefore(mentions: readonly Mention[], at: Instant): readonly Mention[] {
  const from = plusMs(new Date(at), -DAY_MS);
  return mentions.filter(({ muted }) => muted !== null && muted.at >= from && muted.at <= at);
}

/** "Show it": somebody wants it on a card after all. */
export function unmute(mention: Mention, press: Press, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.muted === null) return refused({ reason: 'already-done' });
  const next = shown(remember(recorded(mention, now, press.by, 'unmuted'), press.key), desk, now);
  return decided(next, [plan({ type: 'draw-card' }, priorityOf(next))]);
}

/** The mention as one that has a card, whose clock runs from now on; unless it was answered meanwhile. */
export function shown(mention: Mention, desk: Desk, now: Date): Mention {
  const visible = withoutMute(mention);
  if (visible.status === 'answered') return visible;
  const last = visible.posts.at(-1) ?? visible.posts[0];
  const start = { id: 'c1', post: last.id, startedAt: now.toISOString(), cause: 'first' } as const;
  const seen = judged({ ...visible, clocks: [startClock(start, visible, desk)] }, desk);
  return { ...seen, clocks: withDeadlinesOf(seen.clocks, seen, desk) };
}

/** As one that was never muted, and waits. */
export function withoutMute(mention: Mention): Mention {
  if (mention.muted === null) return mention;
  const isWaiting = mention.status === 'closed';
  return { ...mention, muted: null, closed: null, ...(isWaiting && { status: 'open' as const }) };
}
