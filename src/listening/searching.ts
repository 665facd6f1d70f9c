import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { tellChannel } from '../desk/channel-lines.ts';
import type { ChannelNote } from '../desk/channel-note.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import { channelRef } from '../desk/ref.ts';
import type { Network, PostsRead } from '../networks/index.ts';
import type { Store } from '../store/index.ts';

interface SearchDeps {
  readonly network: Network;
  readonly store: Store;
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** null: no search. */
  readonly words: string | null;
  readonly everyMs: number;
  /** Whether money may be spent on it now. */
  readonly maySearch: () => boolean;
  /** Saves what was found; the cursor moves only afterwards. */
  readonly save: (found: PostsRead) => Promise<void>;
}

export interface Searching {
  /** Searches when it is due. Never throws for the network's sake: mentions go on without it. */
  look(notBefore: Date): Promise<void>;
}

/** An account that may not search, or words that are no query, do not mend themselves within minutes. */
const AFTER_REFUSAL_MS = 60 * MINUTE_MS;

/** Finds posts that have the team's words and do not name us. */
export function createSearching(deps: SearchDeps): Searching {
  const { network, store, channel, clock, log, words, everyMs } = deps;
  const cursorName = `search:${network.name}`;
  let dueAtMs = clock.monotonicMs();

  /** Once for these words: whoever runs the app reads it, and changes them. */
  async function say(note: ChannelNote, about: string): Promise<void> {
    const key = `${note.type}:${network.name}:${createHash('sha256').update(about).digest('hex').slice(0, 16)}`;
    await store.change(channelRef(channel), (state) => tellChannel(state, key, note));
  }

  async function search(wanted: string, notBefore: Date): Promise<void> {
    const since = await store.readCursor(cursorName);
    const found = await network.readSearch(wanted, since, notBefore);
    await deps.save(found);
    if (found.cursor !== null && found.cursor !== since) await store.saveCursor(cursorName, found.cursor);
    if (found.tooMany) await say({ type: 'search-flood', network: network.name }, wanted);
    if (found.posts.length > 0) log.info({ network: network.name, posts: found.posts.length }, 'listening: found');
  }

  return {
    async look(notBefore) {
      if (words === null || clock.monotonicMs() < dueAtMs || !deps.maySearch()) return;
      dueAtMs = clock.monotonicMs() + everyMs;
      try {
        await search(words, notBefore);
      } catch (error) {
        if (!(error instanceof CallFault)) throw error;
        const { fault } = error;
        log.warn({ network: network.name, fault }, 'listening: could not search');
        if (fault.act === 'retry') dueAtMs = clock.monotonicMs() + Math.max(fault.afterMs, everyMs);
        if (fault.act !== 'give-up') return;
        dueAtMs = clock.monotonicMs() + Math.max(AFTER_REFUSAL_MS, everyMs);
        // That the credits are used up concerns everything, and the mentions say so.
        if (fault.code === 'out-of-credits') return;
        await say({ type: 'search-refused', network: network.name, why: fault.why }, `${words} ${fault.code}`);
      }
    },
  };
}
