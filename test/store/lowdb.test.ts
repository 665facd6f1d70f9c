import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLowdbStore } from '../../src/store/lowdb/store.ts';
import { describeStore } from './suite.ts';

describeStore('lowdb', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-store-'));
  return {
    open: () => createLowdbStore({ folder, clock }),
    remove: () => rm(folder, { recursive: true }),
  };
});

// Small pages: the same, with aggregates all over the folder.
describeStore('lowdb with small pages', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-store-'));
  return {
    open: () => createLowdbStore({ folder, clock, pageBytes: 8_000 }),
    remove: () => rm(folder, { recursive: true }),
  };
});
