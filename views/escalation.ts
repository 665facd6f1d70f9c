import type { KnownBlock } from '@slack/types';
import { askedOf } from '../src/desk/escalation.ts';
import type { Asked, Escalation, Mention } from '../src/desk/mention.ts';
import { actions, button, context, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { askedName, stateOf } from './escalation-line.ts';
import { authorName, duration, lastPost, networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { cardLink, group, link, quote, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/**
 * What a person or a group inside the company is asked: enough to answer without opening anything; later what came of it.
 * @param asked who reads it: the escalation itself, or one of those who were told after it
 */
export function escalationMessage(mention: Mention, escalation: Escalation, asked: Asked, ctx: ViewContext): Message {
  const { channel, card } = ctx.words;
  const asks = askingLine(escalation, asked, ctx);
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
      ...before(escalation, asked, ctx),
      context(
        `${channel.customer}: *${authorName(mention)}* @${snippet(mention.author.handle, 40)} · ${when(first.at)}`,
      ),
      plainSection(first.text, 2_000),
      ...(last === first ? [] : [context(card.wroteAgain(when(last.at))), plainSection(last.text, 2_000)]),
      context(`${links.join(' · ')}\n${channel.answerHere}`),
      ...standing(mention, escalation, ctx),
    ],
  };
}

function askingLine(escalation: Escalation, asked: Asked, ctx: ViewContext): string {
  const { channel, escalation: words } = ctx.words;
  const by = user(escalation.by);
  if (asked === escalation) {
    return asked.to.type === 'group' ? channel.asksGroup(group(asked.to.id), by) : channel.asks(by);
  }
  return asked.to.type === 'group' ? words.asksNextGroup(group(asked.to.id), by) : words.asksNext(by);
}

/** Who was asked before, and how long that was ago when this one was told. */
function before(escalation: Escalation, asked: Asked, ctx: ViewContext): KnownBlock[] {
  const { escalation: words } = ctx.words;
  const all = askedOf(escalation);
  const earlier = all.slice(0, Math.max(0, all.indexOf(asked)));
  if (earlier.length === 0) return [];
  return [context(words.askedBefore(askedAgo(earlier, Date.parse(asked.at), ctx)))];
}

/** `@dmitri 30 minutes ago, @network-team 15 minutes ago`. */
export function askedAgo(list: readonly Asked[], nowMs: number, ctx: ViewContext): string {
  const { ago } = ctx.words.escalation;
  return list.map((one) => ago(askedName(one), duration(nowMs - Date.parse(one.at), ctx))).join(', ');
}

/** Where it stands, and what can be pressed until it has ended; who has taken it can still send it back. */
function standing(mention: Mention, escalation: Escalation, ctx: ViewContext): KnownBlock[] {
  const { buttons } = ctx.words.escalation;
  const state = stateOf(escalation, 500, ctx);
  const line = state === null ? [] : [context(state)];
  if (escalation.ended !== null) return line;
  const value = pressValue({ ref: refOf(mention), id: escalation.id });
  const back = button(ACTION.sendBack, buttons.sendBack, value);
  const take = button(ACTION.takeEscalation, buttons.take, value, { style: 'primary' });
  return [...line, escalation.taken === null ? actions(take, back) : actions(back)];
}
