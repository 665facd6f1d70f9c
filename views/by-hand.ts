import type { Button, KnownBlock } from '@slack/types';
import { answerTarget, answerWay } from '../src/desk/answer-way.ts';
import { preparedText } from '../src/desk/by-hand.ts';
import type { Mention } from '../src/desk/mention.ts';
import { button, context, plainSection } from './block.ts';
import type { ViewContext } from './context.ts';
import { isSettled, networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import { LIMIT } from './limit.ts';
import { refOf } from './publication.ts';
import { user, wellFormed } from './text.ts';
import { pressValue } from './value.ts';

/** X's own page for a reply, filled in: https://docs.x.com/x-for-websites/tweet-button/guides/web-intent */
const INTENT = 'https://x.com/intent/post';

export interface HandLink {
  readonly url: string;
  /** Whether the text had room in it. */
  readonly isFilled: boolean;
}

/** Where this mention is answered by hand, with the text filled in as far as a link may be long; null when all is deleted. */
export function handLink(mention: Mention, text: string): HandLink | null {
  const target = answerTarget(mention);
  if (target === null) return null;
  const bare = `${INTENT}?in_reply_to=${encodeURIComponent(target.id)}`;
  const url = `${bare}&text=${encodeURIComponent(wellFormed(text))}`;
  return text !== '' && url.length <= LIMIT.buttonUrl ? { url, isFilled: true } : { url: bare, isFilled: text === '' };
}

/** Opens that page; nothing where the API can answer. */
export function handButtons(mention: Mention, ctx: ViewContext): readonly Button[] {
  const { buttons } = ctx.words.listening;
  const value = pressValue({ ref: refOf(mention) });
  const ready = preparedText(mention);
  return [
    ...linkButton(mention, ready?.text ?? '', ctx),
    button(ACTION.reply, ready === null ? buttons.prepare : buttons.change, value),
    button(ACTION.markAnswered, buttons.answered, value),
  ];
}

/** The link as a button. */
export function linkButton(mention: Mention, text: string, ctx: ViewContext): readonly Button[] {
  const link = handLink(mention, text);
  if (link === null) return [];
  const label = ctx.words.listening.buttons.onNetwork(networkName(mention.network));
  const value = pressValue({ ref: refOf(mention) });
  return [{ ...button(ACTION.replyOnNetwork, label, value, { style: 'primary' }), url: link.url }];
}

/** Why the card has other buttons than most, and the text that somebody has ready for it. */
export function handLines(mention: Mention, room: number, ctx: ViewContext): KnownBlock[] {
  if (isSettled(mention) || answerWay(mention) === 'api') return [];
  const { listening } = ctx.words;
  // Of a post that was found by its words its own line says so.
  const isFound = answerTarget(mention)?.via === 'search';
  const why = isFound ? [] : [context(`✋ ${listening.byHandOnly(networkName(mention.network))}`)];
  const ready = preparedText(mention);
  if (ready === null || ready.why !== 'prepared') return why;
  return [...why, context(`📝 ${listening.ready(user(ready.by))}`), plainSection(ready.text, room)];
}
