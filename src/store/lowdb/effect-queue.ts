import type { EffectRow } from '../../desk/effect.ts';
import { destinationOf } from '../../desk/facets.ts';
import type { Queue } from '../index.ts';
import type { Entry } from './entry.ts';

interface Waiting {
  readonly id: string;
  readonly entry: Entry;
  readonly row: EffectRow;
}

export interface TakenRow {
  readonly entry: Entry;
  readonly row: EffectRow;
  readonly inherited: boolean;
}

/** The saved effects, sorted into their destinations. Only memory: made anew from the rows at each start. */
export interface EffectQueue {
  /** Sorts an aggregate's rows in anew; a new state may have changed where they go. */
  replace(entry: Entry): void;
  /** Marks an aggregate's rows as of an earlier process, which may have been carrying them out. */
  inherit(entry: Entry): void;
  take(destination: string, now: Date): TakenRow | undefined;
  /** The revision that is being carried out; undefined when the key does not run. */
  runningRevision(key: string, effect: string): number | undefined;
  /** The attempt is over, with whatever result. */
  release(key: string, effect: string): void;
  /** When the first that could be taken is ready; what is ready already counts from `now` at the latest. */
  nextReady(destination: string, now: Date): Date | null;
  destinations(): readonly string[];
  /** The destinations at which an aggregate's effects wait. */
  destinationsOf(key: string): readonly string[];
  parked(): readonly { readonly ref: Entry['ref']; readonly row: EffectRow }[];
  counts(): readonly Queue[];
}

export function createEffectQueue(): EffectQueue {
  const byDestination = new Map<string, Map<string, Waiting>>();
  const placed = new Map<string, readonly { readonly destination: string; readonly id: string }[]>();
  const withParked = new Map<string, Entry>();
  const running = new Map<string, number>();
  const inherited = new Set<string>();

  function remove(key: string): void {
    for (const { destination, id } of placed.get(key) ?? []) {
      const queue = byDestination.get(destination);
      queue?.delete(id);
      if (queue?.size === 0) byDestination.delete(destination);
    }
    placed.delete(key);
    withParked.delete(key);
  }

  function add(destination: string, waiting: Waiting): void {
    const queue = byDestination.get(destination) ?? new Map<string, Waiting>();
    byDestination.set(destination, queue.set(waiting.id, waiting));
  }

  function idle(destination: string): Waiting[] {
    return [...(byDestination.get(destination)?.values() ?? [])].filter(({ id }) => !running.has(id));
  }

  return {
    replace(entry) {
      remove(entry.key);
      const places = [];
      for (const row of entry.rows) {
        const destination = row.parked === null ? destinationOf(entry.state, row.effect) : null;
        if (row.parked !== null) withParked.set(entry.key, entry);
        if (destination === null) continue;
        const id = idOf(entry.key, row.key);
        add(destination, { id, entry, row });
        places.push({ destination, id });
      }
      if (places.length > 0) placed.set(entry.key, places);
    },
    inherit(entry) {
      for (const row of entry.rows) if (row.parked === null) inherited.add(idOf(entry.key, row.key));
    },
    take(destination, now) {
      const limit = now.toISOString();
      let first: Waiting | undefined;
      for (const waiting of idle(destination)) {
        const isReady = waiting.row.notBefore === null || waiting.row.notBefore <= limit;
        if (isReady && (first === undefined || isBefore(waiting, first))) first = waiting;
      }
      if (first === undefined) return undefined;
      running.set(first.id, first.row.revision);
      return { entry: first.entry, row: first.row, inherited: inherited.has(first.id) };
    },
    runningRevision: (key, effect) => running.get(idOf(key, effect)),
    release(key, effect) {
      running.delete(idOf(key, effect));
      inherited.delete(idOf(key, effect));
    },
    nextReady(destination, now) {
      const waiting = idle(destination);
      if (waiting.length === 0) return null;
      const ready = waiting.map(({ row }) => (row.notBefore === null ? now.getTime() : Date.parse(row.notBefore)));
      return new Date(ready.reduce((first, one) => Math.min(first, one)));
    },
    destinations: () => [...byDestination.keys()].filter((destination) => idle(destination).length > 0),
    destinationsOf(key) {
      const waiting = (placed.get(key) ?? []).filter(({ id }) => !running.has(id));
      return [...new Set(waiting.map(({ destination }) => destination))];
    },
    parked: () =>
      [...withParked.values()].flatMap(({ ref, rows }) =>
        rows.filter((row) => row.parked !== null).map((row) => ({ ref, row })),
      ),
    counts() {
      const counts = new Map<string, Queue>();
      for (const [destination, queue] of byDestination) counts.set(destination, countOf(destination, queue.size, 0));
      for (const { state, rows } of withParked.values()) {
        for (const row of rows.filter(({ parked }) => parked !== null)) {
          const destination = destinationOf(state, row.effect);
          if (destination === null) continue;
          const { waiting, parked } = counts.get(destination) ?? countOf(destination, 0, 0);
          counts.set(destination, countOf(destination, waiting, parked + 1));
        }
      }
      return [...counts.values()];
    },
  };
}

function countOf(destination: string, waiting: number, parked: number): Queue {
  return { destination, waiting, parked };
}

function idOf(key: string, effect: string): string {
  return JSON.stringify([key, effect]);
}

/** By priority, then the oldest, then the lowest number; within one aggregate in the order of planning. */
function isBefore(one: Waiting, other: Waiting): boolean {
  if (one.row.priority !== other.row.priority) return one.row.priority < other.row.priority;
  if (one.row.savedAt !== other.row.savedAt) return one.row.savedAt < other.row.savedAt;
  return one.entry.number < other.entry.number;
}
