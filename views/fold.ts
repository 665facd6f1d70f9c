import type { KnownBlock } from '@slack/types';
import type { Mention } from '../src/desk/mention.ts';
import { actions, button, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, gist, isSettled } from './facts.ts';
import { ACTION } from './ids.ts';
import { refOf } from './publication.ts';
import { snippet } from './text.ts';
import { pressValue } from './value.ts';

/** Of so many the card shows who they are and how they begin. */
const SHOWN = 3;

/**
 * How many more say the same as the mention on a card, the latest of them, and what can be done with all of them.
 * @param alike the longest wait first
 * @param room characters of each one's words
 */
export function foldBlocks(mention: Mention, alike: readonly Mention[], room: number, ctx: ViewContext): KnownBlock[] {
  if (alike.length === 0 || isSettled(mention)) return [];
  const { fold } = ctx.words;
  const latest = room === 0 ? [] : alike.slice(-SHOWN).toReversed();
  const lines = latest.map((one) => `• *${authorName(one)}*: ${snippet(gist(one), Math.min(room, 120))}`);
  const free = [mention, ...alike].filter(({ owner }) => owner === null).length;
  const value = pressValue({ ref: refOf(mention) });
  return [
    section([`👥 *${fold.more(alike.length)}*`, ...lines].join('\n')),
    actions(
      button(ACTION.foldList, fold.showAll, value),
      free === 0
        ? button(ACTION.foldRelease, fold.releaseAll, value)
        : button(ACTION.foldClaim, fold.claimAll(free), value),
      button(ACTION.foldNext, fold.next, value),
    ),
  ];
}
