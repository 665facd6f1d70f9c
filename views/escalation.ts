import type { Escalation, Mention } from '../src/desk/mention.ts';
import { context, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, lastPost, networkName } from './facts.ts';
import type { Message } from './message.ts';
import { cardLink, group, link, quote, snippet, user, when } from './text.ts';

/** What a person or a group inside the company is asked: enough to answer without opening anything. */
export function escalationMessage(mention: Mention, escalation: Escalation, ctx: ViewContext): Message {
  const { channel, card } = ctx.words;
  const by = user(escalation.by);
  const asks = escalation.to.type === 'group' ? channel.asksGroup(group(escalation.to.id), by) : channel.asks(by);
  const reason = escalation.reason.trim();
  const first = mention.posts[0];
  const last = lastPost(mention);
  const links = [
    cardLink(ctx, mention.card, `${channel.toCard} #${mention.number}`),
    link(last.url, channel.toPost(networkName(mention.network))),
  ];
  return {
    text: `${asks}${reason === '' ? '' : ` ${snippet(reason, 200)}`}`,
    blocks: [
      section(reason === '' ? `🙋 ${asks}` : `🙋 ${asks}\n${quote(reason, 1_500)}`),
      context(
        `${channel.customer}: *${authorName(mention)}* @${snippet(mention.author.handle, 40)} · ${when(first.at)}`,
      ),
      plainSection(first.text, 2_000),
      ...(last === first ? [] : [context(card.wroteAgain(when(last.at))), plainSection(last.text, 2_000)]),
      context(`${links.join(' · ')}\n${channel.answerHere}`),
    ],
  };
}
