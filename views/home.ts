import type { HomeView, KnownBlock } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import { button, context, divider, label, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { byWait } from './facts.ts';
import { incidentRow } from './forms/lists.ts';
import { ACTION, LIMIT } from './ids.ts';
import { mentionRow } from './mention-row.ts';
import { refOf } from './publication.ts';
import { pressValue } from './value.ts';

export interface HomeLists {
  /** Every open mention, in any order. */
  readonly open: readonly Mention[];
  readonly mine: readonly Mention[];
  readonly overdue: readonly Mention[];
  /** The running ones. */
  readonly incidents: readonly Incident[];
}

const MOST = 10;

/** The App Home tab: what waits, what is mine, what is running. */
export function home(lists: HomeLists, ctx: ViewContext): HomeView {
  const { reading, card } = ctx.words;
  const unclaimed = byWait(lists.open.filter((mention) => mention.owner === null));
  const claim = (mention: Mention) => button(ACTION.claim, card.buttons.claim, pressValue({ ref: refOf(mention) }));
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: label(reading.homeTitle, LIMIT.header) },
      section(reading.homeCounts(lists.open.length, lists.overdue.length, lists.mine.length)),
      ...running(lists.incidents, ctx),
      divider,
      section(`*${reading.homeUnclaimed}*`),
      ...rows(unclaimed, reading.homeAllClaimed, claim, ctx),
      divider,
      section(`*${reading.homeMine}*`),
      ...rows(byWait(lists.mine), reading.homeNothingMine, (mention) => showButton(mention, ctx), ctx),
      divider,
      context([...reading.help, ...reading.helpCommands].join('\n')),
    ],
  };
}

function running(incidents: readonly Incident[], ctx: ViewContext): KnownBlock[] {
  if (incidents.length === 0) return [];
  return [
    divider,
    section(`*${ctx.words.reading.homeIncidents}*`),
    ...incidents.slice(0, MOST).map((incident) => incidentRow(incident, ctx)),
  ];
}

function rows(
  mentions: readonly Mention[],
  none: string,
  accessory: (mention: Mention) => ReturnType<typeof button>,
  ctx: ViewContext,
): KnownBlock[] {
  if (mentions.length === 0) return [context(none)];
  const more = mentions.length - MOST;
  return [
    ...mentions.slice(0, MOST).map((mention) => mentionRow(mention, accessory(mention), ctx)),
    ...(more > 0 ? [context(ctx.words.reading.homeMore(more))] : []),
  ];
}

function showButton(mention: Mention, ctx: ViewContext) {
  return button(ACTION.showMention, ctx.words.card.buttons.show, pressValue({ ref: refOf(mention) }));
}
