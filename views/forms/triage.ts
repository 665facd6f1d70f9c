import type { InputBlock, ModalView } from '@slack/types';
import { KINDS, type Mention } from '../../src/desk/mention.ts';
import { context, label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { MARK } from '../facts.ts';
import { type FormValues, fieldOf } from '../form-values.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

/** "No answer needed", with quick reasons and room for own words. */
export function closeModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.close,
      title: forms.title.close(mention.number),
      submit: forms.submit.close,
      meta: { mention: mention.id, seen: [] },
      blocks: [...customersWords(mention, ctx), ...reasonInputs(ctx), context(forms.closeHint)],
    },
    ctx,
  );
}

/** Why no answer is needed: a quick reason, or own words. */
export function reasonInputs({ words: { forms } }: ViewContext): InputBlock[] {
  return [
    {
      type: 'input',
      block_id: FIELD.quickReason,
      label: label(forms.closeQuick, LIMIT.inputLabel),
      optional: true,
      element: {
        type: 'radio_buttons',
        action_id: FIELD.quickReason,
        options: Object.entries(forms.closeReasons).map(([value, text]) => option(text, value)),
      },
    },
    textInput({ field: FIELD.reason, label: forms.closeText, text: '', multiline: false, optional: true }),
  ];
}

/** The reason that the submitted form gives: own words first, else the quick reason in words; empty when neither. */
export function closeReasonOf(values: FormValues, ctx: ViewContext): string {
  const own = fieldOf(values, FIELD.reason)?.trim() ?? '';
  if (own !== '') return own;
  const quick = fieldOf(values, FIELD.quickReason);
  const reasons = Object.entries(ctx.words.forms.closeReasons);
  return reasons.find(([value]) => value === quick)?.[1] ?? '';
}

/** Staff correct what triage proposed. */
export function kindModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, card } = ctx.words;
  const options = KINDS.map((kind) => option(`${MARK[kind]} ${card.kind[kind]}`, kind));
  const present = options.find((one) => one.value === mention.kind);
  return formModal(
    {
      id: FORM.kind,
      title: forms.title.kind(mention.number),
      submit: forms.submit.save,
      meta: { mention: mention.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        {
          type: 'input',
          block_id: FIELD.kind,
          label: label(forms.kind, LIMIT.inputLabel),
          element: {
            type: 'radio_buttons',
            action_id: FIELD.kind,
            options,
            ...(present && { initial_option: present }),
          },
        },
        context(forms.kindHint),
      ],
    },
    ctx,
  );
}
