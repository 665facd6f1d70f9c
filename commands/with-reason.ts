import { isRefused, type Outcome } from '../src/desk/decision.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import { mentionOfForm } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** What a form about a mention decides once somebody has said why. */
export type ReasonedRule = (mention: Mention, press: SlackPress, reason: string, now: Date) => Outcome<Mention>;

/** A form that wants a reason was submitted: decided and closed, or the fault beside the reason. */
export async function saveWithReason(press: SlackPress, tools: Tools, rule: ReasonedRule): Promise<Reply> {
  const { commands, refusal } = tools.context().words;
  const mention = await mentionOfForm(press, tools);
  if (mention === undefined) return { ack: { errors: { [FIELD.reason]: commands.unknownMention } } };
  const reason = asTyped(fieldOf(press.values, FIELD.reason)?.trim() ?? '');
  if (reason === '') return { ack: { errors: { [FIELD.reason]: refusal.unsuitable.empty('') } } };
  const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
    rule(state, press, reason, tools.clock.now()),
  );
  if (!isRefused(outcome) || outcome.refused.reason === 'already-handled') return { ack: { clear: true } };
  return { refused: outcome.refused, at: FIELD.reason };
}
