import type { KnownBlock } from '@slack/types';
import type { Instant } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Post } from '../src/desk/post.ts';
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
    ...post.versions
      .filter(({ text }) => text !== '')
      .slice(-VERSIONS_SHOWN)
      .map(({ text }) => `✏️ ${listening.edited(snippet(text, room))}`),
    ...(post.deletedAt === null ? [] : [`🗑️ *${goneText(post, post.deletedAt, ctx)}*`]),
  ];
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}

/** When we saw that it is gone, and whether its words are gone here too: a legal hold keeps them. */
function goneText({ withdrawn, text }: Post, at: Instant, { words: { listening, privacy } }: ViewContext): string {
  const gone = withdrawn ? privacy.withdrawn(when(at)) : listening.deleted(when(at));
  return text === '' ? `${gone}. ${privacy.noWords}` : gone;
}
