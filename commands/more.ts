import { isRefused } from '../src/desk/decision.ts';
import { changeKind, close } from '../src/desk/handling.ts';
import { KINDS } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { historyModal } from '../views/forms/reading.ts';
import { closeModal, closeReasonOf, kindModal } from '../views/forms/triage.ts';
import { ACTION, CHOICE, FIELD, FORM } from '../views/ids.ts';
import { parseChoiceValue } from '../views/value.ts';
import { decide, reopenRule } from './claim.ts';
import { mentionOfForm, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { moreOf } from './helpful.ts';
import type { Tools } from './tools.ts';

/** The card's overflow menu: no answer needed, change kind, history, reopen, and the rest behind "More". */
export const more: readonly Handler[] = [
  {
    on: { action: ACTION.more },
    who: 'staff',
    run: choose,
  },
  {
    on: { form: FORM.close },
    who: 'staff',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      if (mention === undefined)
        return { ack: { errors: { [FIELD.reason]: tools.context().words.commands.unknownMention } } };
      const reason = closeReasonOf(press.values, tools.context());
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        close(state, press, reason, tools.clock.now()),
      );
      return isRefused(outcome) ? { refused: outcome.refused } : {};
    },
  },
  {
    on: { form: FORM.kind },
    who: 'staff',
    async run(press, tools) {
      const mention = await mentionOfForm(press, tools);
      const kind = KINDS.find((one) => one === fieldOf(press.values, FIELD.kind));
      if (mention === undefined || kind === undefined) {
        return { ack: { errors: { [FIELD.kind]: tools.context().words.commands.unknownMention } } };
      }
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        changeKind(state, press, kind, tools.desk(), tools.clock.now()),
      );
      return isRefused(outcome) ? { refused: outcome.refused } : {};
    },
  },
];

async function choose(press: SlackPress, tools: Tools): Promise<Reply> {
  const chosen = parseChoiceValue(press.value ?? '');
  const mention = chosen === null ? undefined : await tools.store.read(mentionRef(chosen.id));
  if (chosen === null || mention === undefined) return { say: tools.context().words.commands.unknownMention };
  switch (chosen.choice) {
    case CHOICE.close:
      return show(press, tools, closeModal(mention, tools.context()));
    case CHOICE.kind:
      return show(press, tools, kindModal(mention, tools.context()));
    case CHOICE.history:
      return show(press, tools, historyModal(mention, tools.context()));
    case CHOICE.more:
      return show(press, tools, await moreOf(mention, tools));
    case CHOICE.reopen:
      return decide(press, tools, mention, reopenRule);
    default:
      // "Open on X" is a link: Slack opens it, and still tells us of the press.
      return {};
  }
}
