import type { BacklogLine } from '../src/desk/channel.ts';
import { total } from '../src/desk/channel-lines.ts';
import { KINDS, type Mention } from '../src/desk/mention.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, gist, numberLink } from './facts.ts';
import { widestThatFits } from './fit.ts';
import type { Message } from './message.ts';
import { snippet, when } from './text.ts';

/** The one message that says how many mentions wait for their card; with none left it says that. */
export function backlogLine({ waiting, since }: Pick<BacklogLine, 'waiting' | 'since'>, ctx: ViewContext): Message {
  const { channel } = ctx.words;
  const all = total(waiting);
  if (all === 0) {
    const text = since === null ? channel.caughtUp : `${channel.caughtUp} ${channel.cardsWereLate(when(since))}`;
    return { text, blocks: [context(`✅ ${text}`)] };
  }
  const kinds = KINDS.filter((kind) => waiting[kind] > 0).map((kind) => channel.kinds[kind](waiting[kind]));
  const line = channel.backlog(all, kinds.join(', '));
  const long = since === null ? [] : [section(`⚠️ ${channel.cardsAreLate(when(since))}`)];
  return { text: line, blocks: [section(`📥 *${line}*`), ...long, context(channel.backlogWhy)] };
}

/** One line for all customers who wrote again, because an updated card neither moves nor notifies. */
export function againLine(mentions: readonly Mention[], ctx: ViewContext): Message {
  const { channel } = ctx.words;
  const head = `↪️ *${channel.again(mentions.length)}*`;
  const line = (mention: Mention) =>
    `${numberLink(mention, ctx)} *${authorName(mention)}*: ${snippet(gist(mention), 120)}`;
  const blocks = widestThatFits([8, 4], (most) => {
    const more = mentions.length - most;
    const rest = more > 0 ? [context(channel.moreOpen(more))] : [];
    return [section([head, ...mentions.slice(0, most).map(line)].join('\n')), ...rest];
  });
  const names = mentions.slice(0, 3).map((mention) => `#${mention.number} ${authorName(mention)}`);
  return { text: `${head}: ${names.join(', ')}`, blocks };
}
