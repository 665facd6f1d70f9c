import type { KnownBlock } from '@slack/types';
import { dangerWords } from '../src/desk/danger.ts';
import { CUSTOMER } from '../src/desk/history.ts';
import type { Mention } from '../src/desk/mention.ts';
import { isAnswer } from '../src/desk/publication.ts';
import { dangerText } from './alarm.ts';
import { answeredLine } from './answerer.ts';
import { context, plainSection, section } from './block.ts';
import { handLines } from './by-hand.ts';
import { cardActions } from './card-actions.ts';
import type { ViewContext } from './context.ts';
import { type ConversationRoom, conversation } from './conversation.ts';
import { escalationLine } from './escalation-line.ts';
import {
  authorName,
  dueText,
  gist,
  isSettled,
  kindLabel,
  MARK,
  networkName,
  snoozeText,
  ticketText,
  topicsText,
} from './facts.ts';
import { widestThatFits } from './fit.ts';
import { foldBlocks } from './fold.ts';
import { holdLine } from './hold.ts';
import { lockLine } from './lock.ts';
import type { Message } from './message.ts';
import { promiseLines } from './promise.ts';
import { chosenPublications, publicationBlocks } from './publication.ts';
import { suggestionBlocks } from './suggestion.ts';
import { cardLink, snippet, user, when } from './text.ts';
import { URGENT_MARK, urgencyLine } from './urgency.ts';
import { whyKind } from './why-kind.ts';

interface Room extends ConversationRoom {
  readonly escalations: number;
  readonly reason: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { first: 2_800, other: 1_000, posts: 3, publications: 8, pictures: 4, escalations: 5, reason: 200 },
  { first: 1_500, other: 400, posts: 3, publications: 8, pictures: 4, escalations: 5, reason: 100 },
  { first: 600, other: 150, posts: 3, publications: 8, pictures: 2, escalations: 3, reason: 60 },
  { first: 250, other: 60, posts: 2, publications: 6, pictures: 0, escalations: 2, reason: 40 },
  { first: 120, other: 30, posts: 1, publications: 4, pictures: 0, escalations: 1, reason: 20 },
  { first: 60, other: 15, posts: 1, publications: 2, pictures: 0, escalations: 1, reason: 10 },
];

/**
 * A mention's one message, from its arrival until after its answer; open and settled forms share this body.
 * @param alike those that say the same and have no card of their own, the longest wait first
 */
export function card(mention: Mention, ctx: ViewContext, alike: readonly Mention[] = []): Message {
  const blocks = widestThatFits(ROOMS, (room) => [
    section(headline(mention, ctx)),
    context([metadata(mention, ctx), whyKind(mention, ctx)].filter((line) => line !== null).join('\n')),
    ...danger(mention, ctx),
    ...urgencyLine(mention, ctx),
    ...lockLine(mention, ctx),
    ...holdLine(mention, ctx),
    ...conversation(mention, room, ctx),
    ...escalations(mention, room, ctx),
    ...promiseLines(mention, ctx),
    ...handLines(mention, room.other, ctx),
    context(standing(mention, ctx)),
    cardActions(mention, ctx),
    ...suggestionBlocks(mention, alike, ctx),
    ...foldBlocks(mention, alike, room.other, ctx),
  ]);
  return { text: notification(mention, ctx), blocks };
}

/**
 * The card once more after Slack has refused its blocks: no pictures, no customer's addresses and little text, but still
 * every button.
 */
export function cardPlain(mention: Mention, ctx: ViewContext, alike: readonly Mention[] = []): Message {
  const blocks: KnownBlock[] = [
    section(headline(mention, ctx)),
    ...danger(mention, ctx),
    ...urgencyLine(mention, ctx),
    ...lockLine(mention, ctx),
    ...holdLine(mention, ctx),
    plainSection(mention.posts[0].text, 600),
    ...chosenPublications(mention, 4).flatMap((one) => publicationBlocks(mention, one, 100, ctx)),
    ...promiseLines(mention, ctx),
    context(`${standing(mention, ctx)}\n${ctx.words.card.plainHint(mention.number)}`),
    cardActions(mention, ctx, { links: false }),
    ...suggestionBlocks(mention, alike, ctx),
    ...foldBlocks(mention, alike, 0, ctx),
  ];
  return { text: notification(mention, ctx), blocks };
}

