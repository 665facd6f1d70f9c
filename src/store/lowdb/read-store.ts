import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aggregate } from '../../desk/ref.ts';
import { assertStore, SNAPSHOT } from './backup.ts';
import { DISK } from './file-system.ts';
import { readFolder } from './read-folder.ts';
import { MIGRATIONS } from './schema.ts';
import { makeSnapshotFolder, takeSnapshot } from './snapshot.ts';

/** All that a store holds as it stands at one instant, also while an app writes to it; changes nothing. Errors: `StoreFault`. */
export async function readStoreFolder(folder: string): Promise<readonly Aggregate[]> {
  await assertStore(folder);
  const snapshot = join(folder, `${SNAPSHOT}${randomUUID()}`);
  makeSnapshotFolder(snapshot);
  try {
    takeSnapshot(folder, snapshot);
    const { pages } = await readFolder({ folder: snapshot, fs: DISK, migrations: MIGRATIONS });
    return pages.flatMap(({ entries }) => entries.map(({ state }) => state));
  } finally {
    await rm(snapshot, { recursive: true, force: true });
  }
}
