import type { ModalView } from '@slack/types';
import { answerWay } from '../../src/desk/answer-way.ts';
import type { Warning } from '../../src/desk/checks/warning.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publisher } from '../../src/desk/publishing.ts';
import type { ViewContext } from '../context.ts';
import { networkName } from '../facts.ts';
import { FIELD, FORM } from '../ids.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords, undoHint } from './public-text.ts';
import { submitAgainst, warnedMeta, warningBlocks } from './warnings.ts';

export interface CorrectForm {
  /** A customer who got it, or the incident whose word it is: then everybody reads the correction. */
  readonly about: Publisher;
  /** The text that is corrected, among theirs. */
  readonly publication: string;
  readonly text: string;
  /** Of the text with which the correction began; see `sourceOf`. */
  readonly source: string;
  /** See ReplyForm. */
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

/** The correction as it goes out, to be changed before. */
export function correctModal(form: CorrectForm, ctx: ViewContext): ModalView {
  const { about, publication, text, source } = form;
  const words = ctx.words.correction;
  return formModal(
    {
      id: FORM.correct,
      title: about.type === 'mention' ? words.editTitle(about.number) : words.publicTitle,
      submit: submitAgainst(form, ctx) ?? ctx.words.forms.submit.send,
      meta: { [about.type]: about.id, publication, source, seen: [], ...warnedMeta(form) },
      blocks: [
        ...(about.type === 'mention' ? customersWords(about, ctx) : []),
        ...warningBlocks(form, ctx, false, about.type === 'mention'),
        textInput({ field: FIELD.text, label: words.text, text }),
        ...(about.type === 'mention'
          ? []
          : [
              textInput({
                field: FIELD.confirmedBy,
                label: ctx.words.incident.confirmedBy,
                text: '',
                multiline: false,
                hint: ctx.words.incident.confirmedHint,
              }),
            ]),
        undoHint(ctx),
      ],
    },
    ctx,
  );
}

/** Why is this customer not told? */
export function leaveWrongModal(mention: Mention, publication: string, source: string, ctx: ViewContext): ModalView {
  const words = ctx.words.correction;
  const byHand = answerWay(mention) === 'intent';
  return formModal(
    {
      id: FORM.leaveWrong,
      title: words.skipTitle(mention.number),
      submit: words.skip,
      meta: { mention: mention.id, publication, source, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        textInput({
          field: FIELD.reason,
          label: words.skipReason,
          text: byHand ? ctx.words.incident.untold.doneByHand(networkName(mention.network)) : '',
          multiline: false,
          hint: words.skipHint,
        }),
      ],
    },
    ctx,
  );
}
