import type { KnownBlock } from '@slack/types';
import type { Mention } from '../src/desk/mention.ts';
import { context } from './block.ts';
import type { ViewContext } from './context.ts';
import { snippet, user, when } from './text.ts';

/** That a lead keeps everything of it, since when and why. */
export function holdLine({ held }: Mention, ctx: ViewContext): KnownBlock[] {
  if (held === null) return [];
  return [context(`⚖️ ${ctx.words.privacy.held(user(held.by), when(held.at), snippet(held.reason, 200))}`)];
}
