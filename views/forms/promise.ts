import type { KnownBlock, ModalView } from '@slack/types';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import type { Promised } from '../../src/desk/promise-list.ts';
import { actions, button, context, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { type FormValues, fieldOf } from '../form-values.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { promiseLine, promiseRow } from '../promise.ts';
import { refOf } from '../publication.ts';
import { pageValue, pressValue } from '../value.ts';
import { type Page, pageBack, pageOn } from './lists.ts';
import { formModal, readingModal, textInput } from './modal.ts';
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

export interface PromiseList extends Page {
  /** Those of this page, in the order to show. */
  readonly promises: readonly Promised[];
}

/** Open promises: by when, whose, to whom; each can be looked at and kept. */
export function promisesModal({ promises, page, pages }: PromiseList, ctx: ViewContext): ModalView {
  const { reading, forms } = ctx.words;
  const [kind, at] = ['promises', { page, pages }] as const;
  const blocks: KnownBlock[] =
    promises.length === 0
      ? [section(reading.emptyList.promises)]
      : [
          ...pageBack(at, ACTION.pageList, pageValue(kind, page - 1), ctx),
          ...promises.flatMap((one) => [promiseRow(one, undefined, ctx), rowActions(one, ctx)]),
          ...pageOn(at, ACTION.pageList, pageValue(kind, page + 1), ctx),
        ];
  return readingModal(FORM.reading, forms.title.promises, { seen: [] }, blocks, ctx);
}

function rowActions({ mention, promise }: Promised, ctx: ViewContext): KnownBlock {
  const ref = refOf(mention);
  return actions(
    button(ACTION.reply, ctx.words.card.buttons.reply, pressValue({ ref })),
    button(ACTION.showMention, ctx.words.card.buttons.show, pressValue({ ref })),
    button(ACTION.promiseKept, ctx.words.promises.kept, pressValue({ ref, id: promise.id })),
  );
}

/** How we were back, as the submitted form says it: own words first, else the quick choice; empty when neither. */
export function keptHowOf(values: FormValues, ctx: ViewContext): string {
  const own = fieldOf(values, FIELD.reason)?.trim() ?? '';
  if (own !== '') return own;
  const quick = fieldOf(values, FIELD.quickReason);
  return Object.entries(ctx.words.promises.keptWays).find(([value]) => value === quick)?.[1] ?? '';
}
