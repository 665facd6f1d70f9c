import { firstKeyholder } from '../src/desk/lock.ts';
import { escalateModal } from '../views/forms/escalate.ts';
import { refusalText } from '../views/refusal.ts';
import { groupNames } from './escalate.ts';
import { aboutMention } from './find.ts';
import type { Ack, SlackPress } from './handler.ts';
import type { Denied } from './may.ts';
import type { Tools } from './tools.ts';

/**
 * Somebody pressed to answer what only others may: why not, and the form that asks those, already filled in. On top of a form
 * that was submitted, which keeps what was typed.
 * @returns what Slack is answered; null where a form can't be shown, and words have to do
 */
export async function offerEscalation(
  no: Denied,
  press: SlackPress,
  tools: Tools,
): Promise<{ readonly ack: Ack | null } | null> {
  if (no.refusal.reason !== 'locked' || no.unknown !== null) return null;
  const mention = await aboutMention(press, tools.store);
  if (mention === undefined || (press.kind !== 'form' && press.triggerId === null)) return null;
  const first = firstKeyholder(tools.desk().settings, press.by);
  if (first === null) return null;
  const ctx = tools.context();
  const to = 'group' in first ? { ...first, groupNames: await groupNames(tools) } : first;
  const view = escalateModal({ mention, ...to, warning: refusalText(no.refusal, ctx) }, ctx);
  if (press.kind === 'form') return { ack: { push: view } };
  try {
    await tools.open(press, view);
    return { ack: null };
  } catch (error) {
    tools.log.warn({ err: error, press: press.name, by: press.by }, 'slack: the way to ask could not be opened');
    return null;
  }
}
