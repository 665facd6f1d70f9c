import type { KnownBlock } from '@slack/types';
import type { Notice } from '../src/desk/effect.ts';
import { type Burden, burdenOf, mentionsOf } from '../src/desk/hand-over-all.ts';
import type { UserId } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Handover } from '../src/desk/person.ts';
import { openPromises } from '../src/desk/promises.ts';
import { actions, button, context, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, byWait, dueText, gist, MARK, numberLink, waitingPost } from './facts.ts';
import { widestThatFits } from './fit.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { quote, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

type HandsNotice = Extract<Notice, { readonly type: 'handed-over' | 'taken-away' | 'snooze-over' | 'assigned' }>;

/** A mention has come into one's hands, or has left them; with the buttons to go on. */
export function handsNotice(mention: Mention, notice: HandsNotice, ctx: ViewContext): Message {
  const { card } = ctx.words;
  const head = headOf(mention, notice, ctx);
  const due = dueText(mention, ctx);
  const words = notice.type === 'handed-over' && notice.note !== '' ? [section(quote(notice.note))] : [];
  const value = pressValue({ ref: refOf(mention) });
  const show = button(ACTION.showMention, card.buttons.show, value);
  const isMine = notice.type !== 'taken-away';
  return {
    text: head,
    blocks: [
      section(head),
      ...words,
      plainSection(waitingPost(mention).text, 500),
      ...(due === null || !isMine ? [] : [context(due)]),
      actions(...(isMine ? [button(ACTION.reply, card.buttons.reply, value, { style: 'primary' })] : []), show),
    ],
  };
}

function headOf(mention: Mention, notice: HandsNotice, ctx: ViewContext): string {
  const { together } = ctx.words;
  const [what, name] = [`${MARK[mention.kind]} ${numberLink(mention, ctx)}`, authorName(mention)];
  switch (notice.type) {
    case 'handed-over':
      return `➡️ ${together.givenToYou(user(notice.by), what, name)}`;
    case 'taken-away':
      return notice.by === notice.to
        ? `➡️ ${together.takenOver(user(notice.by), what, name)}`
        : `➡️ ${together.takenFromYou(what, name, user(notice.to))}`;
    case 'assigned':
      return `📌 ${ctx.words.urgency.assignedToYou(what, name)}`;
    case 'snooze-over':
      return `⏰ ${together.yourSnoozeOver(what, name)}`;
  }
}

/** One message for all that somebody was given; null when nothing of it is left to do. */
export function handoverNotice(
  from: UserId,
  handover: Handover,
  mentions: readonly Mention[],
  ctx: ViewContext,
): Message | null {
  const { together } = ctx.words;
  const given = mentions.filter(({ id }) => handover.mentions.includes(id));
  // Each mention hears of it for itself, before or after this message: what either of the two has is meant.
  const burden = both(burdenOf(from, given), burdenOf(handover.to, given));
  const left = byWait(mentionsOf(burden));
  if (left.length === 0) return null;
  const head = `➡️ *${together.allGivenToYou(user(handover.by), user(from))}*: ${burdenText(burden, ctx)}`;
  const words = handover.note === '' ? [] : [section(quote(handover.note))];
  const blocks = widestThatFits([20, 12, 6], (most) => [
    section(head),
    ...words,
    ...left.slice(0, most).map((mention) => row(mention, ctx)),
    ...(left.length > most ? [context(together.moreGiven(left.length - most))] : []),
  ]);
  return { text: head, blocks };
}

/** `2 claims, 1 promise`. */
export function burdenText({ claims, promises, snoozes }: Burden, ctx: ViewContext): string {
  const { part } = ctx.words.together;
  return [
    ...(claims.length > 0 ? [part.claims(claims.length)] : []),
    ...(promises.length > 0 ? [part.promises(promises.length)] : []),
    ...(snoozes.length > 0 ? [part.snoozes(snoozes.length)] : []),
  ].join(', ');
}

function row(mention: Mention, ctx: ViewContext): KnownBlock {
  // Without their owner: the mention hears of its new one about now.
  const promised = openPromises(mention).map(({ dueAt }) => `🤝 ${ctx.words.together.promised(when(dueAt))}`);
  const { snooze } = mention;
  const snoozed = snooze === null ? null : `💤 ${ctx.words.together.snoozedUntil(when(snooze.until), null)}`;
  const facts = [dueText(mention, ctx), snoozed, ...promised].filter((fact) => fact !== null).join(' · ');
  const line = `${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*: ${snippet(gist(mention), 120)}`;
  const show = button(ACTION.showMention, ctx.words.card.buttons.show, pressValue({ ref: refOf(mention) }));
  return section(facts === '' ? line : `${line}\n${facts}`, show);
}

function both(a: Burden, b: Burden): Burden {
  return {
    claims: [...a.claims, ...b.claims],
    promises: [...a.promises, ...b.promises],
    snoozes: [...a.snoozes, ...b.snoozes],
  };
}
