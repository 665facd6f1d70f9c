import type { ModalView } from '@slack/types';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { context, label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM, LIMIT } from '../ids.ts';
import { promiseLine } from '../promise.ts';
import { type FormValues, fieldOf } from '../value.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

/** "Promise kept": we were back another way than by an answer in public, and somebody says which. */
export function keptModal(mention: Mention, promise: PublicPromise, ctx: ViewContext): ModalView {
  const { promises, forms } = ctx.words;
  return formModal(
    {
      id: FORM.promiseKept,
      title: promises.kept,
      submit: forms.submit.save,
      meta: { mention: mention.id, promise: promise.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        context(promiseLine(promise, ctx)),
        {
          type: 'input',
          block_id: FIELD.quickReason,
          label: label(promises.keptHow, LIMIT.inputLabel),
          optional: true,
          element: {
            type: 'radio_buttons',
            action_id: FIELD.quickReason,
            options: Object.entries(promises.keptWays).map(([value, text]) => option(text, value)),
          },
        },
        textInput({ field: FIELD.reason, label: promises.keptText, text: '', multiline: false, optional: true }),
        context(promises.keptNote),
      ],
    },
    ctx,
  );
}

/** How we were back, as the submitted form says it: own words first, else the quick choice; empty when neither. */
export function keptHowOf(values: FormValues, ctx: ViewContext): string {
  const own = fieldOf(values, FIELD.reason)?.trim() ?? '';
  if (own !== '') return own;
  const quick = fieldOf(values, FIELD.quickReason);
  return Object.entries(ctx.words.promises.keptWays).find(([value]) => value === quick)?.[1] ?? '';
}
