import type { AggregateType, Ref } from '../../desk/ref.ts';
import { StoreFault } from '../index.ts';
import { type Entry, keyOf } from './entry.ts';
import type { Memory } from './memory.ts';
import type { Numbers } from './schema.ts';

/** What a group of changes would make of memory, until it is on disk; thrown away when the write fails. */
export interface Draft {
  get(ref: Ref): Entry | undefined;
  /** The number that the next new aggregate of the type gets; used up by `put`. */
  nextNumber(type: AggregateType): number;
  /** Errors: `StoreFault` `lookup-taken`; nothing is put then. */
  put(entry: Entry): void;
  /** The revision of an effect that is being carried out. */
  runningRevision(ref: Ref, effect: string): number | undefined;
  /** The attempt at an effect is over, once the draft is saved. */
  release(ref: Ref, effect: string): void;
  readonly changed: ReadonlyMap<string, Entry>;
  readonly released: readonly { readonly ref: Ref; readonly effect: string }[];
  numbers(): Numbers;
  /** About how many bytes its new aggregates add to the page. */
  addedBytes(): number;
}

export function createDraft(memory: Memory): Draft {
  const changed = new Map<string, Entry>();
  /** Lookup → its owner in this draft; null when it was given up. */
  const lookups = new Map<string, string | null>();
  const released: { ref: Ref; effect: string }[] = [];
  let numbers = memory.numbers();
  let addedBytes = 0;

  function find(key: string): Entry | undefined {
    return changed.get(key) ?? memory.get(key);
  }

  function owner(lookup: string): string | undefined {
    const drafted = lookups.get(lookup);
    return drafted === undefined ? memory.owner(lookup) : (drafted ?? undefined);
  }

  /** Only what is newly claimed is checked: an old clash must not stop the rest of an aggregate's life. */
  function assertFree(entry: Entry, before: ReadonlySet<string>): void {
    for (const lookup of entry.facets.lookups) {
      const holder = owner(lookup);
      if (holder === undefined || holder === entry.key || before.has(lookup)) continue;
      throw new StoreFault('lookup-taken', `${entry.key} can't have ${lookup}: it belongs to ${holder}.`);
    }
  }

  return {
    get: (ref) => find(keyOf(ref)),
    nextNumber: (type) => numbers[type] + 1,
    put(entry) {
      const { key, ref, number, facets, state, rows } = entry;
      const previous = find(key);
      const before = new Set(previous?.facets.lookups);
      assertFree(entry, before);
      for (const lookup of before) if (owner(lookup) === key) lookups.set(lookup, null);
      for (const lookup of facets.lookups) lookups.set(lookup, key);
      if (previous === undefined) {
        numbers = { ...numbers, [ref.type]: Math.max(number, numbers[ref.type]) };
        addedBytes += Buffer.byteLength(JSON.stringify({ number, state, effects: rows }));
      }
      changed.set(key, entry);
    },
    runningRevision(ref, effect) {
      const isOver = released.some((one) => one.effect === effect && keyOf(one.ref) === keyOf(ref));
      return isOver ? undefined : memory.queue.runningRevision(keyOf(ref), effect);
    },
    release(ref, effect) {
      released.push({ ref, effect });
    },
    changed,
    released,
    numbers: () => numbers,
    addedBytes: () => addedBytes,
  };
}
