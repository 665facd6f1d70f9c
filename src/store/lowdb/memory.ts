import { earliest, type Instant } from '../../desk/instant.ts';
import type { AggregateType } from '../../desk/ref.ts';
import { createEffectQueue, type EffectQueue } from './effect-queue.ts';
import type { Entry } from './entry.ts';
import type { Numbers } from './schema.ts';

/** All that is saved, as maps: exactly what is on disk, never more. */
export interface Memory {
  readonly queue: EffectQueue;
  get(key: string): Entry | undefined;
  /** By number. */
  list(type: AggregateType): Iterable<Entry>;
  /** The key of the aggregate that owns a lookup. */
  owner(lookup: string): string | undefined;
  /** The highest number of each type that was given out. */
  numbers(): Numbers;
  nextWake(): Instant | null;
  /** Takes over what was saved. New entries of a type come by rising number. */
  put(entries: Iterable<Entry>, numbers: Numbers): void;
}

export function createMemory(): Memory {
  const byType: Record<AggregateType, Map<string, Entry>> = {
    mention: new Map(),
    incident: new Map(),
    channel: new Map(),
    person: new Map(),
    desk: new Map(),
    spending: new Map(),
  };
  const byKey = new Map<string, Entry>();
  const lookups = new Map<string, string>();
  const wakes = new Map<string, Instant>();
  const queue = createEffectQueue();
  let highest: Numbers = { mention: 0, incident: 0, channel: 0, person: 0, desk: 0, spending: 0 };

  function put(entry: Entry): void {
    const { key, ref, facets } = entry;
    for (const lookup of byKey.get(key)?.facets.lookups ?? []) {
      if (lookups.get(lookup) === key) lookups.delete(lookup);
    }
    for (const lookup of facets.lookups) lookups.set(lookup, key);
    if (facets.wakeAt === null) wakes.delete(key);
    else wakes.set(key, facets.wakeAt);
    byKey.set(key, entry);
    byType[ref.type].set(key, entry);
    queue.replace(entry);
  }

  return {
    queue,
    get: (key) => byKey.get(key),
    list: (type) => byType[type].values(),
    owner: (lookup) => lookups.get(lookup),
    numbers: () => highest,
    nextWake: () => earliest([...wakes.values()]),
    put(entries, numbers) {
      for (const entry of entries) put(entry);
      highest = numbers;
    },
  };
}
