import type { KnownBlock } from '@slack/types';
import type { Bell } from '../src/desk/channel.ts';
import { KINDS, type Kind, type Mention, type PublicPromise } from '../src/desk/mention.ts';
import { channelRef } from '../src/desk/ref.ts';
import { onCards } from '../src/desk/shared-card.ts';
import { button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, byWait, dueAt, gist, isPast, isSettled, MARK, numberLink, waitsSince } from './facts.ts';
import { widestThatFits } from './fit.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { byWhen, promiseLine } from './promise.ts';
import { snippet, user, when } from './text.ts';
import { bellValue, pressValue } from './value.ts';

interface Room {
  /** Lines of each group. */
  readonly lines: number;
  readonly text: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { lines: 5, text: 90 },
  { lines: 4, text: 60 },
  { lines: 3, text: 40 },
  { lines: 1, text: 20 },
];
const PROMISE_LINES = 15;
const LINES_IN_SECTION = 6;

interface Promised {
  readonly mention: Mention;
  readonly promise: PublicPromise;
}

/**
 * At the desk's opening what waits, by kind, complaints first, with a button to name who takes them, and the promises
 * that nobody has; before its closing what nobody has and all open promises; with how many were muted. Drawn from the
 * mentions as they are now.
 * @param mentions those that the bell names, a missing one is left out; and those that were muted in the day before
 */
export function bell(channel: string, rung: Bell, mentions: readonly Mention[], ctx: ViewContext): Message {
  const named = byWait(mentions.filter(({ id }) => rung.mentions.includes(id)));
  const promised = promisesOf(rung, mentions);
  const head = headline(rung, named, promised, ctx);
  const muted = mentions.filter((one) => one.muted !== null && !rung.mentions.includes(one.id)).length;
  const blocks = widestThatFits(ROOMS, (room) => [
    section(`🔔 *${head}*`),
    ...KINDS.flatMap((kind) => kindBlocks(channel, rung, kind, named, room, ctx)),
    ...promiseBlocks(channel, rung, promised, room, ctx),
    ...(rung.which === 'opening' && named.some((one) => !isSettled(one)) ? [context(ctx.words.bell.takersMean)] : []),
    ...(muted === 0 ? [] : [context(ctx.words.urgency.mute.inBell(muted))]),
  ]);
  return { text: `🔔 ${head}`, blocks };
}

function headline(rung: Bell, named: readonly Mention[], promised: readonly Promised[], ctx: ViewContext): string {
  const { bell: words } = ctx.words;
  const waiting = named.filter((one) => !isSettled(one)).length;
  const open = promised.filter(({ promise }) => promise.ended === null).length;
  const parts = [
    rung.which === 'opening' ? words.opening(when(rung.edge)) : words.closing(when(rung.edge)),
    ...(waiting === 0 ? [] : [rung.which === 'opening' ? words.waits(waiting) : words.unclaimed(waiting)]),
    ...(open === 0 ? [] : [isOwnerless(rung) ? words.ownerless(open) : words.promises(open)]),
    ...(waiting + open === 0 ? [words.allSettled] : []),
  ];
  return parts.join(' · ');
}

function kindBlocks(
  channel: string,
  rung: Bell,
  kind: Kind,
  named: readonly Mention[],
  room: Room,
  ctx: ViewContext,
): KnownBlock[] {
  const all = named.filter((mention) => mention.kind === kind);
  if (all.length === 0) return [];
  const open = all.filter((mention) => !isSettled(mention));
  // Where not all have room, those that still wait have it first.
  const waiting = onCards(open, room.lines);
  const settled = all.filter(isSettled).slice(0, room.lines - waiting.shown.length);
  const behind = ({ id }: Mention) => waiting.alike?.[id] ?? 0;
  const { bell: words } = ctx.words;
  const takers = (rung.takers[kind] ?? []).map(user).join(' ');
  const title = `${MARK[kind]} *${ctx.words.channel.kinds[kind](open.length)}*${takers === '' ? '' : ` – ${words.takers(takers)}`}`;
  const value = pressValue({ ref: channelRef(channel), id: bellValue(rung.id, kind) });
  const take = rung.which === 'opening' && open.length > 0 ? button(ACTION.takeKind, words.takeKind, value) : undefined;
  const told = waiting.shown.reduce((sum, one) => sum + 1 + behind(one), settled.length);
  const more = all.length - told;
  const lines = [...waiting.shown, ...settled].map((mention) => line(mention, behind(mention), room, ctx));
  return [section(title, take), section([...lines, ...(more > 0 ? [words.moreLines(more)] : [])].join('\n'))];
}

