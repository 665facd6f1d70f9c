import type { Grave } from './lock-words.ts';

/** How soon a mention has its turn, whatever its kind. */
export const LEVELS = ['usual', 'raised', 'urgent'] as const;
export type UrgencyLevel = (typeof LEVELS)[number];

/** Why a mention is more urgent than its kind says. */
export type UrgencyReason =
  /** Words that nobody may pass over. */
  | { readonly type: Grave; readonly words: readonly string[] }
  /** How far it reaches: people who follow its author, like it or pass it on. */
  | { readonly type: 'followers' | 'likes' | 'reposts'; readonly count: number }
  /** So many posts of this person wait without an answer. */
  | { readonly type: 'repeats'; readonly count: number }
  /** Its author is on the team's list. */
  | { readonly type: 'vip' }
  /** A rule of the team's says so. */
  | { readonly type: 'rule'; readonly level: 'raised' | 'urgent' };

/** Saved with the mention: how urgent it is, and why. */
export interface Urgency {
  readonly level: UrgencyLevel;
  readonly reasons: readonly UrgencyReason[];
}

export const USUAL: Urgency = { level: 'usual', reasons: [] };
