import type { ModalView } from '@slack/types';
import type { Escalation, Mention } from '../../src/desk/mention.ts';
import { section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM } from '../ids.ts';
import { quote } from '../text.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

/** "Send back": a question that somebody can't answer, with the reason for the team. */
export function sendBackModal(mention: Mention, escalation: Escalation, ctx: ViewContext): ModalView {
  const { forms, escalation: words } = ctx.words;
  const asked = escalation.reason.trim();
  return formModal(
    {
      id: FORM.sendBack,
      title: forms.title.sendBack(mention.number),
      submit: forms.submit.sendBack,
      meta: { mention: mention.id, escalation: escalation.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        ...(asked === '' ? [] : [section(quote(asked, 1_500))]),
        textInput({ field: FIELD.reason, label: words.why, text: '', hint: words.whyHint }),
      ],
    },
    ctx,
  );
}
