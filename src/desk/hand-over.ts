import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Instant, UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { tellOffered } from './offers.ts';
import type { Press } from './press.ts';
import { promisesPassed } from './promises.ts';
import { redraw } from './publishing.ts';
import { lyingSince } from './touch.ts';

/** To whom, with which words for them. */
export interface HandOverWish {
  readonly to: UserId;
  readonly note: string;
  /** Leads give away what is others', such as that of a colleague who is ill. */
  readonly isLead: boolean;
}

/** Gives a mention and its owner's promises to a colleague, who is told, with a note. */
export function handOver(mention: Mention, press: Press, wish: HandOverWish, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const { owner } = mention;
  const { to, note } = wish;
  if (mention.status === 'closed') return refused({ reason: 'closed' });
  if (owner !== null && !mayGive(owner, press.by, wish.isLead))
    return refused({ reason: 'not-yours-to-give', by: owner });
  if (to === press.by && (owner === null || owner === to)) return refused({ reason: 'to-oneself' });
  if (to === owner) return refused({ reason: 'has-it-already', by: to });
  const given = recorded(ownedBy(mention, to), now, press.by, 'handed-over', withNote(to, note));
  return decided(remember(given, press.key), [
    redraw(given),
    notice(`handed-over:${press.key}`, to, { type: 'handed-over', by: press.by, note }),
    plan(
      { type: 'post-note', id: `handed-over:${press.key}`, note: { type: 'handed-over', by: press.by, to, note } },
      PRIORITY.press,
    ),
    ...(owner === null || owner === press.by ? [] : [takenAway(owner, press.by, to, press.key)]),
  ]);
}

/** Whether somebody may hand over what a person carries: that person, and leads. */
export function mayGive(owner: UserId, by: UserId, isLead: boolean): boolean {
  return owner === by || isLead;
}

/** Gives a mention away without a reason: it is offered to the channel, and nobody is asked why. */
export function passOn(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.owner === null) return refused({ reason: 'already-done' });
  if (mention.owner !== press.by) return refused({ reason: 'not-yours', by: mention.owner });
  if (isSettled(mention)) return refused({ reason: 'already-done' });
  const status = mention.status === 'claimed' ? 'open' : mention.status;
  const passed: Mention = { ...promisesPassed(mention, press.by, null), owner: null, status, snooze: null };
  const next = recorded(passed, now, press.by, 'passed-on');
  return decided(remember(next, press.key), [redraw(next), tellOffered(next, 'passed-on', press.key)]);
}

/**
 * Takes over what its owner has left lying; the owner's own press keeps it.
 * @param since as it was offered; what was touched since is no longer to be had. Null: nobody had it
 */
export function takeOver(mention: Mention, press: Press, since: Instant | null, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.status === 'closed') return refused({ reason: 'closed' });
  if (mention.status === 'answered') return refused({ reason: 'already-done' });
  const { owner } = mention;
  if (owner === press.by) return pressed(mention, press, 'kept', now, []);
  if (owner === null) return pressed(ownedBy(mention, press.by), press, 'claimed', now, []);
  if (since === null) return refused({ reason: 'claimed-by', by: owner });
  if (lyingSince(mention) !== since) return refused({ reason: 'touched-again', by: owner });
  const told = takenAway(owner, press.by, press.by, press.key);
  return pressed(ownedBy(mention, press.by), press, 'taken-over', now, [told], owner);
}

/** The mention in other hands, with the promises of the former owner. */
export function ownedBy(mention: Mention, to: UserId): Mention {
  const status = mention.status === 'open' ? 'claimed' : mention.status;
  const passed = mention.owner === null ? mention : promisesPassed(mention, mention.owner, to);
  return { ...passed, owner: to, status };
}

/** As the history tells it: who has it now, and the note. */
export function withNote(to: UserId, note: string): string {
  return note === '' ? to : `${to}: ${note}`;
}

function takenAway(owner: UserId, by: UserId, to: UserId, key: string): PlannedEffect {
  return notice(`taken-away:${key}`, owner, { type: 'taken-away', by, to });
}

function notice(
  id: string,
  to: UserId,
  notice: Extract<PlannedEffect['effect'], { type: 'send-notice' }>['notice'],
): PlannedEffect {
  return plan({ type: 'send-notice', id, to, notice }, PRIORITY.press);
}

function pressed(
  next: Mention,
  press: Press,
  did: Parameters<typeof recorded>[3],
  now: Date,
  effects: readonly PlannedEffect[],
  text?: string,
): Decision<Mention> {
  return decided(remember(recorded(next, now, press.by, did, text), press.key), [redraw(next), ...effects]);
}

function isSettled({ status }: Mention): boolean {
  return status === 'answered' || status === 'closed';
}
