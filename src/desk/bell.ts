import type { Bell, BelledPromise, Channel } from './channel.ts';
import { releasedAtClosing } from './closing.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { type Instant, MINUTE_MS, type UserId } from './instant.ts';
import type { Kind, Mention } from './mention.ts';
import { closingBefore, closingOfDay, isOpen, lastClosing, lastOpening } from './office-time.ts';
import type { Press } from './press.ts';
import { isPromised, openPromises, promisesPassed } from './promises.ts';
import { redraw } from './publishing.ts';
import { mentionRef } from './ref.ts';
import { runningClocks } from './sla.ts';

/** What a bell is rung about. */
export interface BellSight {
  /** The channel's open mentions, oldest first. */
  readonly open: readonly Mention[];
  /** Mentions of any channel with a promise that is neither kept nor dropped; also answered ones. */
  readonly promised: readonly Mention[];
}

/** A bell that is missed by more than this, because the app was down, is not rung. */
const LATE_MS = 60 * MINUTE_MS;
const BEFORE_CLOSING_MS = 15 * MINUTE_MS;
/** So many bells are remembered: a late update still finds its message. */
const KEPT = 4;

/** The bell that is to be rung now: each once a day on which the office opens; null when there is none. */
export function dueBell(channel: Channel, { hours, settings }: Desk, now: Date): Pick<Bell, 'which' | 'edge'> | null {
  const opening = lastOpening(hours, now);
  if (settings.bell.opening && opening !== null && isOpen(hours, now) && isWithin(opening.getTime(), now)) {
    const due = { which: 'opening', edge: opening.toISOString() } as const;
    if (!hasRung(channel, due)) return due;
  }
  const closing = closingOfDay(hours, now);
  // A midnight that the office works through is no closing.
  if (!settings.bell.closing || closing === null || isOpen(hours, closing)) return null;
  const due = { which: 'closing', edge: closing.toISOString() } as const;
  return isWithin(closing.getTime() - BEFORE_CLOSING_MS, now) && !hasRung(channel, due) ? due : null;
}

/**
 * In the morning what waits from the night and what nobody has; before closing what nobody has. With the promises that
 * are nobody's, before closing all of them. A bell with nothing to say is not heard. Null when none is due.
 */
export function ringBell(channel: Channel, sight: BellSight, desk: Desk, now: Date): Decision<Channel> | null {
  const due = dueBell(channel, desk, now);
  if (due === null) return null;
  const then = (mention: Mention) => afterClosing(mention, due, desk, now);
  const [open, promised] = [sight.open.map(then), sight.promised.map(then)];
  const bell: Bell = {
    ...due,
    id: `${due.which}:${due.edge}`,
    mentions: open.filter((mention) => isMeant(mention, due, desk, now)).map(({ id }) => id),
    promises: promised.flatMap((mention) => promisesMeant(mention, due)),
    takers: {},
    promisesTakenBy: null,
    message: null,
  };
  const rung = { ...channel, bells: [...channel.bells.slice(1 - KEPT), bell] };
  return decided(rung, bell.mentions.length + bell.promises.length === 0 ? [] : [drawBell(bell.id)]);
}

/** Whether the opening bell has taken the place of the morning's reminder. */
export function rangFor(channel: Channel, opening: Instant): boolean {
  return hasRung(channel, { which: 'opening', edge: opening });
}

/** "I take these": names a person beside a kind; nothing is claimed by it. */
export function takeKind(channel: Channel, press: Press, id: string, kind: Kind): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const bell = channel.bells.find((one) => one.id === id);
  const takers = bell?.takers[kind] ?? [];
  if (bell === undefined || takers.includes(press.by)) return refused({ reason: 'already-done' });
  const next = { ...bell, takers: { ...bell.takers, [kind]: [...takers, press.by] } };
  return decided(remember(withBell(channel, next), press.key), [drawBell(id)]);
}

