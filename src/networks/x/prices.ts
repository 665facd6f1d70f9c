import type { SpendingItem } from '../../desk/spending.ts';

/**
 * X's prices in millionths of a dollar, pay per use, August 2026: https://docs.x.com/x-api/getting-started/pricing.
 * A post or a user is billed once in a UTC day, however often it is read; a call that fails is not billed.
 */
export const X_PRICES: Readonly<Record<SpendingItem, number>> = {
  'mention-read': 1_000,
  'own-read': 1_000,
  'other-read': 5_000,
  'user-read': 10_000,
  /** To somebody who mentioned or quoted us. */
  reply: 10_000,
  post: 15_000,
  'post-with-link': 200_000,
  delete: 10_000,
};
