import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { decided } from './desk/decision.ts';
import { MINUTE_MS, SECOND_MS } from './desk/instant.ts';
import type { Ref } from './desk/ref.ts';
import {
  added,
  maySearch,
  NEW_SPENDING,
  type Spending,
  type SpendingCap,
  type SpendingDay,
  spend,
  spentSince,
  totalMicros,
  utcDay,
  watchSpending,
} from './desk/spending.ts';
import type { Meter } from './networks/index.ts';
import type { Store } from './store/index.ts';

interface SpendingDeps {
  readonly store: Store;
  /** The network's name. */
  readonly network: string;
  readonly cap: SpendingCap;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps account of what a network bills, beside the work and never in its way. */
export interface SpendingBook {
  readonly meter: Meter;
  /** Whether a search may be made now, by what was spent today. */
  maySearch(): boolean;
  /** Everything so far, also what is not saved yet. */
  read(): Promise<Spending>;
  stop(): Promise<void>;
}

/** What costs money is saved soon; that a read found nothing can wait. */
const SAVE_WITHIN_MS = 5 * SECOND_MS;
const SAVE_FREE_WITHIN_MS = 10 * MINUTE_MS;
const LOOK_EVERY_MS = MINUTE_MS;

/**
 * Gathers in memory what the network is asked and saves it every few seconds, so that neither a read nor a press waits
 * for it. A process that is killed loses the few seconds since: the account is for people and for the cap, the
 * network's own is the bill.
 */
export async function createSpendingBook({ store, network, cap, clock, log }: SpendingDeps): Promise<SpendingBook> {
  const ref: Ref<'spending'> = { type: 'spending', id: network };
  let { state: saved } = await store.create('spending', network, () => decided({ ...NEW_SPENDING, id: network }));
  let unsaved: readonly SpendingDay[] = [];
  let saving: Promise<void> = Promise.resolve();
  let cancelSave = () => {};
  let saveAtMs = Number.POSITIVE_INFINITY;
  let cancelLook = clock.after(0, look);
  let isStopped = false;

  function save(): Promise<void> {
    saving = saving.then(saveNow).catch((error: unknown) => {
      log.error({ err: error, network }, 'spending: could not be saved, trying again');
      if (!isStopped) saveWithin(MINUTE_MS);
    });
    return saving;
  }

  async function saveNow(): Promise<void> {
    saveAtMs = Number.POSITIVE_INFINITY;
    const now = clock.now();
    const done = unsaved;
    if (done.length === 0 && watchSpending(saved, cap, now) === null) return;
    const changed = await store.change(ref, (state) => spend(state, done, cap, now));
    if ('state' in changed) saved = changed.state;
    unsaved = without(unsaved, done);
  }

  function saveWithin(ms: number): void {
    const atMs = clock.monotonicMs() + ms;
    if (atMs >= saveAtMs) return;
    cancelSave();
    saveAtMs = atMs;
    cancelSave = clock.after(ms, () => void save());
  }

  /** A new day, or another cap than before the start: searches go on. */
  function look(): void {
    if (isStopped) return;
    void save();
    cancelLook = clock.after(LOOK_EVERY_MS, look);
  }

  return {
    meter: {
      spent(item, units, micros) {
        const day = utcDay(clock.now());
        unsaved = [...unsaved, { day, items: { [item]: { calls: 1, units, micros } } }];
        if (!isStopped) saveWithin(micros > 0 ? SAVE_WITHIN_MS : SAVE_FREE_WITHIN_MS);
      },
    },
    maySearch() {
      const all = unsaved.reduce(added, [...saved.days]);
      return maySearch(totalMicros(spentSince(all, utcDay(clock.now()))), cap.micros);
    },
    async read() {
      return { ...saved, days: unsaved.reduce(added, [...saved.days]) };
    },
    async stop() {
      isStopped = true;
      cancelLook();
      cancelSave();
      await save();
    },
  };
}

/** What came since it was taken to be saved. */
function without(all: readonly SpendingDay[], done: readonly SpendingDay[]): readonly SpendingDay[] {
  return all.slice(done.length);
}
