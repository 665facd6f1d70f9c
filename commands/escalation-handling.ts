import { isRefused } from '../src/desk/decision.ts';
import { escalationOf } from '../src/desk/escalation.ts';
import { sendBack, takeEscalation } from '../src/desk/escalation-handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { sendBackModal } from '../views/forms/send-back.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { decide } from './claim.ts';
import { mentionOfForm, metaOf, show } from './form.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** What whoever is asked can do with an escalation: take it, or send it back. Whoever is asked may, and the team. */
export const escalationHandling: readonly Handler[] = [
  onMention(ACTION.takeEscalation, 'asked', (press, tools, mention) =>
    decide(press, tools, mention, (state) =>
      takeEscalation(state, press, idOf(press), tools.desk(), tools.clock.now()),
    ),
  ),
  onMention(ACTION.sendBack, 'asked', openSendBack),
  {
    on: { form: FORM.sendBack },
    who: 'asked',
    async run(press, tools) {
      const { words } = tools.context();
      const mention = await mentionOfForm(press, tools);
      const { escalation } = metaOf(press);
      const reason = fieldOf(press.values, FIELD.reason)?.trim() ?? '';
      if (mention === undefined || escalation === undefined) {
        return { ack: { errors: { [FIELD.reason]: words.commands.unknownMention } } };
      }
      if (reason === '') return { ack: { errors: { [FIELD.reason]: words.settings.fault.empty('') } } };
      const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
        sendBack(state, press, escalation, reason, tools.clock.now()),
      );
      return isRefused(outcome) ? { refused: outcome.refused, at: FIELD.reason } : {};
    },
  },
];

async function openSendBack(press: SlackPress, tools: Tools, mention: Mention): Promise<Reply> {
  const escalation = escalationOf(mention, idOf(press));
  if (escalation === undefined) return { refused: { reason: 'unknown-escalation' } };
  return show(press, tools, sendBackModal(mention, escalation, tools.context()));
}

function idOf(press: SlackPress): string {
  return parsePressValue(press.value ?? '')?.id ?? '';
}
