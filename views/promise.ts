import type { SectionBlock } from '@slack/types';
import type { Mention, PublicPromise } from '../src/desk/mention.ts';
import type { Promised } from '../src/desk/promise-list.ts';
import { isBroken, openPromises } from '../src/desk/promises.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, lastPost, MARK, numberLink } from './facts.ts';
import { snippet, user, when } from './text.ts';

/** By when we said that we would be back, and whose promise it is; a broken one stands out. */
export function promiseLine(promise: PublicPromise, ctx: ViewContext): string {
  const { promises } = ctx.words;
  const owner = ownerOf(promise, ctx);
  const at = when(promise.dueAt);
  return isBroken(promise, ctx.now) ? `⏰ *${promises.brokenLine(at, owner)}*` : `🤝 ${promises.line(at, owner)}`;
}

/** One line for each open promise of a mention. */
export function promiseLines(mention: Mention, ctx: ViewContext) {
  return openPromises(mention).map((promise) => context(promiseLine(promise, ctx)));
}

/** A promise in a list: to whom, what they wrote, by when, whose it is. */
export function promiseRow(
  { mention, promise }: Promised,
  accessory: SectionBlock['accessory'],
  ctx: ViewContext,
): SectionBlock {
  const head = `${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*`;
  const facts = ctx.words.promises.listLine(when(promise.dueAt), ownerOf(promise, ctx));
  const due = isBroken(promise, ctx.now) ? `⏰ *${facts}*` : facts;
  return section(`${head}: ${snippet(lastPost(mention).text, 140)}\n${due}`, accessory);
}

export function ownerOf({ owner }: PublicPromise, ctx: ViewContext): string {
  return owner === null ? ctx.words.promises.nobody : user(owner);
}
