import type { KnownBlock } from '@slack/types';
import type { Round, RoundMember, Threshold } from '../src/desk/channel.ts';
import { isFolded } from '../src/desk/fold.ts';
import { KINDS, type Mention } from '../src/desk/mention.ts';
import { byUrgency } from '../src/desk/order.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, gist, MARK, numberLink } from './facts.ts';
import { widestThatFits } from './fit.ts';
import type { Message } from './message.ts';
import { group, snippet, user, when } from './text.ts';
import { URGENT_MARK } from './urgency.ts';

interface Entry {
  readonly mention: Mention;
  readonly member: RoundMember;
  /** Since when the customer waits. */
  readonly since: string;
  readonly dueAt: string | null;
  /** So many others who say the same share its card and are due with it. */
  readonly like?: number;
}

/** The worst first. */
const THRESHOLDS: readonly Threshold[] = ['second', 'due', 'night'];

interface Group {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

interface Room {
  readonly lines: number;
  readonly text: number;
}

const ROOMS: readonly [Room, ...Room[]] = [
  { lines: 40, text: 100 },
  { lines: 30, text: 80 },
  { lines: 20, text: 60 },
  { lines: 12, text: 40 },
];

/**
 * One reminder for all that is due together, what is urgent first, then the longest wait. What is settled is struck off; what was settled
 * before the reminder went out is left out.
 * @param mentions the round's members; those that are missing are left out
 */
export function round(round: Round, mentions: readonly Mention[], ctx: ViewContext): Message {
  const entries = entriesOf(round, mentions);
  const groups = groupsOf(entries, ctx);
  const open = entries.filter((entry) => entry.member.struckAt === null).length;
  if (open === 0 && entries.length > 0) return settledRound(groups, ctx);
  const blocks = widestThatFits(ROOMS, (room) => draw(groups, room, ctx));
  return { text: groups.map((one) => one.heading).join(' · ') || ctx.words.channel.allSettled, blocks };
}

function settledRound(groups: readonly Group[], ctx: ViewContext): Message {
  const head = context(`✅ ${ctx.words.channel.allSettled}`);
  return {
    text: ctx.words.channel.allSettled,
    blocks: widestThatFits(ROOMS, (room) => [head, ...draw(groups, room, ctx)]),
  };
}

function entriesOf(round: Round, mentions: readonly Mention[]): Entry[] {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const entries = new Map<string, Entry>();
  for (const member of round.members) {
    const mention = byId.get(member.mention);
    if (mention === undefined || (round.message === null && member.struckAt !== null)) continue;
    const clock = mention.clocks.find((one) => one.id === member.clock);
    const entry = { mention, member, since: clock?.startedAt ?? mention.posts[0].at, dueAt: clock?.dueAt ?? null };
    const before = entries.get(mention.id);
    entries.set(mention.id, before === undefined ? entry : together(before, entry));
  }
  return [...entries.values()].sort(
    (a, b) => byUrgency(a.mention, b.mention) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
}

/** Whoever wrote twice waits on two clocks and is one customer: one line, of the longest wait. */
function together(a: Entry, b: Entry): Entry {
  const [first, later] = a.since <= b.since ? [a, b] : [b, a];
  const isWaiting = first.member.struckAt === null || later.member.struckAt === null;
  const worst = THRESHOLDS.find((one) => one === first.member.threshold || one === later.member.threshold);
  const member = {
    ...first.member,
    threshold: worst ?? first.member.threshold,
    struckAt: isWaiting ? null : first.member.struckAt,
  };
  return { ...first, dueAt: first.dueAt ?? later.dueAt, member };
}

/** The worst first; what the night brought by kind. */
function groupsOf(entries: readonly Entry[], ctx: ViewContext): Group[] {
  const { channel } = ctx.words;
  const at = (threshold: Threshold) => entries.filter((entry) => entry.member.threshold === threshold);
  const [second, due, night] = [at('second'), at('due'), at('night')];
  const helpers = ctx.desk.settings.escalation.group;
  return [
    {
      heading: `‼️ *${channel.second(second.length)}*${helpers === undefined ? '' : ` ${group(helpers)}`}`,
      entries: second,
    },
    { heading: `⏰ *${channel.due(due.length)}*`, entries: due },
    ...nightGroups(night, ctx),
  ].filter((one) => one.entries.length > 0);
}

function nightGroups(night: readonly Entry[], ctx: ViewContext): Group[] {
  const kinds = KINDS.map((kind) => ({ kind, entries: night.filter((entry) => entry.mention.kind === kind) }));
  return kinds
    .filter(({ entries }) => entries.length > 0)
    .map(({ kind, entries }, index) => {
      const title = `${MARK[kind]} *${ctx.words.channel.kinds[kind](entries.length)}*`;
      return { heading: index === 0 ? `🌅 *${ctx.words.channel.night(night.length)}*\n${title}` : title, entries };
    });
}

function draw(groups: readonly Group[], room: Room, ctx: ViewContext): KnownBlock[] {
  const told = groups.map((one) => ({ ...one, entries: oneForMany(one.entries) }));
  const all = told.flatMap((one) => one.entries);
  const shown = new Set(openFirst(all).slice(0, room.lines));
  const blocks: KnownBlock[] = told.flatMap((one) => {
    const lines = one.entries.filter((entry) => shown.has(entry)).map((entry) => line(entry, room, ctx));
    return [section(one.heading), ...chunks(lines, 5).map((chunk) => section(chunk.join('\n')))];
  });
  // Each customer counts, also those of whom one line tells.
  const more = all.filter((one) => !shown.has(one)).reduce((sum, { like = 0 }) => sum + 1 + like, 0);
  return more > 0 ? [...blocks, context(ctx.words.channel.moreOverdue(more))] : blocks;
}

/** Those that say the same, share a card and are the same colleague's are one line, which counts the others; what is struck off stays as it was. */
function oneForMany(entries: readonly Entry[]): Entry[] {
  const likes = new Map<string, { readonly first: Entry; count: number }>();
  const lines: Entry[] = [];
  const leadsFirst = entries.toSorted((a, b) => Number(isFolded(a.mention)) - Number(isFolded(b.mention)));
  for (const entry of leadsFirst) {
    const { group, owner } = entry.mention;
    const isShared = group !== null && group.as !== 'own' && entry.member.struckAt === null;
    const key = isShared ? `${group.id} ${owner}` : '';
    const known = isShared ? likes.get(key) : undefined;
    if (known === undefined) lines.push(entry);
    else known.count += 1;
    if (isShared && known === undefined) likes.set(key, { first: entry, count: 0 });
  }
  const counts = new Map([...likes.values()].map(({ first, count }) => [first, count]));
  return entries.filter((entry) => lines.includes(entry)).map((entry) => ({ ...entry, like: counts.get(entry) ?? 0 }));
}

/** Where not all have room, those that still wait have it first. */
function openFirst(entries: readonly Entry[]): Entry[] {
  const open = entries.filter((entry) => entry.member.struckAt === null);
  return [...open, ...entries.filter((entry) => entry.member.struckAt !== null)];
}

function line({ mention, member, since, dueAt, like = 0 }: Entry, room: Room, ctx: ViewContext): string {
  const { channel } = ctx.words;
  const mark = `${URGENT_MARK[mention.urgency.level]}${MARK[mention.kind]}`;
  const who = `${mark} ${numberLink(mention, ctx)} *${authorName(mention)}*`;
  if (member.struckAt !== null)
    return `✓ ~${numberLink(mention, ctx)} ${authorName(mention)}: ${snippet(gist(mention), room.text)}~`;
  const late = dueAt === null ? channel.lineSince(when(since)) : channel.lineDue(when(dueAt));
  const owner = mention.owner === null ? '' : ` · ${user(mention.owner)}`;
  const others = like === 0 ? '' : ` · *${ctx.words.fold.like(like)}*`;
  return `${who}: ${snippet(gist(mention), room.text)} – ${late}${owner}${others}`;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
