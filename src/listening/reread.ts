import type { Clock } from '../clock.ts';
import { type Instant, plusMs } from '../desk/instant.ts';
import type { Network, NetworkPost, PostsRead } from '../networks/index.ts';
import { restoredOf, type Store } from '../store/index.ts';

interface RereadDeps {
  readonly network: Network;
  readonly store: Store;
  readonly clock: Clock;
  /** How far a first read goes back. */
  readonly backfillMs: number;
  readonly saveMentions: (read: PostsRead) => Promise<unknown>;
  /** Settles what posts of our own answer. */
  readonly applyOwn: (read: PostsRead) => Promise<void>;
}

export interface Reread {
  /** Does it when it is due. @throws CallFault, StoreFault: then it is tried again with the next read */
  look(): Promise<void>;
  /**
   * Since when a post that is new to the store may have a card already: the store has forgotten what it knew of that time.
   * null of all others.
   */
  seekFrom(post: Pick<NetworkPost, 'at'>): Instant | null;
}

/**
 * The store has forgotten something: a file of it was lost, or it was restored from a backup. What the network still shows
 * of that time is read again, once: mentions, whose known ones are left alone, and our own posts, which say what was
 * answered. After a restore mentions are read from the backup's cursor on, which is as old as the backup.
 */
export function createReread({ network, store, clock, backfillMs, saveMentions, applyOwn }: RereadDeps): Reread {
  const doneName = `reread:${network.name}`;
  let until: Instant | null = null;

  async function look(): Promise<void> {
    const lostAt = store.lost().at(-1)?.at ?? null;
    const restored = await restoredOf(store);
    until = later(lostAt, restored?.at ?? null);
    const cause = `${lostAt ?? '-'} ${restored?.mark ?? '-'}`;
    if (until === null || (await store.readCursor(doneName)) === cause) return;
    const backfill = plusMs(clock.now(), -backfillMs);
    const ownFrom = restored === null || restored.backup > backfill ? backfill : restored.backup;
    const own = await network.readOwn(null, new Date(ownFrom));
    const since = lostAt === null ? await store.readCursor(`mentions:${network.name}`) : null;
    await saveMentions(await network.readMentions(since, new Date(backfill)));
    await applyOwn(own);
    await store.saveCursor(doneName, cause);
  }

  return {
    look,
    seekFrom: ({ at }) => (until !== null && at < until ? at : null),
  };
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
