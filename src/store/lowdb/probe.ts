import { randomUUID } from 'node:crypto';
import { rmdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreFault, type StoreProbe } from '../index.ts';
import { writeFault } from './disk-faults.ts';
import { syncFolder } from './durable-file.ts';
import { codeOf } from './error-code.ts';
import { DISK, removeQuietly } from './file-system.ts';
import { lockHolder } from './lock.ts';
import { META } from './meta.ts';
import { isSetAside } from './pages.ts';
import { type Folder, readFolder } from './read-folder.ts';
import { MIGRATIONS, versionOf } from './schema.ts';

/**
 * Looks at a folder without taking its lock, so that a running app goes on and one that starts meanwhile can. What it
 * writes to try the disk has names that no store reads, and is gone afterwards.
 */
export async function probeFolder(folder: string): Promise<StoreProbe> {
  const damage: string[] = [];
  const found = await readFolder({ folder, fs: DISK, migrations: MIGRATIONS }).catch((error: unknown) => {
    // No folder yet, or none at all: trying to write says what to do.
    if (!isNoFolder(error)) damage.push(error instanceof Error ? error.message : String(error));
    return null;
  });
  for (const { name, reason } of found?.damaged ?? []) damage.push(`${join(folder, name)} is damaged: ${reason}.`);
  return {
    place: folder,
    holder: await lockHolder(folder, DISK).catch(() => null),
    writeFault: await tryWriting(folder),
    damage,
    ...(await surroundingsOf(folder)),
    ...contentOf(found),
  };
}

function isNoFolder(error: unknown): boolean {
  if (!(error instanceof StoreFault)) return false;
  return error.code === 'no-folder' || (error.code === 'unreadable' && codeOf(error.cause) === 'EACCES');
}

/** What there is around the files; null where there is no folder yet, or the system does not say. */
async function surroundingsOf(folder: string): Promise<Pick<StoreProbe, 'freeBytes' | 'isOpenToOthers'>> {
  const disk = await statfs(folder).catch(() => null);
  const found = await stat(folder).catch(() => null);
  const mode = found?.isDirectory() === true ? found.mode : null;
  return {
    freeBytes: disk === null ? null : disk.bavail * disk.bsize,
    // Windows has no such bits.
    isOpenToOthers: mode !== null && process.platform !== 'win32' && (mode & OTHERS_MAY_READ) !== 0,
  };
}

const OTHERS_MAY_READ = 0o004;

function contentOf(
  found: Folder | null,
): Pick<StoreProbe, 'settings' | 'mentions' | 'forgotAt' | 'version' | 'setAside'> {
  const states = (found?.pages ?? []).flatMap(({ entries }) => entries.map(({ state }) => state));
  const desk = states.find((state) => state.type === 'desk');
  return {
    settings: desk?.settings ?? null,
    mentions: states.filter(({ type }) => type === 'mention').length,
    forgotAt: desk?.history.findLast(({ did }) => did === 'forgot')?.at ?? null,
    version: found === null ? null : { there: versionOn(found), known: versionOf(MIGRATIONS) },
    setAside: (found?.names ?? []).filter(isSetAside),
  };
}

/** The oldest on disk: a start brings all of it up to date. null where there is nothing yet. */
function versionOn({ names, meta, pages }: Folder): number | null {
  const there = [
    ...(names.includes(META) ? [meta.data.version] : []),
    ...pages.map(({ file }) => file.low.data.version),
  ];
  return there.length === 0 ? null : Math.min(...there);
}

/** All that a start and a save ask of the disk: a folder, a file that is synced, a link as the lock is made. */
async function tryWriting(folder: string): Promise<StoreFault | null> {
  const file = join(folder, `try-${randomUUID()}`);
  const link = `${file}.link`;
  let made: string | undefined;
  try {
    made = await firstMade(folder);
    const opened = await DISK.open(file, 'wx');
    try {
      await opened.writeFile('tried');
      await opened.sync();
    } finally {
      await opened.close();
    }
    await DISK.link(file, link);
    await syncFolder(DISK, folder);
    return null;
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) return writeFault(error, folder);
    return new StoreFault(
      'write-failed',
      `${folder} can't be a folder: there is a file of this name in its path.`,
      error,
    );
  } finally {
    await removeQuietly(DISK, link);
    await removeQuietly(DISK, file);
    await leaveAsFound(folder, made);
  }
}

async function firstMade(folder: string): Promise<string | undefined> {
  const made = await DISK.mkdir(folder, { recursive: true });
  return typeof made === 'string' ? made : undefined;
}

/** A folder that the doctor made might belong to somebody else than who will run the app. */
async function leaveAsFound(folder: string, made: string | undefined): Promise<void> {
  if (made === undefined) return;
  for (let path = folder; path.length >= made.length; path = dirname(path)) await rmdir(path).catch(() => {});
}
