import type { ModalView } from '@slack/types';
import { type Burden, mentionsOf } from '../../src/desk/hand-over-all.ts';
import type { UserId } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { byWait } from '../facts.ts';
import { burdenText } from '../hands-notice.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { mentionRow } from '../mention-row.ts';
import { user } from '../text.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

const SHOWN = 10;

/** To whom a mention goes, and what they should know. */
export function handOverModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, together } = ctx.words;
  return formModal(
    {
      id: FORM.handOver,
      title: forms.title.handOver(mention.number),
      submit: forms.submit.handOver,
      meta: { mention: mention.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        {
          type: 'input',
          block_id: FIELD.person,
          label: label(together.handOverTo, LIMIT.inputLabel),
          element: {
            type: 'users_select',
            action_id: FIELD.person,
            placeholder: label(forms.personPlaceholder, LIMIT.placeholder),
          },
        },
        noteInput('', ctx),
      ],
    },
    ctx,
  );
}

export interface HandOverAllForm {
  readonly from: UserId;
  readonly to: UserId;
  readonly note: string;
  readonly burden: Burden;
}

/** How many of what would change hands, and which, before it is done. */
export function handOverAllModal({ from, to, note, burden }: HandOverAllForm, ctx: ViewContext): ModalView {
  const { forms, together, home } = ctx.words;
  const mentions = byWait(mentionsOf(burden));
  const more = mentions.length - SHOWN;
  return formModal(
    {
      id: FORM.handOverAll,
      title: forms.title.handOverAll,
      submit: forms.submit.handOver,
      meta: { seen: [], from, to },
      blocks: [
        section(`${together.handOverAll(user(from), user(to))} *${burdenText(burden, ctx)}*`),
        ...mentions.slice(0, SHOWN).map((mention) => mentionRow(mention, undefined, ctx, { owner: false })),
        ...(more > 0 ? [context(home.more(more))] : []),
        noteInput(note, ctx),
      ],
    },
    ctx,
  );
}

function noteInput(text: string, ctx: ViewContext) {
  const { handOverNote, handOverNoteHint } = ctx.words.together;
  return textInput({ field: FIELD.note, label: handOverNote, text, hint: handOverNoteHint, optional: true });
}
