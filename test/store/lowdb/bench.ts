import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../../src/store/index.ts';
import { createLowdbStore, type LowdbStoreOptions } from '../../../src/store/lowdb/store.ts';
import { createHandClock, type HandClock } from '../hand-clock.ts';
import { createWatchedDisk, type WatchedDisk } from './watched-disk.ts';

export interface LowdbBench {
  readonly folder: string;
  readonly clock: HandClock;
  readonly disk: WatchedDisk;
  /** What the store's log heard. */
  readonly warnings: string[];
  /** Opens a store on the folder, which is closed when the test ends. */
  readonly open: (more?: Partial<LowdbStoreOptions>) => Promise<Store>;
  readonly files: () => Promise<string[]>;
  readonly pages: () => Promise<string[]>;
}

/** A folder of its own for this test, removed when it ends. */
export async function createBench(): Promise<LowdbBench> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-lowdb-'));
  const clock = createHandClock();
  const disk = createWatchedDisk();
  const warnings: string[] = [];
  const log = { warn: (_fields: object, message: string) => void warnings.push(message) };
  const files = async () => (await readdir(folder)).sort();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    folder,
    clock,
    disk,
    warnings,
    async open(more) {
      const store = await createLowdbStore({ folder, clock, log, fs: disk, ...more });
      onTestFinished(() => store.close());
      return store;
    },
    files,
    pages: async () => (await files()).filter((name) => /^page-\d+\.json$/.test(name)),
  };
}

const pageSchema = z.object({
  version: z.number(),
  aggregates: z.array(z.object({ number: z.number(), state: z.looseObject({ id: z.string() }) })),
});

export async function readPage({ folder }: LowdbBench, name: string) {
  return pageSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
}
