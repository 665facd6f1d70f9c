import { resolve } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Facets } from '../../desk/facets.ts';
import { at } from '../../desk/instant.ts';
import type { AggregateType, Ref } from '../../desk/ref.ts';
import { type ListQuery, type Store, StoreFault, type StoreLog, type TakenEffect } from '../index.ts';
import { changing, creating, parking, postponing, settling } from './changes.ts';
import { createCommitter } from './committer.ts';
import { makeFolder } from './disk-faults.ts';
import { type Entry, keyOf, stateAs } from './entry.ts';
import { DISK, type FileSystem } from './file-system.ts';
import { type Loaded, load } from './load.ts';
import { acquireLock, guardedBy } from './lock.ts';
import { MIGRATIONS, type Migration } from './schema.ts';

export interface LowdbStoreOptions {
  /** Made if it is not there. */
  readonly folder: string;
  readonly clock: Clock;
  /** Hears of damage at start. */
  readonly log?: StoreLog;
  readonly fs?: FileSystem;
  /** A page of this size or more takes in no new aggregate. */
  readonly pageBytes?: number;
  readonly migrations?: readonly Migration[];
  /** Another process has taken the store over: nothing more can be saved. Called once. */
  readonly onLost?: (fault: StoreFault) => void;
}

const PAGE_BYTES = 256 * 1_024;
const SILENT: StoreLog = { warn: () => {} };

/**
 * The embedded store: pages of JSON in a folder, all of it also in memory, for one process. Resolves when the folder is
 * locked, read and mended. Errors: `StoreFault`; the lock is given back then.
 */
export async function createLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const { clock, log = SILENT, fs = DISK, pageBytes = PAGE_BYTES, migrations = MIGRATIONS } = options;
  const { onLost = () => {} } = options;
  const folder = resolve(options.folder);
  await makeFolder(folder, fs);
  const lock = await acquireLock({ folder, fs, clock, log, onLost });
  try {
    const loaded = await load({ folder, fs: guardedBy(lock, fs), clock, log, pageBytes, migrations });
    return createStore(loaded, clock, log, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function createStore(
  { memory, pages, meta, damage, lost }: Loaded,
  clock: Clock,
  log: StoreLog,
  unlock: () => Promise<void>,
): Store {
  const { queue } = memory;
  const listeners = new Set<(destination: string) => void>();
  const committer = createCommitter({ memory, pages, meta, onSaved: tellOf });
  let closing: Promise<void> | null = null;

  function tellOf(keys: readonly string[]): void {
    for (const destination of new Set(keys.flatMap((key) => queue.destinationsOf(key)))) {
      for (const listener of listeners) {
        try {
          listener(destination);
        } catch (error) {
          log.warn({ err: error, destination }, 'store: a listener of effects failed');
        }
      }
    }
  }

  function assertOpen(): void {
    if (closing !== null) throw new StoreFault('closed', 'The store was closed: nothing more can be read or saved.');
  }

  async function submit<R>(ref: Ref, step: Parameters<typeof committer.submit<R>>[1]): Promise<R> {
    assertOpen();
    return committer.submit(keyOf(ref), step);
  }

  function now(): string {
    return clock.now().toISOString();
  }

  async function close(): Promise<void> {
    await committer.idle();
    await meta.idle();
    await unlock();
  }

  return {
    create: (type, id, decide) => submit({ type, id }, creating({ type, id }, decide, now())),
    change: (ref, decide) => submit(ref, changing(ref, decide, now())),
    settle: (taken, decide) => submit(taken.ref, settling(taken, decide, now())),
    park: (taken, reason, decide) => submit(taken.ref, parking(taken, reason, decide, now())),
    postpone: (taken, retryAt, unclear) => submit(taken.ref, postponing(taken, retryAt.toISOString(), unclear)),
    async read(ref) {
      assertOpen();
      const entry = memory.get(keyOf(ref));
      return entry === undefined ? undefined : stateAs(ref.type, entry);
    },
    async find(lookup) {
      assertOpen();
      const owner = memory.owner(lookup);
      return owner === undefined ? undefined : memory.get(owner)?.ref;
    },
    async list<T extends AggregateType>(type: T, query: ListQuery = {}) {
      assertOpen();
      const isWanted = filterOf(query);
      return [...memory.list(type)].filter(({ facets }) => isWanted(facets)).map((entry) => stateAs(type, entry));
    },
    async nextWake() {
      assertOpen();
      const wake = memory.nextWake();
      return wake === null ? null : at(wake);
    },
    onEffects(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async destinations() {
      assertOpen();
      return queue.destinations();
    },
    async take(destination, instant) {
      assertOpen();
      const taken = queue.take(destination, instant);
      return taken === undefined ? undefined : asTaken(taken.entry, taken);
    },
    async nextReady(destination) {
      assertOpen();
      return queue.nextReady(destination, clock.now());
    },
    async queues() {
      assertOpen();
      return queue.counts();
    },
    async parked() {
      assertOpen();
      return queue.parked();
    },
    async readCursor(name) {
      assertOpen();
      return meta.readCursor(name);
    },
    async saveCursor(name, value) {
      assertOpen();
      await meta.saveCursor(name, value);
    },
    damage: () => damage,
    lost: () => lost,
    async close() {
      closing ??= close();
      await closing;
    },
  };
}

function asTaken({ ref, state }: Entry, { row, inherited }: Pick<TakenEffect, 'row' | 'inherited'>): TakenEffect {
  return { ref, row, state, inherited };
}

function filterOf(query: ListQuery): (facets: Facets) => boolean {
  const dueBefore = query.dueBefore?.toISOString();
  const wakeBefore = query.wakeBefore?.toISOString();
  return ({ open, uncarded, promised, asking, group, dueAt, wakeAt }) =>
    (query.open === undefined || open === query.open) &&
    (query.uncarded === undefined || uncarded === query.uncarded) &&
    (query.promised === undefined || promised === query.promised) &&
    (query.asking === undefined || asking === query.asking) &&
    (query.group === undefined || group === query.group) &&
    (dueBefore === undefined || (dueAt !== null && dueAt <= dueBefore)) &&
    (wakeBefore === undefined || (wakeAt !== null && wakeAt <= wakeBefore));
}
