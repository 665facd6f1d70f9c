import type { KnownBlock } from '@slack/types';
import type { OutgoingPicture } from '../src/desk/publication.ts';
import { context } from './block.ts';
import type { ViewContext } from './context.ts';
import { snippet } from './text.ts';

/** That a text of ours goes out, or is out, with a picture. */
export function pictureLine(picture: OutgoingPicture | null, ctx: ViewContext): KnownBlock[] {
  return picture === null ? [] : [context(`🖼️ ${ctx.words.picture.shown(snippet(picture.alt, 200))}`)];
}
