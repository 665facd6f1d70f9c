import { waitingForApproval } from './approval-rounds.ts';
import { channelsOf } from './channels.ts';
import type { Desk } from './desk.ts';
import { type DayFigures, dayFigures, dayStart } from './figures.ts';
import type { Incident } from './incident.ts';
import { MINUTE_MS, type UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { inOrder } from './order.ts';
import type { Person } from './person.ts';
import { type Promised, type PromiseFigures, promiseFigures, promisesOf } from './promise-list.ts';
import { isBroken, openPromises } from './promises.ts';
import type { Publication } from './publication.ts';
import type { Publisher } from './publishing.ts';
import { type OnCards, onCards } from './shared-card.ts';
import { isOverdue } from './sla.ts';

/** The first of a list, and how many there are. */
export interface Shown<T> {
  readonly shown: readonly T[];
  readonly total: number;
}

/** How much somebody carries. */
export interface Load {
  readonly owner: UserId;
  readonly open: number;
  readonly overdue: number;
  /** Open promises, also on what is answered already. */
  readonly promises: number;
  /** Of the open ones, those that are put off. */
  readonly snoozed: number;
}

/** What one person's home tab shows. */
export interface Home {
  readonly user: UserId;
  /** Whether they get direct messages beyond those that must reach them. */
  readonly dms: boolean;
  /** The channels with cards, the team's own first. */
  readonly channels: readonly string[];
  readonly figures: DayFigures;
  /** Past due, whoever has them. */
  readonly overdue: number;
  /** The running ones, newest first. */
  readonly incidents: Shown<Incident>;
  /** Nobody has them; what is urgent first, then the customer who has really waited longest, as in the next two. */
  readonly unclaimed: OnCards;
  readonly mine: OnCards;
  /** Mine too, and put off until later. */
  readonly snoozed: Shown<Mention>;
  /** The times by which this person said that they would be back: broken first, then the earliest. */
  readonly promises: Shown<Promised>;
  /** The team's broken promises; for leads. */
  readonly brokenPromises: number;
  /** Of the promises that fell due today. */
  readonly promiseFigures: PromiseFigures;
  /** Past due, and a colleague has them. */
  readonly overdueElsewhere: OnCards;
  /** Who carries how much, the most first; for leads. */
  readonly loads: Shown<Load>;
  /** Texts that wait for a second person, the oldest first; for whoever may publish. */
  readonly approvals: Shown<Awaiting>;
}

/** A text that waits for a second person, of a mention or an incident. */
export interface Awaiting {
  readonly about: Publisher;
  readonly publication: Publication;
}

/** All that a home tab is drawn from. */
export interface HomeSource {
  /** All there are: the figures are taken of them. */
  readonly mentions: readonly Mention[];
  /** Those that are over too: their apologies may wait for a second person. */
  readonly incidents: readonly Incident[];
}

/** Rows; a home tab takes 100 blocks. */
const MOST = {
  unclaimed: 20,
  mine: 12,
  snoozed: 4,
  promises: 8,
  overdueElsewhere: 10,
  incidents: 5,
  approvals: 2,
  loads: 20,
} as const;
/** How long customers have waited is told in minutes: a tab that says so is drawn again now and then. */
const FRESH_MS = 5 * MINUTE_MS;
/** An autumn day may have 25 hours; so long after its beginning the next has begun, and not the one after. */
const LONGEST_DAY_MS = 26 * 60 * MINUTE_MS;

/** The same for everybody, worked out once for many tabs. */
export interface Desktop {
  readonly channels: readonly string[];
  readonly figures: DayFigures;
  readonly overdue: number;
  readonly incidents: Shown<Incident>;
  /** Open mentions: what is urgent first, then the longest wait. */
  readonly open: readonly { readonly mention: Mention; readonly isOverdue: boolean }[];
  readonly loads: Shown<Load>;
  /** All open promises, of answered mentions too. */
  readonly promised: readonly Promised[];
  readonly brokenPromises: number;
  readonly promiseFigures: PromiseFigures;
  readonly approvals: Shown<Awaiting>;
}

/** All channels together: who is at the desk works for every one of them. */
export function desktopOf({ mentions, incidents }: HomeSource, desk: Desk, now: Date): Desktop {
  const open = inOrder(mentions.filter(isOpen)).map((mention) => ({ mention, isOverdue: isOverdue(mention, now) }));
  const promised = promisesOf(mentions, now);
  const today = dayStart(desk.settings.officeHours.timeZone, now);
  const tomorrow = dayStart(desk.settings.officeHours.timeZone, new Date(Date.parse(today) + LONGEST_DAY_MS));
  const running = incidents.filter((incident) => incident.status === 'running');
  return {
    channels: channelsOf(desk.settings, desk.channel),
    figures: dayFigures(mentions, desk.settings.officeHours.timeZone, now),
    overdue: open.filter((one) => one.isOverdue).length,
    incidents: first(running.toReversed(), MOST.incidents),
    open,
    loads: first(loadsOf(open, mentions), MOST.loads),
    promised,
    brokenPromises: promised.filter(({ promise }) => isBroken(promise, now)).length,
    promiseFigures: promiseFigures(mentions, today, tomorrow),
    approvals: first(awaiting([...incidents, ...mentions]), MOST.approvals),
  };
}

export function homeOf({ id: user, dms }: Pick<Person, 'id' | 'dms'>, { open, promised, ...shared }: Desktop): Home {
  const which = (isWanted: (mention: Mention, late: boolean) => boolean) =>
    open.filter((one) => isWanted(one.mention, one.isOverdue)).map((one) => one.mention);
  return {
    ...shared,
    user,
    dms,
    unclaimed: onCards(
      which(({ owner }) => owner === null),
      MOST.unclaimed,
    ),
    mine: onCards(
      which(({ owner, snooze }) => owner === user && snooze === null),
      MOST.mine,
    ),
    snoozed: first(
      which(({ owner, snooze }) => owner === user && snooze !== null),
      MOST.snoozed,
    ),
    promises: first(
      promised.filter(({ promise }) => promise.owner === user),
      MOST.promises,
    ),
    overdueElsewhere: onCards(
      which(({ owner }, late) => late && owner !== null && owner !== user),
      MOST.overdueElsewhere,
    ),
  };
}

/** Changes whenever a home tab would show something else, and every few minutes for the sake of the times in it. */
export function homeDigest(home: Home, desk: Desk, now: Date): string {
  const rows = ({ shown, total, alike = {} }: OnCards) =>
    [total, Object.values(alike).join(), ...shown.map((mention) => rowDigest(mention, now))].join(' ');
  return [
    Math.floor(now.getTime() / FRESH_MS),
    desk.settings.language,
    desk.paused?.at ?? '',
    home.dms,
    home.channels.join(' '),
    // Leads see more than others.
    [...desk.settings.leads, '/', ...desk.settings.publishers].join(' '),
    Object.values(home.figures).join(' '),
    home.overdue,
    home.incidents.total,
    home.incidents.shown.map((one) => `${one.id} ${one.updateDueAt} ${one.card?.ts}`).join(' '),
    rows(home.unclaimed),
    rows(home.mine),
    rows(home.snoozed),
    rows(home.overdueElsewhere),
    home.promises.total,
    home.promises.shown.map((one) => `${rowDigest(one.mention, now)} ${promiseDigest(one, now)}`).join(' '),
    home.brokenPromises,
    Object.values(home.promiseFigures).join(' '),
    home.approvals.total,
    home.approvals.shown.map(({ about, publication }) => `${about.id} ${publication.id}`).join(' '),
    home.loads.total,
    home.loads.shown
      .map(({ owner, open, overdue, promises, snoozed }) => `${owner} ${open} ${overdue} ${promises} ${snoozed}`)
      .join(' '),
  ].join('|');
}

function awaiting(all: readonly Publisher[]): readonly Awaiting[] {
  return all
    .flatMap((about) => waitingForApproval(about).map((publication) => ({ about, publication })))
    .toSorted((a, b) => a.publication.pressedAt.localeCompare(b.publication.pressedAt));
}

function promiseDigest({ promise }: Promised, now: Date): string {
  return `${promise.id},${promise.dueAt},${isBroken(promise, now)}`;
}

function rowDigest(mention: Mention, now: Date): string {
  return `${mention.id},${mention.kind},${mention.urgency.level},${mention.owner},${isOverdue(mention, now)},${mention.card?.ts},${mention.snooze?.until}`;
}

function isOpen({ status }: Mention): boolean {
  return status !== 'answered' && status !== 'closed';
}

function loadsOf(open: Desktop['open'], all: readonly Mention[]): Load[] {
  const loads = new Map<UserId, Load>();
  const add = (owner: UserId | null, what: Partial<Record<Exclude<keyof Load, 'owner'>, number>>) => {
    if (owner === null) return;
    const before = loads.get(owner) ?? { owner, open: 0, overdue: 0, promises: 0, snoozed: 0 };
    loads.set(owner, {
      owner,
      open: before.open + (what.open ?? 0),
      overdue: before.overdue + (what.overdue ?? 0),
      promises: before.promises + (what.promises ?? 0),
      snoozed: before.snoozed + (what.snoozed ?? 0),
    });
  };
  for (const { mention, isOverdue: late } of open) {
    add(mention.owner, { open: 1, overdue: late ? 1 : 0, snoozed: mention.snooze === null ? 0 : 1 });
  }
  for (const promise of all.flatMap(openPromises)) add(promise.owner, { promises: 1 });
  return [...loads.values()].toSorted((a, b) => b.open - a.open || b.overdue - a.overdue);
}

function first<T>(all: readonly T[], most: number): Shown<T> {
  return { shown: all.slice(0, most), total: all.length };
}
