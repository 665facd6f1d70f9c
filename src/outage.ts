import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { CallFault } from './desk/fault.ts';
import { type Instant, SECOND_MS } from './desk/instant.ts';
import type { SlackMessage } from './desk/ref.ts';
import { type Observer, UNOBSERVED } from './observer.ts';
import type { Bulletin } from './slack/index.ts';
import { type Store, tryToSave } from './store/index.ts';

/** Since when writes fail, by the monotonic clock and in words; hears it as an observer. */
export interface FailedWrites extends Observer {
  read(): { readonly since: Instant; readonly forMs: number; readonly quietMs: number } | null;
  /** All of that is over. */
  forget(): void;
}

export function createFailedWrites(clock: Clock): FailedWrites {
  let first: { readonly since: Instant; readonly atMs: number } | null = null;
  let lastAtMs = 0;
  return {
    ...UNOBSERVED,
    saved(_ms, isSaved) {
      // What is saved ends nothing by itself: perhaps only some files can't be written.
      if (isSaved) return;
      lastAtMs = clock.monotonicMs();
      first ??= { since: clock.now().toISOString(), atMs: lastAtMs };
    },
    read() {
      const now = clock.monotonicMs();
      return first && { since: first.since, forMs: now - first.atMs, quietMs: now - lastAtMs };
    },
    forget() {
      first = null;
    },
  };
}

interface OutageDeps {
  readonly writes: FailedWrites;
  readonly store: Pick<Store, 'saveCursor'>;
  readonly bulletin: Bulletin;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Outage {
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5 * SECOND_MS;
/** A write that fails and then goes well is no outage. */
const TOLD_AFTER_MS = 10 * SECOND_MS;
const OVER_AFTER_MS = 10 * SECOND_MS;

/**
 * Tells the channel that nothing can be saved, once in an outage, and in the same message when it is over: while nobody
 * presses anything, nobody would see that no mention comes any more.
 *
 * This message alone is no saved effect, because nothing can be saved: it is posted past the store and remembered in
 * memory. A process that dies in an outage leaves it standing as it is; the next one can't start before the disk takes
 * its lock, and tells of an outage of its own.
 */
export function createOutage({ writes, store, bulletin, clock, log }: OutageDeps): Outage {
  let told: { readonly since: Instant; readonly message: SlackMessage | null } | null = null;
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancelTimer = () => {};

  async function look(): Promise<void> {
    if (writes.read() === null) return;
    const code = await tryToSave(store, clock.now());
    const trouble = writes.read();
    if (trouble === null) return;
    if (code === null && trouble.quietMs >= OVER_AFTER_MS) return over();
    if (told === null && trouble.forMs >= TOLD_AFTER_MS) {
      const { since } = trouble;
      told = { since, message: await posted(() => bulletin.cantSave(since, code ?? 'write-failed')) };
    }
  }

  async function over(): Promise<void> {
    const before = told;
    if (before !== null)
      await posted(() => bulletin.savesAgain(before.message, before.since, clock.now().toISOString()));
    told = null;
    writes.forget();
  }

  /** One that may be there is not posted again: at most once is better here than at least once. */
  async function posted(say: () => Promise<SlackMessage>): Promise<SlackMessage | null> {
    try {
      return await say();
    } catch (error) {
      if (error instanceof CallFault && error.fault.act === 'unclear') return null;
      throw error;
    }
  }

  function run(): void {
    if (isStopped) return;
    underWay = look()
      .catch((error: unknown) => log.warn({ err: error }, 'outage: the channel could not be told yet, trying again'))
      .then(() => {
        if (!isStopped) cancelTimer = clock.after(LOOK_EVERY_MS, run);
      });
  }

  return {
    start: run,
    async stop() {
      isStopped = true;
      cancelTimer();
      await underWay;
    },
  };
}
