import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import { type Escalation, type Mention, NEW_ESCALATION } from './mention.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';
import type { SlackMessage } from './ref.ts';

/** Asks a person or a user group inside the company; the SLA runs on. */
export function escalate(
  mention: Mention,
  press: Press,
  to: Escalation['to'],
  reason: string,
  desk: Desk,
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const escalation: Escalation = {
    ...NEW_ESCALATION,
    id: `e${mention.escalations.length + 1}`,
    to,
    by: press.by,
    at: now.toISOString(),
    reason,
    channel: to.type === 'group' ? (desk.settings.escalation.channels[to.id] ?? null) : null,
  };
  const settled = mention.status === 'answered' || mention.status === 'closed';
  const escalated: Mention = {
    ...mention,
    status: settled ? mention.status : 'escalated',
    escalations: [...mention.escalations, escalation],
  };
  const next = remember(recorded(escalated, now, press.by, 'escalated', `${to.id}: ${reason}`), press.key);
  return decided(next, [redraw(next), plan({ type: 'post-escalation', escalation: escalation.id }, PRIORITY.press)]);
}

/** Slack took the message: what is answered in its thread is ours to show. */
export function escalationPosted(mention: Mention, id: string, message: SlackMessage | null): Decision<Mention> {
  return decided(changeEscalation(mention, id, { message, fault: null }), [redraw(mention)]);
}

/** Slack refused it: said in the card's thread, with what to do. */
export function escalationFailed(mention: Mention, id: string, fault: string): Decision<Mention> {
  return decided(changeEscalation(mention, id, { fault }), [
    redraw(mention),
    plan(
      { type: 'post-note', id: `failed:${id}`, note: { type: 'escalation-failed', escalation: id } },
      PRIORITY.press,
    ),
  ]);
}

/** Somebody answered in the escalation's thread: once into the card's thread, as a draft to use. */
export function escalationAnswered(
  mention: Mention,
  id: string,
  answer: { readonly by: UserId; readonly text: string; readonly ts: string },
  now: Date,
): Outcome<Mention> {
  const escalation = mention.escalations.find((one) => one.id === id);
  if (escalation === undefined || escalation.answers.some((one) => one.ts === answer.ts)) {
    return refused({ reason: 'already-handled' });
  }
  const answered = changeEscalation(mention, id, { answers: [...escalation.answers, answer] });
  const next = recorded(answered, now, answer.by, 'escalation-answered', answer.text);
  return decided(next, [
    redraw(next),
    plan(
      {
        type: 'post-note',
        id: `answer:${id}:${answer.ts}`,
        note: { type: 'escalation-answered', escalation: id, ts: answer.ts },
      },
      PRIORITY.press,
    ),
  ]);
}

/** The escalation whose message heads this Slack thread. */
export function escalationAt(mention: Mention, thread: SlackMessage): Escalation | undefined {
  return mention.escalations.find(
    ({ message }) => message !== null && message.channel === thread.channel && message.ts === thread.ts,
  );
}

function changeEscalation(mention: Mention, id: string, fields: Partial<Escalation>): Mention {
  return { ...mention, escalations: mention.escalations.map((one) => (one.id === id ? { ...one, ...fields } : one)) };
}