/** "I take the promises": those that nobody has become this person's, each in its own mention. */
export function takePromises(channel: Channel, press: Press, id: string): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const bell = channel.bells.find((one) => one.id === id);
  if (bell === undefined || bell.promisesTakenBy === press.by) return refused({ reason: 'already-done' });
  if (bell.promisesTakenBy !== null) return refused({ reason: 'promises-taken', by: bell.promisesTakenBy });
  const next = { ...bell, promisesTakenBy: press.by };
  const news = { type: 'promises-taken', by: press.by } as const;
  const mentions = [...new Set(bell.promises.map(({ mention }) => mention))];
  return decided(remember(withBell(channel, next), press.key), [
    drawBell(id),
    ...mentions.map((mention) =>
      plan({ type: 'tell', id: `promises-taken:${id}:${mention}`, to: mentionRef(mention), news }, PRIORITY.press),
    ),
  ]);
}

/** The mention's promises that nobody has are somebody's now. */
export function promisesTaken(mention: Mention, by: UserId, now: Date): Decision<Mention> {
  const passed = promisesPassed(mention, null, by);
  if (passed === mention) return decided(mention);
  return decided(recorded(passed, now, by, 'promise-taken'), [redraw(passed)]);
}

/** A mention was settled: the bells that name it show so. */
export function bellsNaming(channel: Channel, mention: string): readonly PlannedEffect[] {
  return channel.bells.filter(({ mentions }) => mentions.includes(mention)).map(({ id }) => drawBell(id));
}

export function bellOf(channel: Channel, id: string): Bell | undefined {
  return channel.bells.find((one) => one.id === id);
}

/** The mentions that a bell's message names. */
export function namedInBell(channel: Channel, id: string): readonly string[] {
  const bell = bellOf(channel, id);
  return [...new Set([...(bell?.mentions ?? []), ...(bell?.promises ?? []).map(({ mention }) => mention)])];
}

/** As it will be once it has heard that the desk closed: after a night on which the app was down both come together. */
function afterClosing(mention: Mention, { which }: Pick<Bell, 'which'>, desk: Desk, now: Date): Mention {
  const closing = which === 'opening' && desk.settings.claim.releaseAtClosing ? lastClosing(desk.hours, now) : null;
  if (closing === null) return mention;
  return releasedAtClosing(mention, closing.toISOString(), now)?.state ?? mention;
}

function isMeant(mention: Mention, due: Pick<Bell, 'which' | 'edge'>, desk: Desk, now: Date): boolean {
  const running = runningClocks(mention);
  if (running.length === 0 || isSnoozed(mention, now)) return false;
  // A promise that holds has reminders of its own; one that the bell names is not said twice.
  if (isPromised(mention, now) || promisesMeant(mention, due).length > 0) return false;
  if (mention.owner === null) return true;
  if (due.which === 'closing') return false;
  const closing = closingBefore(desk.hours, new Date(due.edge))?.toISOString() ?? due.edge;
  return running.some(({ startedAt }) => startedAt >= closing && startedAt < due.edge);
}

function isSnoozed({ snooze }: Mention, now: Date): boolean {
  return snooze !== null && snooze.until > now.toISOString();
}

function promisesMeant(mention: Mention, { which }: Pick<Bell, 'which'>): BelledPromise[] {
  return openPromises(mention)
    .filter(({ owner }) => which === 'closing' || owner === null)
    .map(({ id }) => ({ mention: mention.id, promise: id }));
}

function hasRung({ bells }: Channel, due: Pick<Bell, 'which' | 'edge'>): boolean {
  return bells.some(({ which, edge }) => which === due.which && edge === due.edge);
}

function isWithin(ringsAtMs: number, now: Date): boolean {
  const lateMs = now.getTime() - ringsAtMs;
  return lateMs >= 0 && lateMs <= LATE_MS;
}

function withBell(channel: Channel, bell: Bell): Channel {
  return { ...channel, bells: channel.bells.map((one) => (one.id === bell.id ? bell : one)) };
}

function drawBell(bell: string): PlannedEffect {
  return plan({ type: 'draw-bell', bell }, PRIORITY.channel);
}
