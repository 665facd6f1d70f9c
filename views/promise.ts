import type { SectionBlock } from '@slack/types';
import type { Mention, PublicPromise } from '../src/desk/mention.ts';
import type { Promised } from '../src/desk/promise-list.ts';
import { isBroken, openPromises } from '../src/desk/promises.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, gist, isSettled, MARK, numberLink } from './facts.ts';
import { snippet, user, when } from './text.ts';

/** By when we said that we would be back, and whose promise it is; a broken one stands out. */
export function promiseLine(promise: PublicPromise, ctx: ViewContext): string {
  return `${byWhen(promise, ctx)} – ${ownerOf(promise, ctx)}`;
}

/** One line for each open promise of a mention; of an open one, whoever has it is named on the card already. */
export function promiseLines(mention: Mention, ctx: ViewContext) {
  return openPromises(mention).map((promise) => {
    const isOwners = !isSettled(mention) && promise.owner !== null && promise.owner === mention.owner;
    return context(isOwners ? byWhen(promise, ctx) : promiseLine(promise, ctx));
  });
}

/** The same without its owner. */
export function byWhen(promise: PublicPromise, ctx: ViewContext): string {
  const { promises } = ctx.words;
  const at = when(promise.dueAt);
  return isBroken(promise, ctx.now) ? `⏰ *${promises.brokenLine(at)}*` : `🤝 ${promises.line(at)}`;
}

/** A promise in a list: to whom, what they wrote, by when, whose it is. */
export function promiseRow(
  { mention, promise }: Promised,
  accessory: SectionBlock['accessory'],
  ctx: ViewContext,
  look = { owner: true },
): SectionBlock {
  const head = `${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*`;
  const by = look.owner ? promiseLine(promise, ctx) : byWhen(promise, ctx);
  return section(`${head}: ${snippet(gist(mention), 140)}\n${by}`, accessory);
}

export function ownerOf({ owner }: PublicPromise, ctx: ViewContext): string {
  return owner === null ? ctx.words.promises.nobody : user(owner);
}
