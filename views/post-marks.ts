import type { KnownBlock } from '@slack/types';
import type { Mention, Post } from '../src/desk/mention.ts';
import { context } from './block.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { snippet, when } from './text.ts';

/** A post was edited five times at most; the last two say enough. */
const VERSIONS_SHOWN = 2;

/** What a customer's words alone do not say: that they were found by a search, edited, or deleted since. */
export function postMarks(post: Post, { network }: Mention, room: number, ctx: ViewContext): KnownBlock[] {
  const { listening } = ctx.words;
  const lines = [
    ...(post.via === 'search' ? [`🔎 ${listening.found(networkName(network))}`] : []),
    ...post.versions.slice(-VERSIONS_SHOWN).map(({ text }) => `✏️ ${listening.edited(snippet(text, room))}`),
    ...(post.deletedAt === null ? [] : [`🗑️ *${listening.deleted(when(post.deletedAt))}*`]),
  ];
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}
