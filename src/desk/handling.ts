import { priorityOf } from './card-priority.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Kind, Mention } from './mention.ts';
import type { Press } from './press.ts';
import { endPromises } from './promises.ts';
import { tellSettled } from './published.ts';
import { redraw } from './publishing.ts';
import { startClock, stopClocks, withDeadlinesOf } from './sla.ts';

/** Claim: it is mine. A colleague's claim is named, not taken away. */
export function claim(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.owner === press.by) return refused({ reason: 'already-done' });
  if (mention.owner !== null) return refused({ reason: 'claimed-by', by: mention.owner });
  if (mention.status === 'closed') return refused({ reason: 'closed' });
  const status = mention.status === 'open' ? 'claimed' : mention.status;
  return pressed({ ...mention, owner: press.by, status }, press, 'claimed', now);
}

/** Release: anyone may take it. */
export function release(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.owner === null) return refused({ reason: 'already-done' });
  if (mention.owner !== press.by) return refused({ reason: 'not-yours', by: mention.owner });
  const status = mention.status === 'claimed' ? 'open' : mention.status;
  return pressed({ ...mention, owner: null, status }, press, 'released', now);
}

/** No answer needed, with a reason: stops the clocks. */
export function close(mention: Mention, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.status === 'closed') return refused({ reason: 'already-done' });
  const closed: Mention = {
    ...mention,
    status: 'closed',
    closed: { by: press.by, at: now.toISOString(), reason },
    clocks: stopClocks(mention.clocks, now, null),
    snooze: null,
  };
  const next = pressed(closed, press, 'closed', now, reason);
  const dropped = endPromises(next.state, { how: 'dropped', by: press.by }, now);
  return decided(dropped.state, [...next.effects, tellSettled(mention, press.key), ...dropped.effects]);
}

/** Takes an answered or closed mention up again, with a new clock from now. */
export function reopen(mention: Mention, press: Press, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.status !== 'answered' && mention.status !== 'closed') return refused({ reason: 'already-done' });
  const last = mention.posts[mention.posts.length - 1] ?? mention.posts[0];
  const clock = startClock(
    { id: `c${mention.clocks.length + 1}`, post: last.id, startedAt: now.toISOString(), cause: 'follow-up' },
    mention,
    desk,
  );
  const status = mention.owner === null ? 'open' : 'claimed';
  return pressed({ ...mention, status, closed: null, clocks: [...mention.clocks, clock] }, press, 'reopened', now);
}

/**
 * Staff correct the kind; the running clocks get the deadlines of the new one. The card stays in its channel, where people
 * have seen it: only a new mention goes where the rules say (channels.ts).
 */
export function changeKind(mention: Mention, press: Press, kind: Kind, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.kind === kind) return refused({ reason: 'already-done' });
  const clocks = withDeadlinesOf(mention.clocks, { ...mention, kind }, desk);
  const change = `${mention.kind} → ${kind}`;
  const next = pressed({ ...mention, kind, kindBy: press.by, clocks }, press, 'kind-changed', now, change);
  // A card that still waits for its place in the channel moves with its kind.
  if (mention.card !== null) return next;
  return decided(next.state, [plan({ type: 'draw-card' }, priorityOf(next.state))]);
}

/** Somebody opened a form to answer, so that a second one sees it; not part of the history. */
export function startWriting(mention: Mention, by: string, now: Date): Outcome<Mention> {
  if (isWriting(mention, now) && mention.writing?.by !== by) return refused({ reason: 'already-done' });
  const since = now.toISOString();
  const touchedAt = mention.owner === by ? since : mention.touchedAt;
  return decided({ ...mention, writing: { by, since }, touchedAt });
}

export function stopWriting(mention: Mention, by: string): Outcome<Mention> {
  if (mention.writing?.by !== by) return refused({ reason: 'already-done' });
  return decided({ ...mention, writing: null });
}

const WRITING_ENDS_MS = 5 * 60_000;

/** "Is writing" ends by itself: a form that was closed by a lost connection tells nobody. */
export function isWriting(mention: Mention, now: Date): boolean {
  return mention.writing !== null && now.getTime() - Date.parse(mention.writing.since) < WRITING_ENDS_MS;
}

/** What a press did to a mention: recorded, remembered, and drawn. */
export function pressed(
  next: Mention,
  press: Press,
  did: Parameters<typeof recorded>[3],
  now: Date,
  text?: string,
): Decision<Mention> {
  return decided(remember(recorded(next, now, press.by, did, text), press.key), [redraw(next)]);
}
