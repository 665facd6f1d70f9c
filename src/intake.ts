import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { CallFault } from './desk/fault.ts';
import { MINUTE_MS } from './desk/instant.ts';
import type { Triage } from './desk/triage.ts';
import { createOwnPosts, holdFor } from './listening/own.ts';
import { createRecheck } from './listening/recheck.ts';
import { createRefusals } from './listening/refusals.ts';
import { createReread } from './listening/reread.ts';
import { createSaving } from './listening/saving.ts';
import { createSearching } from './listening/searching.ts';
import { isStoreTrouble } from './listening/trouble.ts';
import type { Network } from './networks/index.ts';
import type { Observer } from './observer.ts';
import type { Store } from './store/index.ts';

interface IntakeDeps {
  readonly network: Network;
  readonly store: Store;
  readonly desk: () => Desk;
  /** What a post probably is. */
  readonly triage: Triage;
  /** The team's own channel, which gets every card that no rule sends elsewhere. */
  readonly channel: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Hears how each read of the mentions ended. */
  readonly observer: Observer;
  readonly pollMs: number;
  /** How far back the very first read goes. */
  readonly backfillMs: number;
  /** Between two reads of our own posts; 0: never. */
  readonly ownMs: number;
  /** The words of posts that do not name us; null: no search. */
  readonly search: string | null;
  readonly searchMs: number;
  /** Between two looks whether posts that wait for an answer are still there; 0: never. */
  readonly recheckMs: number;
  /** Whether money may be spent on searches now; mentions are read at any price. */
  readonly maySearch: () => boolean;
}

export interface Intake {
  /** Resolves when the first read is over, well or not. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A read that brought so many posts is followed by the next one sooner: a surge must not outrun what X remembers. */
const BUSY_POSTS = 100;
const BUSY_FACTOR = 4;
/** X allows 300 reads of mentions in 15 minutes: one in 3 seconds. */
const SHORTEST_POLL_MS = 3_000;
/** X lists some posts late, below others that were read already: now and then a read begins so much earlier. */
const LOOK_BACK_MS = 15 * MINUTE_MS;
const LOOK_BACK_EVERY_MS = 5 * MINUTE_MS;
/** Networks → desk: reads what is new, saves it, and only then moves the cursor. */
export function createIntake(deps: IntakeDeps): Intake {
  const { network, store, desk, triage, channel, clock, log, observer, pollMs, backfillMs } = deps;
  const cursorName = `mentions:${network.name}`;
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancelTimer = () => {};
  const { ownMs, search, searchMs, recheckMs, maySearch } = deps;
  let lookedBackAtMs = Number.NEGATIVE_INFINITY;
  const shared = { network, store, clock, log };
  const saving = createSaving({ ...shared, desk, triage, channel, seekFrom: (post) => reread.seekFrom(post) });
  const refusals = createRefusals({ network: network.name, store, channel, clock, pollMs });
  const ownPosts = createOwnPosts({ ...shared, desk, channel, everyMs: ownMs, holdMs: holdFor(searchMs) });
  const searching = createSearching({
    ...shared,
    channel,
    words: search,
    everyMs: searchMs,
    maySearch,
    save: async (found) => void (await saving.saveAll(found, 'search')),
  });
  const recheck = createRecheck({
    ...shared,
    desk,
    everyMs: recheckMs,
    mayLook: maySearch,
    // It keeps how it was found: what a look brings is known under an older id.
    save: async (post) => void (await saving.saveOrSetAside(post, 'search')),
  });
  const reread = createReread({
    ...shared,
    backfillMs,
    saveMentions: (read) => saving.saveAll(read, 'mention'),
    applyOwn: (read) => ownPosts.apply({ since: null, read }),
  });

  /** Returns the milliseconds until the next read. */
  async function poll(): Promise<number> {
    try {
      await reread.look();
      const since = await store.readCursor(cursorName);
      const notBefore = new Date(clock.now().getTime() - backfillMs);
      // Before the mentions, and applied after them: an answer is never seen before what it answers.
      const own = await ownPosts.look(notBefore);
      const isLookBack = clock.monotonicMs() - lookedBackAtMs >= LOOK_BACK_EVERY_MS;
      const read = await network.readMentions(since, notBefore, isLookBack ? LOOK_BACK_MS : 0);
      const saved = await saving.saveAll(read, 'mention');
      if (isLookBack) lookedBackAtMs = clock.monotonicMs();
      if (own !== null) await ownPosts.apply(own);
      if (read.cursor !== null && read.cursor !== since) await store.saveCursor(cursorName, read.cursor);
      if (saved > 0) log.info({ network: network.name, posts: saved }, 'intake: mentions saved');
      await refusals.over();
      observer.mentionsRead(network.name, read.isCut ?? false);
      await searching.look(notBefore);
      return saved >= BUSY_POSTS ? Math.min(pollMs, Math.max(pollMs / BUSY_FACTOR, SHORTEST_POLL_MS)) : pollMs;
    } catch (error) {
      return afterFault(error);
    }
  }

  async function afterFault(error: unknown): Promise<number> {
    const fault = error instanceof CallFault ? error.fault : null;
    log.error({ network: network.name, err: error, fault }, 'intake: could not read mentions, trying again');
    observer.mentionsUnread(network.name, fault?.why ?? null, fault?.act === 'give-up' || isStoreTrouble(error));
    if (fault?.act === 'retry') return Math.max(pollMs, fault.afterMs);
    // The disk may refuse that as well.
    return (await refusals.failed(error).catch(() => null)) ?? pollMs;
  }

  function run(): void {
    if (isStopped) return;
    underWay = poll().then((nextMs) => {
      if (!isStopped) cancelTimer = clock.after(nextMs, run);
    });
  }

  return {
    start() {
      run();
      recheck.start();
      return underWay;
    },
    async stop() {
      isStopped = true;
      cancelTimer();
      await Promise.all([underWay, recheck.stop()]);
    },
  };
}
