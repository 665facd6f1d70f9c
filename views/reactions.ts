import type { Publication } from '../src/desk/publication.ts';
import type { ReactionsNote } from '../src/desk/reactions.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import type { Message } from './message.ts';
import { cardLink, link } from './text.ts';

/** Cards that one line leads to, so few that their addresses fit in a section; the others are in the channel as well. */
const CARDS = 6;

/** How an apology was taken, in the thread of its card: numbers, and the way to what others wrote; their words stay there. */
export function reactionsNote(
  { post }: Pick<Publication, 'post'>,
  { likes, reposts, answers, fresh, isLast }: ReactionsNote,
  ctx: ViewContext,
): Message {
  const words = ctx.words.reactions;
  const counts = [
    likes === 0 ? [] : words.likes(likes),
    reposts === 0 ? [] : words.reposts(reposts),
    answers === 0 ? [] : words.answers(answers),
  ].flat();
  const told = counts.length === 0 ? words.none : counts.join(', ');
  const head = isLast ? words.atLast : words.soFar;
  const apology = post === null ? words.apology : link(post.url, words.apology);
  const cards = fresh.slice(0, CARDS).map(({ number, card }) => cardLink(ctx, card, `#${number}`));
  const more = fresh.length > CARDS ? [words.more(fresh.length - CARDS)] : [];
  const line = `📣 ${head(apology, told)}`;
  const text = cards.length === 0 ? line : `${line}. ${words.fresh([...cards, ...more].join(', '))}`;
  return { text: `📣 ${head(words.apology, told)}`, blocks: [section(text)] };
}
