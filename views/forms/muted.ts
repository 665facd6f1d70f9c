import type { KnownBlock, ModalView } from '@slack/types';
import type { Mention } from '../../src/desk/mention.ts';
import { button, context, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FORM } from '../ids.ts';
import { mentionRow } from '../mention-row.ts';
import { refOf } from '../publication.ts';
import { pageValue, pressValue } from '../value.ts';
import { type Page, pageBack, pageOn } from './lists.ts';
import { readingModal } from './modal.ts';

export interface MutedList extends Page {
  /** Those of this page. */
  readonly mentions: readonly Mention[];
  readonly total: number;
}

/** What the mute list kept from the channel, newest first; each can be shown after all. */
export function mutedModal(list: MutedList, ctx: ViewContext): ModalView {
  const { mute } = ctx.words.urgency;
  const rows: KnownBlock[] = list.mentions.map((mention) =>
    mentionRow(mention, button(ACTION.showMuted, mute.show, pressValue({ ref: refOf(mention) })), ctx),
  );
  const blocks =
    rows.length === 0
      ? [section(mute.empty)]
      : [
          context(mute.intro(list.total)),
          ...pageBack(list, ACTION.pageList, pageValue('muted', list.page - 1), ctx),
          ...rows,
          ...pageOn(list, ACTION.pageList, pageValue('muted', list.page + 1), ctx),
        ];
  return readingModal(FORM.reading, mute.title, { seen: [], page: list.page }, blocks, ctx);
}
