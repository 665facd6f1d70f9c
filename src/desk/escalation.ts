import type { EffectOf, PlannedEffect } from './effect.ts';
import { PRIORITY, plan } from './effect.ts';
import type { UserId } from './instant.ts';
import type { Asked, Escalation, Mention } from './mention.ts';
import type { SlackMessage } from './ref.ts';

/** Everybody who was asked, the first one first. */
export function askedOf(escalation: Escalation): readonly Asked[] {
  return [escalation, ...escalation.told];
}

export function escalationOf(mention: Mention, id: string): Escalation | undefined {
  return mention.escalations.find((one) => one.id === id);
}

/** Whether somebody who was reached may still answer. */
export function isWaitedFor(escalation: Escalation): boolean {
  const { answers, ended } = escalation;
  return answers.length === 0 && ended === null && askedOf(escalation).some(({ fault }) => fault === null);
}

/** Whom an effect's message asks; null when the state has no such one. */
export function askedBy(mention: Mention, { escalation, told }: EffectOf<'post-escalation'>): Asked | null {
  const found = escalationOf(mention, escalation);
  return (told === undefined ? found : found?.told[told]) ?? null;
}

/** Whether somebody is asked in the card's own thread: a group without a channel of its own. */
export function isInOwnThread({ to, channel }: Asked): boolean {
  return to.type === 'group' && channel === null;
}

/** An escalation that something was written about, and whether that stands in the card's own thread. */
export interface Heard {
  readonly escalation: Escalation;
  readonly isHere: boolean;
}

/**
 * The escalation that a word in this Slack thread answers. In the card's own thread, where the team talks about anything,
 * it is only the word of who has taken a question that was asked there.
 */
export function escalationAt(mention: Mention, thread: SlackMessage, by: UserId): Heard | null {
  const headed = mention.escalations.find((one) => askedOf(one).some(({ message }) => isAt(message, thread)));
  if (headed !== undefined) return { escalation: headed, isHere: false };
  if (!isAt(mention.card, thread)) return null;
  const taken = mention.escalations.find(
    (one) => one.taken?.by === by && one.ended === null && askedOf(one).some(isInOwnThread),
  );
  return taken === undefined ? null : { escalation: taken, isHere: true };
}

function isAt(message: SlackMessage | null, thread: SlackMessage): boolean {
  return message !== null && message.channel === thread.channel && message.ts === thread.ts;
}

export function changeEscalation(mention: Mention, id: string, fields: Partial<Escalation>): Mention {
  return { ...mention, escalations: mention.escalations.map((one) => (one.id === id ? { ...one, ...fields } : one)) };
}

/** Every message about it, drawn again with where it stands; what Slack refused to take stays untold. */
export function redrawAsked(escalation: Escalation): PlannedEffect[] {
  return askedOf(escalation).flatMap(({ message, fault }, index) =>
    message === null && fault !== null ? [] : [tell(escalation.id, index - 1)],
  );
}

/** Asks, or draws the question again. @param told the place in the escalation's list, -1 for the one asked first */
export function tell(escalation: string, told: number): PlannedEffect {
  return plan({ type: 'post-escalation', escalation, ...(told >= 0 && { told }) }, PRIORITY.press);
}

/** The next one need not hear of what somebody took, answered or settled before Slack took the message. */
export function isUntoldInVain(mention: Mention, effect: EffectOf<'post-escalation'>): boolean {
  if (effect.told === undefined) return false;
  const escalation = escalationOf(mention, effect.escalation);
  if (escalation === undefined || askedBy(mention, effect)?.message !== null) return false;
  return escalation.taken !== null || escalation.ended !== null || mention.status !== 'escalated';
}

/** The state without the one whom nobody needed to tell any more; the chain has stopped, so it is the last of the list. */
export function untold(mention: Mention, { escalation, told }: EffectOf<'post-escalation'>): Mention {
  const found = escalationOf(mention, escalation);
  if (found === undefined) return mention;
  return changeEscalation(mention, escalation, { told: found.told.filter((_, index) => index !== told) });
}
