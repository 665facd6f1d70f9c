import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { RESTORED, type RestoreReport, StoreFault, type StoreLog } from '../index.ts';
import { writeDurably } from './backup.ts';
import { folderFault, makeFolder, writeFault } from './disk-faults.ts';
import { syncFolder } from './durable-file.ts';
import { DISK } from './file-system.ts';
import { acquireLock } from './lock.ts';
import type { Manifest } from './manifest.ts';
import { highest, META } from './meta.ts';
import { isPage, isSetAside } from './pages.ts';
import { type Folder, RESTORING, readFolder } from './read-folder.ts';
import { MIGRATIONS, type Numbers, versionOf } from './schema.ts';
import { unfit, unpackBackup } from './unpack-backup.ts';

export interface RestoreOptions {
  /** The store's folder. */
  readonly folder: string;
  readonly from: string;
  /** Moves a store that is there aside. */
  readonly replace: boolean;
  readonly clock: Clock;
  readonly log: StoreLog;
  /** Hears what is done, as sentences. */
  readonly say: (sentence: string) => void;
}

/** Numbers that may have been given out after the backup; as many as are reserved ahead, see meta.ts. */
const NUMBERS_LEFT_OUT = 1_000;

/**
 * Puts a backup in the place of a store: checked whole beside it, then moved in. A store that is there is refused, or moved
 * into a folder of its own, never deleted; so is one that an app uses. What is restored says so to the app that starts on
 * it: what was waiting to be sent may have been sent since. Errors: `StoreFault`.
 */
export async function restoreFolder(options: RestoreOptions): Promise<RestoreReport> {
  const { folder, clock, log } = options;
  await makeFolder(folder, DISK);
  const lock = await acquireLock({ folder, fs: DISK, clock, log, onLost: () => {} });
  const staging = join(folder, `restoring-${randomUUID()}`);
  try {
    return await restore(staging, options, () => lock.assertHeld());
  } catch (error) {
    throw error instanceof StoreFault ? error : writeFault(error, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await lock.release();
  }
}

async function restore(
  staging: string,
  { folder, from, replace, clock, say }: RestoreOptions,
  assertHeld: () => Promise<void>,
): Promise<RestoreReport> {
  const there = await ownFiles(folder);
  if (there.length > 0 && !replace) {
    throw new StoreFault(
      'store-there',
      `${folder} holds a store already (${there.length} files). Nothing was changed: with --replace it is moved aside, into a folder in it.`,
    );
  }
  await mkdir(staging, { mode: 0o700 });
  const manifest = await unpackBackup(from, staging, say);
  await checkSpace(folder, manifest);
  const found = await readFolder({ folder: staging, fs: DISK, migrations: MIGRATIONS });
  const [damaged] = found.damaged;
  if (damaged !== undefined)
    throw unfit(from, `${damaged.name} was damaged when the backup was made (${damaged.reason})`);
  say(`every file can be read: version ${manifest.version}, this Earshot writes ${versionOf(MIGRATIONS)}`);
  const at = clock.now().toISOString();
  await markRestored(found, manifest.at, at, there.includes(META) ? await numbersThere(folder) : null);
  await assertHeld();
  const movedTo = await moveIn(staging, folder, there, at);
  if (movedTo !== null) say(`the store that was there is in ${movedTo}`);
  return { place: folder, at: manifest.at, files: manifest.files.length, movedTo, ...manifest.holds };
}

/** A start refuses while the moves are under way: half of a store is none. */
async function moveIn(staging: string, folder: string, there: readonly string[], at: string): Promise<string | null> {
  const marker = join(folder, RESTORING);
  if (!there.includes(RESTORING)) await writeDurably(marker, 'A restore was under way: run it again with --replace.\n');
  await syncFolder(DISK, folder);
  const old = there.filter((name) => name !== RESTORING);
  const aside = join(folder, `before-restore-${at.replaceAll(':', '-')}`);
  if (old.length > 0) {
    await mkdir(aside, { mode: 0o700 });
    for (const name of old) await rename(join(folder, name), join(aside, name));
    await syncFolder(DISK, aside);
  }
  for (const name of await readdir(staging)) await rename(join(staging, name), join(folder, name));
  await syncFolder(DISK, folder);
  await unlink(marker);
  await syncFolder(DISK, folder);
  return old.length === 0 ? null : aside;
}

/** Numbers that were given out since then never come again, and the app sees to what may have happened since. */
async function markRestored({ meta }: Folder, backup: string, at: string, given: Numbers | null): Promise<void> {
  const { reserved, floor, cursors } = meta.data;
  const skipped = highest(floor, grown(reserved));
  const least = given === null ? skipped : highest(skipped, given);
  meta.data = {
    ...meta.data,
    floor: least,
    reserved: highest(reserved, least),
    cursors: { ...cursors, [RESTORED]: `${backup} ${at}` },
  };
  await meta.write();
}

function grown(reserved: Numbers): Numbers {
  const more = (number: number) => (number === 0 ? 0 : number + NUMBERS_LEFT_OUT);
  const { mention, incident, channel, person, desk, spending } = reserved;
  return {
    mention: more(mention),
    incident: more(incident),
    channel: more(channel),
    person: more(person),
    desk: more(desk),
    spending: more(spending),
  };
}

/** What the store that is replaced has given out; null where it can't be read. */
async function numbersThere(folder: string): Promise<Numbers | null> {
  const found = await readFolder({ folder, fs: DISK, migrations: MIGRATIONS }).catch(() => null);
  return found?.meta.data.reserved ?? null;
}

async function ownFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw folderFault(error, folder);
  });
  return names.filter((name) => name === META || isPage(name) || isSetAside(name) || name === RESTORING);
}

async function checkSpace(folder: string, { files }: Manifest): Promise<void> {
  const disk = await statfs(folder).catch(() => null);
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  // What was unpacked is on it already; the meta file is written once more.
  if (disk === null || disk.bavail * disk.bsize > Math.min(needed, 1_000_000)) return;
  throw new StoreFault(
    'disk-full',
    `${folder} has hardly any space left. Nothing was changed: free some, then try again.`,
  );
}
