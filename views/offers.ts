import type { KnownBlock } from '@slack/types';
import type { Offer } from '../src/desk/channel.ts';
import { at } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import { isStillOffered } from '../src/desk/offers.ts';
import { officeMinutesBetween } from '../src/desk/office-time.ts';
import { button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, dueText, gist, MARK, numberLink } from './facts.ts';
import { widestThatFits } from './fit.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { snippet, user } from './text.ts';
import { pressValue } from './value.ts';

interface Row {
  readonly offer: Offer;
  readonly mention: Mention;
}

interface Group {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/**
 * One message about all mentions that anybody may take, each with its button; null when none is left: what was taken,
 * touched or settled meanwhile is left out.
 */
export function offersLine(offers: readonly Offer[], mentions: readonly Mention[], ctx: ViewContext): Message | null {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const rows = offers.flatMap((offer): Row[] => {
    const mention = byId.get(offer.mention);
    return mention !== undefined && isStillOffered(offer, mention) ? [{ offer, mention }] : [];
  });
  if (rows.length === 0) return null;
  const groups = groupsOf(rows, ctx);
  const names = rows.slice(0, 3).map(({ mention }) => `#${mention.number} ${authorName(mention)}`);
  return {
    text: `${groups.map((one) => one.heading).join(' · ')}: ${names.join(', ')}`,
    blocks: widestThatFits([8, 4], (most) => draw(groups, most, ctx)),
  };
}

function groupsOf(rows: readonly Row[], ctx: ViewContext): readonly Group[] {
  const { together } = ctx.words;
  const idle = rows.filter(({ offer }) => offer.why === 'idle');
  const nobodys = rows.filter(({ offer }) => offer.why !== 'idle');
  return [
    { heading: `✋ *${together.looking(nobodys.length)}*`, rows: nobodys },
    { heading: `✋ *${together.lying(idle.length)}*`, rows: idle },
  ].filter((group) => group.rows.length > 0);
}

function draw(groups: readonly Group[], most: number, ctx: ViewContext): KnownBlock[] {
  let room = most;
  const blocks = groups.flatMap((group) => {
    const shown = group.rows.slice(0, room);
    room -= shown.length;
    return [section(group.heading), ...shown.map((row) => line(row, ctx))];
  });
  const more = groups.reduce((sum, group) => sum + group.rows.length, 0) - most;
  return more > 0 ? [...blocks, context(ctx.words.channel.moreOpen(more))] : blocks;
}

function line({ offer, mention }: Row, ctx: ViewContext): KnownBlock {
  const head = `${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*`;
  const value = pressValue({ ref: refOf(mention), ...(offer.since !== null && { id: offer.since }) });
  const facts = [why(offer, mention, ctx), dueText(mention, ctx)].filter((fact) => fact !== null);
  return section(
    [`${head}: ${snippet(gist(mention), 120)}`, ...(facts.length === 0 ? [] : [facts.join(' · ')])].join('\n'),
    button(ACTION.takeOver, ctx.words.together.takeOver, value),
  );
}

/** What the heading does not say. */
function why(offer: Offer, mention: Mention, ctx: ViewContext): string | null {
  const { together } = ctx.words;
  if (offer.why === 'snooze-over') return together.snoozeOver;
  if (offer.since === null || mention.owner === null) return null;
  return together.lyingFor(user(mention.owner), officeTime(offer.since, ctx));
}

/** How much office time has passed since then. */
function officeTime(since: string, ctx: ViewContext): string {
  const { together } = ctx.words;
  const minutes = Math.floor(officeMinutesBetween(ctx.desk.hours, at(since), ctx.now));
  return minutes < 60 ? together.minutes(minutes) : together.hours(Math.floor(minutes / 60), minutes % 60);
}
