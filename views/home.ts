import type { HomeView, KnownBlock, SectionBlock } from '@slack/types';
import type { Home, Load } from '../src/desk/home.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { OnCards } from '../src/desk/shared-card.ts';
import { approvalsAtHome } from './approval.ts';
import { actions, button, context, divider, label, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isPast } from './facts.ts';
import { incidentRow } from './forms/lists.ts';
import { homeFigures } from './home-figures.ts';
import { ACTION } from './ids.ts';
import { LIMIT } from './limit.ts';
import { mentionRow } from './mention-row.ts';
import { pausedAtHome } from './pause.ts';
import { promiseRow } from './promise.ts';
import { refOf } from './publication.ts';
import { channel, user, when } from './text.ts';
import { type ListKind, pageValue, pressValue } from './value.ts';

/** What this person may see and press beyond what all may. */
export interface HomeRights {
  readonly isLead: boolean;
  readonly mayPublish: boolean;
  readonly maySettings: boolean;
}

type Row = (mention: Mention, alike: number) => SectionBlock;

/** One's own need no name. */
const MINE = { owner: false };

/** The App Home tab: what runs, what is late, what waits, what is mine, and how the day goes. At most 90 blocks. */
export function home(shown: Home, rights: HomeRights, ctx: ViewContext): HomeView {
  const { home: words } = ctx.words;
  const { buttons } = ctx.words.card;
  const { unclaimed, mine, snoozed } = shown;
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: label(words.title, LIMIT.header) },
      context(facts(shown, ctx).join(' · ')),
      ...pausedAtHome(ctx),
      links(shown, rights, ctx),
      ...running(shown, ctx),
      ...(rights.mayPublish ? approvalsAtHome(shown.approvals, { user: shown.user, isLead: rights.isLead }, ctx) : []),
      divider,
      ...homeFigures(shown, ctx),
      divider,
      ...late(shown, ctx),
      ...list(unclaimed, words.unclaimed, words.nothingUnclaimed, claimRow(ctx), 'open', ctx),
      divider,
      ...list(mine, words.mine, words.nothingMine, row(ACTION.reply, buttons.reply, ctx, MINE), 'mine', ctx),
      ...(snoozed.total === 0
        ? []
        : list(snoozed, words.snoozed, '', row(ACTION.wakeUp, words.wakeUp, ctx, MINE), 'mine', ctx)),
      ...promiseSection(shown, rights, ctx),
      ...(rights.isLead ? [divider, section(loads(shown.loads, ctx))] : []),
    ],
  };
}

function facts({ channels, dms }: Home, { words: { home: words }, now }: ViewContext): string[] {
  const places = words.cardsIn(channels.map(channel).join(', '));
  return [places, words.asOf(when(now.toISOString())), ...(dms ? [] : [words.fewDms])];
}

function links({ dms }: Home, { maySettings }: HomeRights, { words: { home: words } }: ViewContext): KnownBlock {
  const { startIncident, help, settings, dmsOff, dmsOn } = words.buttons;
  return actions(
    button(ACTION.incidentStart, startIncident, ACTION.incidentStart),
    button(ACTION.openHelp, help, ACTION.openHelp),
    button(ACTION.switchDms, dms ? dmsOff : dmsOn, dms ? 'off' : 'on'),
    ...(maySettings ? [button(ACTION.openSettings, settings, ACTION.openSettings)] : []),
  );
}

function running({ incidents }: Home, ctx: ViewContext): KnownBlock[] {
  if (incidents.total === 0) return [];
  return [
    divider,
    section(`*${ctx.words.home.incidents(incidents.total)}*`),
    ...incidents.shown.flatMap((one) => [incidentRow(one, ctx), ...nextUpdate(one, ctx)]),
  ];
}

function nextUpdate({ updateDueAt }: Incident, ctx: ViewContext): KnownBlock[] {
  if (updateDueAt === null) return [];
  const { updateLate, updateDue } = ctx.words.card;
  return [context(isPast(updateDueAt, ctx) ? `⏰ *${updateLate(when(updateDueAt))}*` : updateDue(when(updateDueAt)))];
}

