import type { KnownBlock } from '@slack/types';
import { isHidden, mayHide } from '../src/desk/hide.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Post } from '../src/desk/post.ts';
import { confirm, context } from './block.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import { snippet, user, when } from './text.ts';

/** Under a customer's post: that it is hidden on its network, is about to be, or could not be. */
export function hiddenLine({ hidden, hideWish }: Post, network: string, ctx: ViewContext): KnownBlock[] {
  const { hide } = ctx.words;
  const on = networkName(network);
  const is = hidden === null ? [] : [context(`🙈 ${hide.isHidden(on, user(hidden.by), when(hidden.at))}`)];
  if (hideWish === null) return is;
  const by = user(hideWish.by);
  if (hideWish.fault === null) return [context(`⏳ ${hideWish.hidden ? hide.hiding(on, by) : hide.showing(on, by)}`)];
  const failed = hideWish.hidden ? hide.notHidden(on) : hide.notShown(on);
  return [...is, context(`⚠️ ${failed} ${hide.said(on, snippet(hideWish.fault, 150))}`)];
}

/** What the menu of a mention offers: to hide what is shown, to show what is hidden; nothing where a network never would. */
export function hideEntries(mention: Mention, ctx: ViewContext) {
  if (!mayHide(mention)) return [];
  const { hide } = ctx.words;
  const on = networkName(mention.network);
  const there = mention.posts.filter(({ deletedAt }) => deletedAt === null);
  const toHide = {
    action: ACTION.hidePost,
    hint: hide.hintHide,
    text: hide.hide(on),
    confirm: confirm({ ...hide.confirm, title: hide.confirm.title(on), text: hide.confirm.text(on) }),
  };
  const toShow = { action: ACTION.unhidePost, hint: hide.hintShow, text: hide.show(on) };
  return [...(there.some((post) => !isHidden(post)) ? [toHide] : []), ...(there.some(isHidden) ? [toShow] : [])];
}
