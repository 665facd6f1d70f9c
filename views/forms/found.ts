import type { ModalView } from '@slack/types';
import type { Mention } from '../../src/desk/mention.ts';
import { context, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FORM } from '../ids.ts';
import { mentionRow } from '../mention-row.ts';
import { snippet } from '../text.ts';
import { type Page, pageBack, pageOn, showButton } from './lists.ts';
import { readingModal } from './modal.ts';

export interface FoundMentions extends Page {
  /** As it was typed; the modal carries it from page to page. */
  readonly query: string;
  /** Those of this page, newest first. */
  readonly mentions: readonly Mention[];
  readonly total: number;
}

/** A page of what was found, with how many there are; or what to try when there is nothing. */
export function foundModal(found: FoundMentions, ctx: ViewContext): ModalView {
  const { finding, forms } = ctx.words;
  const { query, page, total } = found;
  const asked = ctx.words.reading.quoted(snippet(query, 200));
  const rows = found.mentions.map((mention) => mentionRow(mention, showButton(mention, ctx), ctx));
  const blocks =
    total === 0
      ? [section(`*${finding.nothingFound(asked)}*`), section(finding.tryThis)]
      : [
          context(finding.found(total, asked)),
          ...pageBack(found, ACTION.pageFound, String(page - 1), ctx),
          ...rows,
          ...pageOn(found, ACTION.pageFound, String(page + 1), ctx),
        ];
  return readingModal(FORM.reading, forms.title.found, { seen: [], query }, blocks, ctx);
}

/** Holds the place while everything is looked through. */
export function lookingModal(query: string, ctx: ViewContext): ModalView {
  const { finding, forms } = ctx.words;
  return readingModal(FORM.reading, forms.title.found, { seen: [], query }, [context(finding.looking)], ctx);
}