/** Those that are late at others; what is late among the unclaimed and one's own stands there, and is marked. */
function late({ overdue, overdueElsewhere }: Home, ctx: ViewContext): KnownBlock[] {
  if (overdue === 0) return [];
  const { home: words, card } = ctx.words;
  const show = row(ACTION.showMention, card.buttons.show, ctx);
  return [
    section(`⏰ *${words.overdue(overdue)}*`, showAll('overdue', ctx)),
    ...(overdueElsewhere.total === 0
      ? []
      : [context(words.overdueElsewhere(overdueElsewhere.total)), ...rows(overdueElsewhere, show, 'overdue', ctx)]),
    divider,
  ];
}

function list(
  mentions: OnCards,
  heading: (total: number) => string,
  nothing: string,
  draw: Row,
  kind: ListKind,
  ctx: ViewContext,
): KnownBlock[] {
  if (mentions.total === 0) return [section(nothing)];
  return [section(`*${heading(mentions.total)}*`), ...rows(mentions, draw, kind, ctx)];
}

function rows({ shown, total, alike = {} }: OnCards, draw: Row, kind: ListKind, ctx: ViewContext): KnownBlock[] {
  const behind = ({ id }: Mention) => alike[id] ?? 0;
  const more = total - shown.reduce((sum, one) => sum + 1 + behind(one), 0);
  return [
    ...shown.map((one) => draw(one, behind(one))),
    ...(more > 0 ? [section(ctx.words.home.more(more), showAll(kind, ctx))] : []),
  ];
}

/** The times by which this person said that they would be back; leads also see how many of the team's are broken. */
function promiseSection({ promises, brokenPromises }: Home, { isLead }: HomeRights, ctx: ViewContext): KnownBlock[] {
  const { words } = ctx;
  const all = (text: string) => section(text, showAll('promises', ctx));
  const mine = promises.shown.map((one) => {
    const value = pressValue({ ref: refOf(one.mention) });
    return promiseRow(one, button(ACTION.reply, words.card.buttons.reply, value), ctx, MINE);
  });
  const blocks = [
    ...(promises.total === 0 ? [] : [all(`*${words.promises.yours(promises.total)}*`), ...mine]),
    ...(isLead && brokenPromises > 0 ? [all(`⏰ *${words.promises.brokenInTeam(brokenPromises)}*`)] : []),
  ];
  return blocks.length === 0 ? [] : [divider, ...blocks];
}

function row(action: string, text: string, ctx: ViewContext, look = { owner: true }): Row {
  return (mention, alike) =>
    mentionRow(mention, button(action, text, pressValue({ ref: refOf(mention) })), ctx, { ...look, alike });
}

/** One press claims all who share a card, as it does there. */
function claimRow(ctx: ViewContext): Row {
  const one = row(ACTION.claim, ctx.words.card.buttons.claim, ctx);
  return (mention, alike) =>
    alike === 0 ? one(mention, alike) : row(ACTION.foldClaim, ctx.words.fold.claimAll(alike + 1), ctx)(mention, alike);
}

function showAll(kind: ListKind, ctx: ViewContext) {
  return button(ACTION.openList, ctx.words.home.buttons.showAll, pageValue(kind, 1));
}

function loads({ shown, total }: Home['loads'], { words: { home: words, together } }: ViewContext): string {
  const line = ({ owner, open, overdue, promises, snoozed }: Load) =>
    [
      words.load(user(owner), open),
      ...(overdue > 0 ? [words.loadLate(overdue)] : []),
      ...(promises > 0 ? [together.part.promises(promises)] : []),
      ...(snoozed > 0 ? [words.loadSnoozed(snoozed)] : []),
    ].join(', ');
  const lines = total === 0 ? [words.nobodyCarries] : shown.map(line);
  const more = total - shown.length;
  return [`*${words.loads}*`, ...lines, ...(more > 0 ? [words.moreLoads(more)] : [])].join('\n');
}
