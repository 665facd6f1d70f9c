import { decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { changeEscalation, escalationOf, redrawAsked } from './escalation.ts';
import { dueOf } from './escalation-chain.ts';
import { wasHandled } from './handled.ts';
import { pressed } from './handling.ts';
import type { UserId } from './instant.ts';
import type { Escalation, Mention } from './mention.ts';
import type { Press } from './press.ts';

/** "I take it": the first one sees to it, and nobody else is asked. */
export function takeEscalation(mention: Mention, press: Press, id: string, desk: Desk, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const escalation = escalationOf(mention, id);
  if (escalation === undefined) return refused({ reason: 'unknown-escalation' });
  if (escalation.taken?.by === press.by && escalation.ended === null) return refused({ reason: 'already-done' });
  const no = inOtherHands(escalation, press.by);
  if (no !== null) return refused(no);
  const taken = { ...escalation, taken: { by: press.by, at: now.toISOString() } };
  const fields = { taken: taken.taken, due: dueOf(taken, desk) };
  const next = pressed(changeEscalation(mention, id, fields), press, 'escalation-taken', now);
  return decided(next.state, [...next.effects, ...redrawAsked(escalation)]);
}

/**
 * "Send back", with a reason: it is the team's again. Told to whoever has the mention, or in the card's thread when
 * nobody has it, or when it is they themselves who send it back.
 */
export function sendBack(mention: Mention, press: Press, id: string, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const escalation = escalationOf(mention, id);
  if (escalation === undefined) return refused({ reason: 'unknown-escalation' });
  const no = inOtherHands(escalation, press.by);
  if (no !== null) return refused(no);
  const ended = { how: 'sent-back', by: press.by, at: now.toISOString(), reason } as const;
  const changed = changeEscalation(mention, id, { ended, due: null });
  const isAsked = changed.escalations.some((one) => one.ended === null);
  const status = mention.status !== 'escalated' || isAsked ? mention.status : backTo(mention);
  const next = pressed({ ...changed, status }, press, 'escalation-sent-back', now, reason);
  return decided(next.state, [...next.effects, ...redrawAsked(escalation), news(mention, press.by, id)]);
}

function backTo({ owner }: Mention): Mention['status'] {
  return owner === null ? 'open' : 'claimed';
}

function news({ owner }: Mention, by: UserId, escalation: string): PlannedEffect {
  const what = { type: 'escalation-sent-back', escalation } as const;
  const id = `sent-back:${escalation}`;
  return owner === null || owner === by
    ? plan({ type: 'post-note', id, note: what }, PRIORITY.press)
    : plan({ type: 'send-notice', id, to: owner, notice: what }, PRIORITY.press);
}

/** Why it is not this person's to see to; null when it is. */
function inOtherHands({ taken, ended }: Escalation, by: UserId): Refusal | null {
  if (ended !== null) return { reason: 'escalation-ended', how: ended.how, by: ended.by, at: ended.at };
  return taken !== null && taken.by !== by ? { reason: 'escalation-taken', by: taken.by, at: taken.at } : null;
}