function line(mention: Mention, alike: number, room: Room, ctx: ViewContext): string {
  const said = snippet(gist(mention), room.text);
  if (isSettled(mention)) return `✓ ~${numberLink(mention, ctx)} ${authorName(mention)}: ${said}~`;
  const facts = [
    due(mention, ctx),
    ...(mention.owner === null ? [] : [user(mention.owner)]),
    ...(alike === 0 ? [] : [`*${ctx.words.fold.like(alike)}*`]),
  ];
  return `${numberLink(mention, ctx)} *${authorName(mention)}*: ${said} – ${facts.join(' · ')}`;
}

function promiseBlocks(
  channel: string,
  rung: Bell,
  promised: readonly Promised[],
  room: Room,
  ctx: ViewContext,
): KnownBlock[] {
  if (promised.length === 0) return [];
  const { bell: words } = ctx.words;
  const open = promised.filter(({ promise }) => promise.ended === null);
  const shown = promised.slice(0, Math.min(PROMISE_LINES, room.lines * 3));
  const count = isOwnerless(rung) ? words.ownerless(open.length) : words.promises(open.length);
  const taker = rung.promisesTakenBy === null ? '' : ` – ${words.takers(user(rung.promisesTakenBy))}`;
  const value = pressValue({ ref: channelRef(channel), id: rung.id });
  const isOffered = rung.which === 'opening' && rung.promisesTakenBy === null && open.length > 0;
  const take = isOffered ? button(ACTION.takePromises, words.takePromises, value) : undefined;
  const lines = shown.map(({ mention, promise }) => {
    const who = `${numberLink(mention, ctx)} ${authorName(mention)}`;
    // Of the opening's the heading says who has them: the mentions hear of it a moment later.
    const line = rung.which === 'opening' ? byWhen(promise, ctx) : promiseLine(promise, ctx);
    return promise.ended === null ? `${who}: ${line}` : `✓ ~${who}~`;
  });
  const more = promised.length - shown.length;
  const all = [...lines, ...(more > 0 ? [words.moreLines(more)] : [])];
  const blocks: KnownBlock[] = [section(`🤝 *${count}*${taker}`, take)];
  for (let i = 0; i < all.length; i += LINES_IN_SECTION) {
    blocks.push(section(all.slice(i, i + LINES_IN_SECTION).join('\n')));
  }
  return blocks;
}

/** Nobody had them at the opening, and nobody has taken them since. */
function isOwnerless({ which, promisesTakenBy }: Bell): boolean {
  return which === 'opening' && promisesTakenBy === null;
}

/** When the answer is due, in few words; since when they wait where nothing is promised. */
function due(mention: Mention, ctx: ViewContext): string {
  const { channel } = ctx.words;
  const at = dueAt(mention);
  if (at === null) return channel.lineSince(when(waitsSince(mention)));
  return isPast(at, ctx) ? `⏰ *${channel.lineDue(when(at))}*` : channel.lineDue(when(at));
}

/** The earliest first. */
function promisesOf(rung: Bell, mentions: readonly Mention[]): readonly Promised[] {
  return rung.promises
    .flatMap((one) => {
      const mention = mentions.find(({ id }) => id === one.mention);
      const promise = mention?.promises.find(({ id }) => id === one.promise);
      return mention === undefined || promise === undefined ? [] : [{ mention, promise }];
    })
    .toSorted((a, b) => (a.promise.dueAt < b.promise.dueAt ? -1 : 1));
}
