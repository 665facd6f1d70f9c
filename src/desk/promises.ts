import type { UserId } from './instant.ts';
import type { Mention, PublicPromise } from './mention.ts';

/** The promises that are neither kept nor dropped, the earliest first. */
export function openPromises(mention: Mention): readonly PublicPromise[] {
  return mention.promises.filter(({ ended }) => ended === null).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/**
 * The mention with its open promises in other hands.
 * @param from whose promises change hands; null stands for those that nobody has
 * @param to null: they wait for whoever opens the desk
 */
export function promisesPassed(mention: Mention, from: UserId | null, to: UserId | null): Mention {
  if (!mention.promises.some((one) => one.ended === null && one.owner === from)) return mention;
  return {
    ...mention,
    promises: mention.promises.map((one) => (one.ended === null && one.owner === from ? { ...one, owner: to } : one)),
  };
}