function headline(mention: Mention, ctx: ViewContext): string {
  const { followers, handle } = mention.author;
  const count = followers === null ? '' : ` · ${ctx.words.card.followers(followers)}`;
  return `*${authorName(mention)}*  @${snippet(handle, 40)}${count}`;
}

function metadata(mention: Mention, ctx: ViewContext): string {
  const parts = [
    kindLabel(mention.kind, ctx),
    `#${mention.number}`,
    networkName(mention.network),
    when(mention.posts[0].at),
    topicsText(mention),
    ticketText(mention),
    mention.oldThread === null ? null : `🧵 ${cardLink(ctx, mention.oldThread, ctx.words.card.oldThread)}`,
    mention.helpedBy.length === 0 ? null : `💡 ${helpedBy(mention, ctx)}`,
    mention.incident === null ? null : `🔗 ${ctx.words.incident.links.onCard(mention.incident.number)}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** By their numbers: what another customer wrote stays on their own card. */
function helpedBy({ helpedBy: all }: Mention, ctx: ViewContext): string {
  return ctx.words.helpful.onCard(
    all
      .slice(-5)
      .map(({ number }) => `#${number}`)
      .join(', '),
  );
}

/** Which words sound like danger. */
function danger({ posts }: Mention, ctx: ViewContext): KnownBlock[] {
  const words = [...new Set(posts.flatMap((post) => dangerWords(post.text)))];
  return words.length === 0 ? [] : [section(`⚠️ *${ctx.words.alarm.onCard(dangerText(words, ctx))}*`)];
}

/** Who has it, and until when; or who settled it. */
function standing(mention: Mention, ctx: ViewContext): string {
  const { card: words } = ctx.words;
  if (mention.status === 'closed') {
    const { closed } = mention;
    if (closed === null) return `☑️ ${words.status.closed}`;
    if (closed.by === CUSTOMER) return `☑️ ${ctx.words.listening.nothingLeft}`;
    return `☑️ ${words.closedBy(user(closed.by), when(closed.at))}: ${snippet(closed.reason, 200)}`;
  }
  if (mention.status === 'answered') {
    const answer = mention.publications.findLast((one) => one.status === 'published' && isAnswer(one));
    return `✅ ${answer === undefined ? words.status.answered : answeredLine(answer, mention.network, ctx)}`;
  }
  const owner = mention.owner === null ? words.status.open : words.claimedBy(user(mention.owner));
  const parts = [
    mention.status === 'escalated' ? words.status.escalated : null,
    owner,
    dueText(mention, ctx),
    snoozeText(mention, ctx),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function escalations(mention: Mention, room: Room, ctx: ViewContext): KnownBlock[] {
  if (mention.escalations.length === 0) return [];
  const shown = mention.escalations.slice(-room.escalations);
  const earlier = mention.escalations.length - shown.length;
  const lines = shown.map((one) => escalationLine(one, room.reason, ctx));
  return [context([...lines, ...(earlier > 0 ? [`+ ${ctx.words.card.earlierEscalations(earlier)}`] : [])].join('\n'))];
}

function notification(mention: Mention, ctx: ViewContext): string {
  const mark = isSettled(mention) ? '✅' : `${URGENT_MARK[mention.urgency.level]}${MARK[mention.kind]}`;
  const kind = ctx.words.card.kind[mention.kind];
  const name = `${authorName(mention)} (@${snippet(mention.author.handle, 40)})`;
  return `${mark} ${kind} #${mention.number} ${ctx.words.card.from(name)}: ${snippet(gist(mention), 300)}`;
}
