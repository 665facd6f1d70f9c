import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { hold as holdIt, liftHold } from '../src/desk/hold.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { fieldOf } from '../views/form-values.ts';
import { holdModal } from '../views/forms/privacy.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { mentionOfForm, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

type Rule = (mention: Mention, press: SlackPress, reason: string, now: Date) => Outcome<Mention>;

/** A legal hold: nothing of a mention is deleted until it is lifted. */
export const hold: readonly Handler[] = [
  onMention(ACTION.hold, 'lead', (press, tools, mention) => show(press, tools, holdModal(mention, tools.context()))),
  { on: { form: FORM.hold }, who: 'lead', run: (press, tools) => save(press, tools, holdIt) },
  { on: { form: FORM.liftHold }, who: 'lead', run: (press, tools) => save(press, tools, liftHold) },
];

async function save(press: SlackPress, tools: Tools, rule: Rule): Promise<Reply> {
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
