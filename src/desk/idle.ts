import type { Channel, Offer } from './channel.ts';
import type { Decision } from './decision.ts';
import type { Desk } from './desk.ts';
import { isWaitedFor } from './escalation.ts';
import { groupTellers, isToldByAnother } from './group-tellers.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import { offer } from './offers.ts';
import { isOpen, subtractOfficeMinutes } from './office-time.ts';
import { openPromises } from './promises.ts';
import { isPending } from './publication.ts';
import { lyingSince } from './touch.ts';

/**
 * Offers claims that their owners have left lying to the channel, each once until it is touched again. Null when there
 * is nothing to offer, and outside office hours.
 * @param open the channel's open mentions, oldest first
 */
export function offerIdle(channel: Channel, open: readonly Mention[], desk: Desk, now: Date): Decision<Channel> | null {
  const before = idleBefore(desk, now);
  if (before === null) return null;
  const tellers = groupTellers(open, (mention) => !hasReason(mention));
  const lying = open.flatMap((mention): Offer[] => {
    const since = lyingSince(mention);
    if (since === null || since > before || hasReason(mention) || isToldByAnother(mention, tellers)) return [];
    return [{ mention: mention.id, why: 'idle', since }];
  });
  const fresh = lying.filter(
    (one) => !channel.lying.some((known) => known.mention === one.mention && known.since === one.since),
  );
  return fresh.length === 0 ? null : offer({ ...channel, lying }, fresh, now);
}

/** What was last touched by then is idle now; null when nothing is at this hour. */
function idleBefore({ settings, hours }: Desk, now: Date): Instant | null {
  const minutes = settings.claim.idleMinutes;
  if (minutes === null || !isOpen(hours, now)) return null;
  return subtractOfficeMinutes(hours, now, minutes)?.toISOString() ?? null;
}

/** It rests for a reason that its owner can't change: a colleague is asked, a text is going out, a time was named. */
function hasReason(mention: Mention): boolean {
  if (mention.snooze !== null || mention.publications.some(isPending)) return true;
  if (openPromises(mention).some((promise) => promise.owner === mention.owner)) return true;
  return mention.status === 'escalated' && mention.escalations.some(isWaitedFor);
}
