import type { Deed } from './deed.ts';
import { APP, CUSTOMER } from './history.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { HistoryEntry } from './publication.ts';

/** What a colleague who was asked does. */
const ANSWERS: readonly Deed[] = ['escalation-answered', 'escalation-taken', 'escalation-sent-back'];

/** When its owner last did something with it, or was given it; null while nobody has it. */
export function lastTouch(mention: Mention): Instant | null {
  return latest(mention, (entry) => isTouch(entry, mention));
}

/**
 * Since when it has lain with its owner untouched: what customers, an asked colleague or the app brought since is given
 * its time too. Null while nobody has it.
 */
export function lyingSince(mention: Mention): Instant | null {
  const isNews = (entry: HistoryEntry) =>
    isTouch(entry, mention) || entry.by === CUSTOMER || isBrought(entry) || ANSWERS.includes(entry.did);
  return latest(mention, isNews);
}

/** That it has a card now is no news of it: what brought that about is. */
function isBrought({ by, did }: HistoryEntry): boolean {
  return by === APP && did !== 'unfolded';
}

function isTouch({ by, did }: HistoryEntry, { owner }: Mention): boolean {
  return by === owner || did === 'handed-over';
}

function latest(mention: Mention, which: (entry: HistoryEntry) => boolean): Instant | null {
  if (mention.owner === null) return null;
  const entry = mention.history.findLast(which)?.at ?? mention.posts[0].at;
  return mention.touchedAt !== null && mention.touchedAt > entry ? mention.touchedAt : entry;
}
