import { share } from './figures.ts';
import type { Instant } from './instant.ts';
import type { Mention, PublicPromise } from './mention.ts';
import { isBroken, openPromises, wasKept } from './promises.ts';

/** An open promise with the mention to whose customer it was made. */
export interface Promised {
  readonly mention: Mention;
  readonly promise: PublicPromise;
}

/** How many of the promises that fell due in some time were kept; a share is from 0 to 1, and null of none. */
export interface PromiseFigures {
  readonly kept: number;
  readonly due: number;
  readonly share: number | null;
}

/** The open promises of some mentions, whatever their status: broken ones first, then the earliest. */
export function promisesOf(mentions: readonly Mention[], now: Date): readonly Promised[] {
  const order = ({ promise }: Promised) => `${isBroken(promise, now) ? 0 : 1} ${promise.dueAt}`;
  return mentions
    .flatMap((mention) => openPromises(mention).map((promise) => ({ mention, promise })))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Of the promises that fell due from `start` until just before `end`: those kept, of those kept or broken. */
export function promiseFigures(mentions: readonly Mention[], start: Instant, end: Instant): PromiseFigures {
  const verdicts = mentions.flatMap(({ promises }) =>
    promises.flatMap((one) => (one.dueAt >= start && one.dueAt < end ? (wasKept(one) ?? []) : [])),
  );
  const kept = verdicts.filter(Boolean).length;
  return { kept, due: verdicts.length, share: share(kept, verdicts.length) };
}
