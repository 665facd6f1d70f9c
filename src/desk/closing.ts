import { priorityOf } from './card-priority.ts';
import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { APP, recorded } from './history.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import { lastClosing } from './office-time.ts';
import { openPromises, promisesPassed } from './promises.ts';
import { isPending } from './publication.ts';
import { mentionRef } from './ref.ts';
import { lastTouch } from './touch.ts';

/**
 * Tells the mentions concerned, once for each closing, that the desk has closed; also at the first look after it when the app
 * was down at that minute. Null when that was done, or the desk never closes.
 * @param mentions the channel's open ones, and those with an open promise
 */
export function releaseAtClosing(
  channel: Channel,
  mentions: readonly Mention[],
  desk: Desk,
  now: Date,
): Decision<Channel> | null {
  const closing = lastClosing(desk.hours, now)?.toISOString() ?? null;
  if (closing === null || (channel.lastClosingAt !== null && channel.lastClosingAt >= closing)) return null;
  const next = { ...channel, lastClosingAt: closing };
  // A channel that has seen no closing yet begins with this one: nobody went home on it.
  if (channel.lastClosingAt === null || !desk.settings.claim.releaseAtClosing) return decided(next);
  const concerned = mentions.filter((mention) => releasedAtClosing(mention, closing, now) !== null);
  return decided(
    next,
    concerned.map(({ id }) =>
      plan(
        {
          type: 'tell',
          id: `closing:${closing}:${id}`,
          to: mentionRef(id),
          news: { type: 'desk-closed', at: closing },
        },
        PRIORITY.rest,
      ),
    ),
  );
}

/**
 * The desk has closed: the mention is nobody's, and its promises wait for whoever opens. Null when its owner has touched
 * it since, an answer is under way, or there is nothing to let go of.
 */
export function releasedAtClosing(mention: Mention, closing: Instant, now: Date): Decision<Mention> | null {
  if (mention.publications.some(isPending)) return null;
  const touched = lastTouch(mention);
  if (touched !== null && touched >= closing) return null;
  const passed = withPromisesPassed(mention, closing);
  if (mention.owner === null && passed === mention) return null;
  const status = mention.status === 'claimed' ? 'open' : mention.status;
  const released = recorded({ ...passed, owner: null, status }, now, APP, 'released-at-closing');
  return decided(released, [plan({ type: 'draw-card' }, priorityOf(released))]);
}

function withPromisesPassed(mention: Mention, closing: Instant): Mention {
  return openPromises(mention)
    .filter(({ owner, madeAt }) => owner !== null && madeAt < closing)
    .reduce((state, { owner }) => promisesPassed(state, owner, null), mention);
}
