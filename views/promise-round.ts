import type { KnownBlock } from '@slack/types';
import type { PromiseMember, PromiseRound } from '../src/desk/channel.ts';
import type { Mention, PublicPromise } from '../src/desk/mention.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, gist, MARK, numberLink } from './facts.ts';
import { widestThatFits } from './fit.ts';
import type { Message } from './message.ts';
import { ownerOf } from './promise.ts';
import { snippet, when } from './text.ts';

interface Entry {
  readonly mention: Mention;
  readonly promise: PublicPromise;
  readonly member: PromiseMember;
}

interface Room {
  readonly lines: number;
  readonly text: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { lines: 30, text: 100 },
  { lines: 20, text: 60 },
  { lines: 10, text: 40 },
];
const LINES_IN_SECTION = 5;

/**
 * One message for all promises that broke together, and those that came due while nobody had them; the earliest first.
 * What has ended since is struck off.
 * @param mentions those of its members; a member whose mention is missing is left out
 */
export function promiseRound({ members }: PromiseRound, mentions: readonly Mention[], ctx: ViewContext): Message {
  const { promises } = ctx.words;
  const entries = members
    .flatMap((member) => entryOf(member, mentions))
    .toSorted((a, b) => (a.promise.dueAt < b.promise.dueAt ? -1 : 1));
  const at = (threshold: PromiseMember['threshold']) => entries.filter((one) => one.member.threshold === threshold);
  const [broken, due] = [at('broken'), at('due')];
  const groups = [
    { heading: `⏰ *${promises.broken(broken.length)}*`, entries: broken },
    { heading: `🤝 *${promises.unowned(due.length)}*`, entries: due },
  ].filter((one) => one.entries.length > 0);
  const isOver = entries.every(({ member }) => member.struckAt !== null);
  const head = isOver ? [context(`✅ ${promises.allEnded}`)] : [];
  const blocks = widestThatFits(ROOMS, (room) => [
    ...head,
    ...groups.flatMap((one) => groupBlocks(one.heading, one.entries, room, ctx)),
  ]);
  return { text: isOver ? promises.allEnded : groups.map((one) => one.heading).join(' · '), blocks };
}

function entryOf(member: PromiseMember, mentions: readonly Mention[]): Entry[] {
  const mention = mentions.find((one) => one.id === member.mention);
  const promise = mention?.promises.find((one) => one.id === member.promise);
  return mention === undefined || promise === undefined ? [] : [{ mention, promise, member }];
}

function groupBlocks(heading: string, entries: readonly Entry[], room: Room, ctx: ViewContext): KnownBlock[] {
  const lines = entries.slice(0, room.lines).map((entry) => line(entry, room, ctx));
  const more = entries.length - lines.length;
  const blocks: KnownBlock[] = [section(heading)];
  for (let i = 0; i < lines.length; i += LINES_IN_SECTION) {
    blocks.push(section(lines.slice(i, i + LINES_IN_SECTION).join('\n')));
  }
  return more > 0 ? [...blocks, context(ctx.words.promises.more(more))] : blocks;
}

function line({ mention, promise, member }: Entry, room: Room, ctx: ViewContext): string {
  const said = snippet(gist(mention), room.text);
  if (member.struckAt !== null) return `✓ ~${numberLink(mention, ctx)} ${authorName(mention)}: ${said}~`;
  const facts = `${ctx.words.promises.wasFor(when(promise.dueAt))} · ${ownerOf(promise, ctx)}`;
  return `${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*: ${said} – ${facts}`;
}
