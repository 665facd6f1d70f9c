import { join } from 'node:path';
import type { Low } from 'lowdb';
import { StoreFault } from '../index.ts';
import { folderFault } from './disk-faults.ts';
import { temporaryOf } from './durable-file.ts';
import { createEntry, type Entry } from './entry.ts';
import type { FileSystem } from './file-system.ts';
import { META, openMetaFile } from './meta.ts';
import { isPage, openPageFile, type PageFile } from './pages.ts';
import { Damaged, type MetaData, type Migration, Newer } from './schema.ts';

export interface ReadPage {
  readonly name: string;
  readonly file: PageFile;
  readonly entries: readonly Entry[];
}

/** A file that can't be used as it is. */
export interface Fault {
  readonly name: string;
  readonly reason: string;
  /** The file that a write of it had finished when a crash came, so that nothing is lost; null for none. */
  readonly rescue: string | null;
}

/** A store's folder as it was found. */
export interface Folder {
  /** Every file's name. */
  readonly names: readonly string[];
  readonly meta: Low<MetaData>;
  readonly pages: readonly ReadPage[];
  readonly damaged: readonly Fault[];
}

/** Lies in a folder while a restore moves files in. */
export const RESTORING = 'restore-under-way';

interface ReadFolderOptions {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly migrations: readonly Migration[];
}

/**
 * Reads all, touches nothing. Errors: `StoreFault` `newer-version`, `half-restored`, `unreadable` for a file that can't be read, `no-folder`,
 * or `damaged-page` where a migration fails.
 */
export async function readFolder(options: ReadFolderOptions): Promise<Folder> {
  const { folder, fs, migrations } = options;
  const names = (await listFolder(folder, fs)).sort();
  if (names.includes(RESTORING)) throw halfRestored(folder);
  const damaged: Fault[] = [];
  const pages: ReadPage[] = [];
  const homes = new Map<string, string>();

  /** Why a file can't be used; null when it can. */
  async function attempt(name: string, read: () => Promise<void>): Promise<string | null> {
    try {
      await read();
      return null;
    } catch (error) {
      if (error instanceof Newer) throw newerVersion(join(folder, name), error);
      if (error instanceof StoreFault) throw error;
      if (!(error instanceof Damaged)) throw notMigrated(join(folder, name), error);
      return error.message;
    }
  }

  /** @param from the file that is read in its place */
  async function readPage(name: string, from: string): Promise<void> {
    const read = openPageFile(from, options);
    await read.low.read();
    const entries = entriesOf(read, homes);
    const file = openPageFile(name, options);
    file.low.data = read.low.data;
    file.file.sizedAs(read.file);
    for (const { key } of entries) homes.set(key, name);
    pages.push({ name, file, entries });
  }

  const meta = openMetaFile(folder, fs, migrations);
  const ofMeta = await attempt(META, () => meta.read());
  if (ofMeta !== null) damaged.push({ name: META, reason: ofMeta, rescue: null });
  for (const name of names.filter(isPage)) {
    const reason = await attempt(name, () => readPage(name, name));
    if (reason === null) continue;
    const last = temporaryOf(name);
    const isWhole = names.includes(last) && (await attempt(last, () => readPage(name, last))) === null;
    damaged.push({ name, reason, rescue: isWhole ? last : null });
  }
  return { names, meta, pages, damaged };
}

async function listFolder(folder: string, fs: FileSystem): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    throw folderFault(error, folder);
  }
}

function entriesOf({ low }: PageFile, homes: ReadonlyMap<string, string>): readonly Entry[] {
  return low.data.aggregates.map(({ number, state, effects }, index) => {
    const entry = tryEntry(index, () => createEntry(number, state, effects));
    const home = homes.get(entry.key);
    if (home !== undefined) throw new Damaged(`repeats an aggregate of ${home}`);
    return entry;
  });
}

function tryEntry(index: number, create: () => Entry): Entry {
  try {
    return create();
  } catch {
    throw new Damaged(`aggregates.${index}: not a state of this version`);
  }
}

export function halfRestored(folder: string): StoreFault {
  return new StoreFault(
    'half-restored',
    `${folder} holds half of a backup: npm run restore did not come to its end there. Run it again with --replace; what was there before lies in a folder before-restore-… in it.`,
  );
}

function newerVersion(path: string, newer: Newer): StoreFault {
  return new StoreFault(
    'newer-version',
    `${path} was written by a newer version of Earshot (${newer.message}). Nothing was changed: start the newer version, or use a backup from before it.`,
    newer,
  );
}

/** A migration that throws is a bug of ours, not damage. */
function notMigrated(path: string, cause: unknown): StoreFault {
  return new StoreFault(
    'damaged-page',
    `${path} can't be brought up to this version of Earshot. Nothing was changed: start the version before, and report this.`,
    cause,
  );
}
