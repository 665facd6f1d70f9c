import type { Instant, UserId } from './instant.ts';
import type { SlackMessage } from './ref.ts';
import type { Stretch, SurgeSignal } from './surge-limit.ts';

/** Unusually many mentions in a short time, as the team's own channel keeps it: one message, drawn again as it grows. */
export interface Surge {
  /** `s1`, `s2`, … */
  readonly id: string;
  readonly signal: SurgeSignal;
  /** In how many minutes they are counted. */
  readonly minutes: Stretch;
  readonly startedAt: Instant;
  /** Where the stretch began in which it was found. */
  readonly since: Instant;
  /** In the last stretch, and what one like it usually brings. */
  readonly count: number;
  readonly usual: number;
  /** The highest that `count` was. */
  readonly peak: number;
  /** Since it began. */
  readonly total: number;
  /** What its posts have in common and other days' have not. */
  readonly words: readonly string[];
  /** The mention that most of the others resemble; null where they tell of many things. */
  readonly like: string | null;
  /** A running incident that seems to explain it. */
  readonly suggested: string | null;
  /** The incident that somebody started from it, or linked it to. */
  readonly explained: { readonly incident: string; readonly by: UserId; readonly at: Instant } | null;
  /** Since when its numbers have been as usual again. */
  readonly calmSince: Instant | null;
  readonly endedAt: Instant | null;
  /** Somebody said that it is none; until when there is to be no other. */
  readonly dismissed: { readonly by: UserId; readonly at: Instant; readonly until: Instant } | null;
  /** When its numbers were last taken. */
  readonly updatedAt: Instant;
  readonly message: SlackMessage | null;
}

/** What every surge begins with. */
export const NEW_SURGE = {
  words: [],
  like: null,
  suggested: null,
  explained: null,
  calmSince: null,
  endedAt: null,
  dismissed: null,
  message: null,
} as const satisfies Partial<Surge>;

/** Neither over nor called none. */
export function isOn({ endedAt, dismissed }: Surge): boolean {
  return endedAt === null && dismissed === null;
}

/** Whether who is on call is still to be called about it. */
export function isUnexplained(surge: Surge): boolean {
  return isOn(surge) && surge.explained === null;
}
