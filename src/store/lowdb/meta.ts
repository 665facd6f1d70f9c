import { join } from 'node:path';
import { Low } from 'lowdb';
import type { AggregateType } from '../../desk/ref.ts';
import { createDurableFile } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { type MetaData, type Migration, NO_NUMBERS, type Numbers, parseMeta, versionOf } from './schema.ts';

/** What belongs to no aggregate: version, cursors, and the numbers that may have been given out. */
export interface Meta {
  readCursor(name: string): string | null;
  saveCursor(name: string, value: string): Promise<void>;
  /**
   * Makes sure that the numbers are reserved on disk before a page gives them out. Blocks are reserved, so that it is a
   * write for each thousand; what a lost page had given out is then known to lie below.
   */
  reserve(numbers: Numbers): Promise<void>;
  /** Resolves when no write is under way. */
  idle(): Promise<void>;
}

export const META = 'meta.json';
const BLOCK = 1_000;

/** The meta file, not read yet. */
export function openMetaFile(folder: string, fs: FileSystem, migrations: readonly Migration[]): Low<MetaData> {
  const file = createDurableFile({ path: join(folder, META), fs, parse: (text) => parseMeta(text, migrations) });
  return new Low<MetaData>(file, {
    version: versionOf(migrations),
    reserved: NO_NUMBERS,
    floor: NO_NUMBERS,
    cursors: {},
  });
}

export function createMeta(low: Low<MetaData>): Meta {
  let saved = low.data;
  let tail: Promise<void> = Promise.resolve();

  /** One write at a time, each on what the one before saved. */
  function update(change: (data: MetaData) => MetaData): Promise<void> {
    const write = tail.then(async () => {
      const next = change(saved);
      low.data = next;
      await low.write();
      saved = next;
    });
    tail = write.catch(() => {});
    return write;
  }

  return {
    readCursor: (name) => (Object.hasOwn(saved.cursors, name) ? (saved.cursors[name] ?? null) : null),
    saveCursor: (name, value) => update((data) => ({ ...data, cursors: { ...data.cursors, [name]: value } })),
    async reserve(numbers) {
      if (isWithin(numbers, saved.reserved)) return;
      await update((data) => ({ ...data, reserved: grown(data.reserved, numbers) }));
    },
    idle: () => tail,
  };
}

/** The higher one of each type. */
export function highest(one: Numbers, other: Numbers): Numbers {
  return combine(one, other, Math.max);
}

function isWithin(numbers: Numbers, limit: Numbers): boolean {
  const above = combine(numbers, limit, (number, most) => number - most);
  return Math.max(...Object.values(above)) <= 0;
}

function grown(reserved: Numbers, numbers: Numbers): Numbers {
  return combine(reserved, numbers, (limit, number) => (number > limit ? number + BLOCK : limit));
}

function combine(one: Numbers, other: Numbers, by: (one: number, other: number) => number): Numbers {
  const of = (type: AggregateType) => by(one[type], other[type]);
  return {
    mention: of('mention'),
    incident: of('incident'),
    channel: of('channel'),
    person: of('person'),
    desk: of('desk'),
    spending: of('spending'),
  };
}
