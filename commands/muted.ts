import { isRefused } from '../src/desk/decision.ts';
import { unmute } from '../src/desk/muted.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { PAGE_SIZE } from '../views/forms/lists.ts';
import { mutedModal } from '../views/forms/muted.ts';
import { ACTION } from '../views/ids.ts';
import { metaOf, showRefusal } from './form.ts';
import { DONE, type Handler, type Reply } from './handler.ts';
import { onMention } from './on-mention.ts';
import type { Tools } from './tools.ts';

/** "Show it": a mention that the mute list kept from the channel gets its card after all. */
export const muted: readonly Handler[] = [
  onMention(ACTION.showMuted, 'staff', async (press, tools, mention): Promise<Reply> => {
    const outcome = await tools.store.change(mentionRef(mention.id), (state) =>
      unmute(state, press, tools.desk(), tools.clock.now()),
    );
    if (isRefused(outcome) && outcome.refused.reason !== 'already-handled') {
      return showRefusal(press, tools, outcome.refused);
    }
    if (press.view !== null) await tools.update({ id: press.view.id }, await mutedAt(metaOf(press).page ?? 1, tools));
    return DONE;
  }),
];

/** A page of the list, newest first. */
export async function mutedAt(wished: number, tools: Tools) {
  const closed = await tools.store.list('mention', { open: false });
  const all = closed.filter(({ muted: how, forgotten }) => how !== null && forgotten === null).toReversed();
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wished), pages);
  const mentions = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return mutedModal({ mentions, page, pages, total: all.length }, tools.context());
}
