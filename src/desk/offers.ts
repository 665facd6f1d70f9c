import type { Channel, Offer } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { MINUTE_MS, plusMs } from './instant.ts';
import type { Mention } from './mention.ts';
import { channelRef } from './ref.ts';
import { lyingSince } from './touch.ts';

const OFFERS_EVERY_MS = MINUTE_MS;

/** The channel hears that a mention may be taken: what is offered within a minute is told in one message. */
export function offer(channel: Channel, offers: readonly Offer[], now: Date): Decision<Channel> {
  const anew = offers.map((one) => one.mention);
  const next = { ...channel, offers: [...channel.offers.filter((one) => !anew.includes(one.mention)), ...offers] };
  return decided(next, [planOffers(next, now)]);
}

/** The message is out, or had nothing left to say: what was offered meanwhile follows in the next one. */
export function toldOffers(channel: Channel, told: readonly Offer[], now: Date): Decision<Channel> {
  const offers = channel.offers.filter((one) => !told.some((other) => isSame(one, other)));
  const next = { ...channel, offers, lastOfferAt: now.toISOString() };
  return decided(next, offers.length === 0 ? [] : [planOffers(next, now)]);
}

/** Whether a mention is still to be had as it was offered: not taken, touched, put off or settled meanwhile. */
export function isStillOffered(offered: Offer, mention: Mention): boolean {
  if (mention.status === 'answered' || mention.status === 'closed' || mention.snooze !== null) return false;
  return offered.why === 'idle' ? lyingSince(mention) === offered.since : mention.owner === null;
}

/** Tells the channel of a mention that it is anybody's now. */
export function tellOffered(mention: Mention, why: Exclude<Offer['why'], 'idle'>, cause: string): PlannedEffect {
  return plan(
    {
      type: 'tell',
      id: `offered:${mention.id}:${cause}`,
      to: channelRef(mention.channel),
      news: { type: 'offered', mention: mention.id, why },
    },
    PRIORITY.press,
  );
}

function planOffers(channel: Channel, now: Date): PlannedEffect {
  const earliest = channel.lastOfferAt === null ? null : plusMs(new Date(channel.lastOfferAt), OFFERS_EVERY_MS);
  const notBefore = earliest !== null && earliest > now.toISOString() ? earliest : null;
  return plan({ type: 'post-offers' }, PRIORITY.channel, notBefore);
}

function isSame(a: Offer, b: Offer): boolean {
  return a.mention === b.mention && a.why === b.why && a.since === b.since;
}
