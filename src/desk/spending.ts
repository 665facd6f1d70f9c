import { type Decision, decided } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan, type SpendingNews } from './effect.ts';
import { channelRef } from './ref.ts';

/** What a network bills, in the order in which people are shown it. */
export const SPENDING_ITEMS = [
  'mention-read',
  'own-read',
  'other-read',
  'user-read',
  'reply',
  'post',
  'post-with-link',
  'delete',
] as const;
export type SpendingItem = (typeof SPENDING_ITEMS)[number];

/** What one kind of call came to. Money is counted in millionths of a dollar, so that sums are whole numbers. */
export interface Spent {
  readonly calls: number;
  /** What was billed: posts or users read, posts written. */
  readonly units: number;
  readonly micros: number;
}

export type SpentByItem = Readonly<Partial<Record<SpendingItem, Spent>>>;

/** One day as the network's bill counts them: by UTC. */
export interface SpendingDay {
  /** `2026-11-24` */
  readonly day: string;
  readonly items: SpentByItem;
}

/** What we spent on a network, by day. */
export interface Spending {
  readonly type: 'spending';
  /** The network's name. */
  readonly id: string;
  /** Oldest first, without days on which nothing was done. */
  readonly days: readonly SpendingDay[];
  /** The day of which the channel was told that most of the cap is spent. */
  readonly warnedOn: string | null;
  /** The day on which searches pause; null while they go on. */
  readonly pausedOn: string | null;
}

/** What every account of spending begins with. */
export const NEW_SPENDING = {
  type: 'spending',
  days: [],
  warnedOn: null,
  pausedOn: null,
} as const satisfies Partial<Spending>;

/** The most that a day may cost before searches pause, and whom it concerns. */
export interface SpendingCap {
  /** null: no cap. */
  readonly micros: number | null;
  /** The channel that is told. */
  readonly channel: string;
}

export const MICROS = 1_000_000;
/** Two whole months, so that this month and the last can always be shown. */
const KEPT_DAYS = 62;
const DAY_MS = 24 * 60 * 60_000;
const WARN_SHARE = 0.8;

export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Adds what was done since the last time; the channel is told what follows from it. */
export function spend(state: Spending, done: readonly SpendingDay[], cap: SpendingCap, now: Date): Decision<Spending> {
  const oldest = utcDay(new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  const days = done.reduce(added, state.days).filter(({ day }) => day > oldest);
  return capped({ ...state, days }, cap, now);
}

/**
 * Warns at four fifths of the cap, pauses searches at the cap and lets them go on the next day (or under a higher cap);
 * the channel is told each of it once a day. Null when there is nothing to say.
 */
export function watchSpending(state: Spending, cap: SpendingCap, now: Date): Decision<Spending> | null {
  const decision = capped(state, cap, now);
  return decision.effects.length === 0 ? null : decision;
}

/** Searches may wait for tomorrow; mentions, our own timeline and publishing never do. */
export function maySearch(spentTodayMicros: number, capMicros: number | null): boolean {
  return capMicros === null || spentTodayMicros < capMicros;
}

/** All that was spent from one day on, by kind of call. */
export function spentSince(days: readonly SpendingDay[], first: string): SpentByItem {
  return days
    .filter(({ day }) => day >= first)
    .reduce<SpendingDay[]>((sum, { items }) => added(sum, { day: first, items }), [])
    .reduce<SpentByItem>((_, { items }) => items, {});
}

export function totalMicros(items: SpentByItem): number {
  return SPENDING_ITEMS.reduce((sum, item) => sum + (items[item]?.micros ?? 0), 0);
}

/** The days with one more put in, in their order. */
export function added(days: readonly SpendingDay[], { day, items }: SpendingDay): SpendingDay[] {
  const before = days.find((one) => one.day === day)?.items ?? {};
  const both = { ...before };
  for (const item of SPENDING_ITEMS) {
    const [one, more] = [before[item], items[item]];
    if (more === undefined) continue;
    both[item] = {
      calls: (one?.calls ?? 0) + more.calls,
      units: (one?.units ?? 0) + more.units,
      micros: (one?.micros ?? 0) + more.micros,
    };
  }
  return [...days.filter((one) => one.day !== day), { day, items: both }].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function capped(state: Spending, cap: SpendingCap, now: Date): Decision<Spending> {
  const today = utcDay(now);
  const micros = totalMicros(spentSince(state.days, today));
  const effects: PlannedEffect[] = [];
  const tell = (change: SpendingNews['change']) =>
    effects.push(
      plan(
        {
          type: 'tell',
          id: `spending:${state.id}:${today}:${change}`,
          to: channelRef(cap.channel),
          news: { type: 'spending', change, network: state.id, micros, capMicros: cap.micros ?? 0 },
        },
        PRIORITY.channel,
      ),
    );
  let { warnedOn, pausedOn } = state;
  if (!maySearch(micros, cap.micros)) {
    if (pausedOn !== today) tell('paused');
    [warnedOn, pausedOn] = [today, today];
  } else {
    if (pausedOn !== null) tell('resumed');
    pausedOn = null;
    if (cap.micros !== null && micros >= cap.micros * WARN_SHARE && warnedOn !== today) {
      tell('warned');
      warnedOn = today;
    }
  }
  return decided({ ...state, warnedOn, pausedOn }, effects);
}
