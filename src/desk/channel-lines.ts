import { raiseAlarm } from './alarm.ts';
import { bellsNaming } from './bell.ts';
import { type Channel, type KindCounts, NEW_CHANNEL } from './channel.ts';
import type { ChannelNote } from './channel-note.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type News, PRIORITY, plan } from './effect.ts';
import { emptied } from './emptied.ts';
import { remember, wasHandled } from './handled.ts';
import { MINUTE_MS, plusMs, SECOND_MS } from './instant.ts';
import { KINDS } from './mention.ts';
import { offer } from './offers.ts';
import { lastClosing, lastOpening } from './office-time.ts';
import { tellPause } from './pause.ts';
import { strikePromise, toTell } from './promise-rounds.ts';
import { strike } from './remind.ts';
import { surgeExplained } from './surge-press.ts';

/** Cards that wait longer than this are counted in the backlog line. */
const BACKLOG_AFTER_MS = 30 * SECOND_MS;
/** When the oldest card has waited longer than this, the line says since when. */
const BACKLOG_LONG_MS = 2 * MINUTE_MS;
const BACKLOG_EVERY_MS = 15 * SECOND_MS;
const AGAIN_EVERY_MS = MINUTE_MS;

/** The channel as it is when the app first works in it: what came in before today's opening is not its night. */
export function newChannel(id: string, desk: Desk, now: Date): Decision<Channel> {
  const lastOpeningAt = lastOpening(desk.hours, now)?.toISOString() ?? null;
  const lastClosingAt = lastClosing(desk.hours, now)?.toISOString() ?? null;
  return decided({ ...NEW_CHANNEL, id, lastOpeningAt, lastClosingAt });
}

/** Something went wrong that only a person can mend: said in the channel, once. */
export function tellChannel(channel: Channel, id: string, note: ChannelNote): Decision<Channel> {
  if (wasHandled(channel, id)) return decided(channel);
  return decided(remember(channel, id), [plan({ type: 'post-channel-note', id, note }, PRIORITY.channel)]);
}

/** What a mention tells its channel. */
export function hear(channel: Channel, id: string, news: News, now: Date): Decision<Channel> {
  if (wasHandled(channel, id)) return decided(channel);
  const heard = remember(channel, id);
  switch (news.type) {
    case 'mention-settled': {
      const struck = strike(heard, news.mention, now);
      return decided(struck.state, [...struck.effects, ...bellsNaming(heard, news.mention)]);
    }
    case 'promises-taken':
      return decided(heard);
    case 'staff-names':
    case 'spending':
      return decided(heard, [plan({ type: 'post-channel-note', id, note: news }, PRIORITY.channel)]);
    case 'paused':
    case 'resumed':
      return tellPause(heard, id, news);
    case 'alarm':
      return raiseAlarm(heard, news.call, now);
    case 'surge-explained':
      return surgeExplained(heard, news, now);
    case 'promise-told':
      return decided(toTell(heard, news, now));
    case 'promise-ended':
      return strikePromise(heard, news, now);
    case 'offered':
      return offer(heard, [{ mention: news.mention, why: news.why, since: null }], now);
    case 'handed-over':
    case 'desk-closed':
    case 'alarm-taken':
    case 'incident-explains':
    case 'helped':
    case 'cheerful-post':
      return decided(heard);
    case 'mention-emptied':
      return emptied(heard, news);
    case 'incident-links-changed':
    case 'forget':
    case 'forgotten':
    case 'forgot':
      return decided(channel);
    case 'customer-wrote-again':
      return planAgain({ ...heard, again: [...heard.again.filter((one) => one !== news.mention), news.mention] }, now);
  }
}

/** The merged "wrote again" line is out: at most one a minute. */
export function toldAgain(channel: Channel, told: readonly string[], now: Date): Decision<Channel> {
  const again = channel.again.filter((mention) => !told.includes(mention));
  const next = { ...channel, again, lastAgainAt: now.toISOString() };
  return again.length === 0 ? decided(next) : planAgain(next, now);
}

/**
 * The one message that says how many mentions wait for their card. Null when nothing about it is to change.
 * @param oldestMs how long the oldest of them has waited
 */
export function countBacklog(
  channel: Channel,
  waiting: KindCounts,
  oldestMs: number,
  now: Date,
): Decision<Channel> | null {
  const line = channel.backlog;
  if (line === null && (total(waiting) === 0 || oldestMs <= BACKLOG_AFTER_MS)) return null;
  const since = line?.since ?? (oldestMs > BACKLOG_LONG_MS ? plusMs(now, -oldestMs) : null);
  if (line !== null) {
    const unchanged = line.since === since && KINDS.every((kind) => line.waiting[kind] === waiting[kind]);
    if (unchanged || now.getTime() - Date.parse(line.updatedAt) < BACKLOG_EVERY_MS) return null;
  }
  const backlog = { waiting, since, updatedAt: now.toISOString(), message: line?.message ?? null };
  return decided({ ...channel, backlog }, [plan({ type: 'draw-backlog' }, PRIORITY.channel)]);
}

/** How many wait, all kinds together. */
export function total(counts: KindCounts): number {
  return KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

function planAgain(channel: Channel, now: Date): Decision<Channel> {
  const earliest = channel.lastAgainAt === null ? null : plusMs(new Date(channel.lastAgainAt), AGAIN_EVERY_MS);
  const notBefore = earliest !== null && earliest > now.toISOString() ? earliest : null;
  return decided(channel, [plan({ type: 'post-again' }, PRIORITY.channel, notBefore)]);
}
