import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type EffectOf, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { askedBy, changeEscalation, escalationOf, redrawAsked, tell } from './escalation.ts';
import { asking, dueOf } from './escalation-chain.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { type Asked, type Escalation, type EscalationAnswer, type Mention, NEW_ESCALATION } from './mention.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';
import type { SlackMessage } from './ref.ts';

/** Asks a person or a user group inside the company; the SLA runs on. */
export function escalate(
  mention: Mention,
  press: Press,
  to: Asked['to'],
  reason: string,
  desk: Desk,
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const asked: Escalation = {
    ...NEW_ESCALATION,
    ...asking(to, desk, now),
    id: `e${mention.escalations.length + 1}`,
    by: press.by,
    reason,
  };
  const escalation = { ...asked, due: dueOf(asked, desk) };
  const settled = mention.status === 'answered' || mention.status === 'closed';
  // What was asked before the mention was settled goes on to nobody when it is escalated anew.
  const earlier = mention.status === 'escalated' ? mention.escalations : mention.escalations.map(asLeft);
  const escalated: Mention = {
    ...mention,
    status: settled ? mention.status : 'escalated',
    escalations: [...earlier, escalation],
  };
  const next = remember(recorded(escalated, now, press.by, 'escalated', `${to.id}: ${reason}`), press.key);
  return decided(next, [redraw(next), tell(escalation.id, -1)]);
}

/** Slack took the message, or shows it anew: what is answered in its thread is ours to show. */
export function escalationPosted(
  mention: Mention,
  effect: EffectOf<'post-escalation'>,
  message: SlackMessage | null,
): Decision<Mention> {
  const before = askedBy(mention, effect);
  if (before === null || message === null) return decided(mention);
  const isKnown = before.message?.channel === message.channel && before.message.ts === message.ts;
  return isKnown
    ? decided(mention)
    : decided(changeAsked(mention, effect, { message, fault: null }), [redraw(mention)]);
}

/** Slack refused it: said in the card's thread, with what to do. A question that is there already stays there. */
export function escalationFailed(
  mention: Mention,
  effect: EffectOf<'post-escalation'>,
  fault: string,
): Decision<Mention> {
  const { escalation, told } = effect;
  if (askedBy(mention, effect)?.message !== null) return decided(mention);
  const which = told === undefined ? { escalation } : { escalation, told };
  const id = told === undefined ? `failed:${escalation}` : `failed:${escalation}:${told}`;
  return decided(changeAsked(mention, effect, { fault }), [
    redraw(mention),
    plan({ type: 'post-note', id, note: { type: 'escalation-failed', ...which } }, PRIORITY.press),
  ]);
}

/**
 * Somebody answered in a thread where it was asked: once into the card's thread, as a draft to use. The first answer ends
 * the waiting.
 * @param isHere it was written in the card's own thread and need not be shown there again
 */
export function escalationAnswered(
  mention: Mention,
  id: string,
  answer: EscalationAnswer,
  isHere: boolean,
  now: Date,
): Outcome<Mention> {
  const escalation = escalationOf(mention, id);
  if (escalation === undefined || escalation.answers.some((one) => one.ts === answer.ts)) {
    return refused({ reason: 'already-handled' });
  }
  const ended = escalation.ended ?? ({ how: 'answered', by: answer.by, at: now.toISOString(), reason: null } as const);
  const fields = { answers: [...escalation.answers, answer], ended, due: null };
  const next = recorded(changeEscalation(mention, id, fields), now, answer.by, 'escalation-answered', answer.text);
  return decided(next, [
    redraw(next),
    ...(escalation.ended === null ? redrawAsked(escalation) : []),
    ...(isHere ? [] : [answerNote(id, answer.ts)]),
  ]);
}

function answerNote(escalation: string, ts: string): PlannedEffect {
  const note = { type: 'escalation-answered', escalation, ts } as const;
  return plan({ type: 'post-note', id: `answer:${escalation}:${ts}`, note }, PRIORITY.press);
}

function changeAsked(
  mention: Mention,
  { escalation, told }: EffectOf<'post-escalation'>,
  fields: Pick<Partial<Asked>, 'message' | 'fault'>,
): Mention {
  if (told === undefined) return changeEscalation(mention, escalation, fields);
  const list = escalationOf(mention, escalation)?.told ?? [];
  return changeEscalation(mention, escalation, {
    told: list.map((one, index) => (index === told ? { ...one, ...fields } : one)),
  });
}

function asLeft(escalation: Escalation): Escalation {
  return escalation.due === null ? escalation : { ...escalation, due: null };
}
