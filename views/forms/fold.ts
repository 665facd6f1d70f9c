import type { KnownBlock, ModalView } from '@slack/types';
import { isFolded } from '../../src/desk/fold.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { actions, button, confirm, context, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FORM } from '../ids.ts';
import { mentionRow } from '../mention-row.ts';
import { refOf } from '../publication.ts';
import { pressValue } from '../value.ts';
import { readingModal } from './modal.ts';

/** Customers on one page: two blocks each. */
export const FOLD_PAGE = 20;

export interface FoldedList {
  /** The one whose card they share. */
  readonly lead: Mention;
  /** The longest wait first. */
  readonly folded: readonly Mention[];
  /** From 1. */
  readonly page: number;
}

/** Everybody who says the same, each with what can be done. */
export function foldedModal({ lead, folded, page: wished }: FoldedList, ctx: ViewContext): ModalView {
  const { fold } = ctx.words;
  const pages = Math.max(1, Math.ceil(folded.length / FOLD_PAGE));
  const page = Math.min(Math.max(1, wished), pages);
  const shown = folded.slice((page - 1) * FOLD_PAGE, page * FOLD_PAGE);
  const value = pressValue({ ref: refOf(lead) });
  const question = {
    title: fold.unfoldTitle,
    text: fold.unfoldText(folded.length),
    yes: fold.unfoldYes,
    no: fold.unfoldNo,
  };
  const blocks: KnownBlock[] =
    shown.length === 0
      ? [section(fold.empty)]
      : [
          context(fold.hint),
          actions(
            button(ACTION.foldNext, fold.next, value, { style: 'primary' }),
            button(ACTION.foldOutAll, fold.unfoldAll, value, { confirm: confirm(question) }),
          ),
          ...turn(lead, page, page - 1, pages, ctx),
          ...shown.flatMap((one) => rowOf(one, ctx)),
          ...turn(lead, page, page + 1, pages, ctx),
        ];
  const meta = { mention: lead.id, seen: [], page };
  return readingModal(FORM.reading, fold.title(lead.number), meta, blocks, ctx);
}

function rowOf(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const { fold } = ctx.words;
  const value = pressValue({ ref: refOf(mention) });
  return [
    mentionRow(mention, undefined, ctx),
    actions(
      button(ACTION.foldReply, fold.reply, value),
      button(ACTION.showMention, fold.show, value),
      ...(isFolded(mention) ? [button(ACTION.foldOut, fold.notSame, value)] : []),
    ),
  ];
}

function turn(lead: Mention, page: number, to: number, pages: number, ctx: ViewContext): KnownBlock[] {
  if (to < 1 || to > pages) return [];
  const { reading } = ctx.words;
  const text = to < page ? `‹ ${reading.back}` : `${reading.next} ›`;
  const value = pressValue({ ref: refOf(lead), id: String(to) });
  return [section(reading.page(page, pages), button(ACTION.foldPage, text, value))];
}
