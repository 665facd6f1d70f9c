import type { KnownBlock } from '@slack/types';
import { MOST_POSTS } from '../../src/desk/split.ts';
import { button, context, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, POSTS } from '../ids.ts';
import { lengthLine } from './public-text.ts';
import type { TextLength } from './reply.ts';

/** What a long text could become, and what its writer wants. */
export interface Posts {
  /** The numbered posts; null for a text that fits into one, or not into six. */
  readonly posts: readonly string[] | null;
  /** The writer chose to have it split. */
  readonly wanted: boolean;
}

/** The live count of a text; of one that is too long with the way to split it, and then with its posts as they will be. */
export function lengthBlocks(length: TextLength, choice: Posts | undefined, ctx: ViewContext): KnownBlock[] {
  if (choice === undefined || length.length <= length.limit) return [lengthLine(length, ctx)];
  const { words } = ctx;
  const { posts, wanted } = choice;
  const tooLong = `⚠️ *${words.forms.tooLong(length.length, length.limit)}*`;
  if (posts === null) return [context(`${tooLong} ${words.posts.tooMany(MOST_POSTS)}`)];
  if (!wanted) return [section(tooLong, button(ACTION.splitText, words.posts.split(posts.length), POSTS.split))];
  return [
    section(`🧵 *${words.posts.shown(posts.length)}*`, button(ACTION.splitText, words.posts.whole, POSTS.whole)),
    ...posts.map((post) => plainSection(post, 600)),
  ];
}

/** The words of the submit button where the text goes out in several posts; null where it does not. */
export function submitPosts(kind: 'send' | 'publish', choice: Posts | undefined, ctx: ViewContext): string | null {
  return choice?.wanted && choice.posts !== null ? ctx.words.posts[kind](choice.posts.length) : null;
}

/** What the form carries of it: how many posts it shows; nothing where nobody asked for any. */
export function postsMeta(choice: Posts | undefined): { readonly posts?: number } {
  return choice?.wanted ? { posts: choice.posts?.length ?? 0 } : {};
}
