import type { Mention, PublicPromise } from '../src/desk/mention.ts';
import { isBroken, openPromises } from '../src/desk/promises.ts';
import { context } from './block.ts';
import type { ViewContext } from './context.ts';
import { user, when } from './text.ts';

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

export function ownerOf({ owner }: PublicPromise, ctx: ViewContext): string {
  return owner === null ? ctx.words.promises.nobody : user(owner);
}
