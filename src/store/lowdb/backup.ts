import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Clock } from '../../clock.ts';
import { MINUTE_MS } from '../../desk/instant.ts';
import { isPending } from '../../desk/publication.ts';
import { type BackupReport, StoreFault } from '../index.ts';
import { readFault, writeFault } from './disk-faults.ts';
import { syncFolder } from './durable-file.ts';
import { codeOf } from './error-code.ts';
import { DISK } from './file-system.ts';
import { MANIFEST, type Manifest, type ManifestFile, sha256 } from './manifest.ts';
import { META } from './meta.ts';
import { isPage } from './pages.ts';
import { type Folder, halfRestored, RESTORING, readFolder } from './read-folder.ts';
import { MIGRATIONS } from './schema.ts';
import { makeSnapshotFolder, takeSnapshot } from './snapshot.ts';
import { type Packed, packTar } from './tar.ts';

export interface BackupOptions {
  /** The store's folder. */
  readonly folder: string;
  /** A folder, in which the backup gets a folder of its own; or a file that ends with .tar.gz. */
  readonly to: string;
  readonly clock: Clock;
  /** Hears what is done, as sentences. */
  readonly say: (sentence: string) => void;
}

const ARCHIVE = /\.(?:tar\.gz|tgz)$/;
export const SNAPSHOT = 'backup-';
/** What a backup that was killed leaves holds space for as long as it is there. */
const LEFT_OVER_MS = 24 * 60 * MINUTE_MS;
const UNFINISHED = '.part';

/**
 * Copies a store, also one that an app is writing to; see snapshot.ts for why the copy is whole. It gets its name at the
 * end, when all of it is on disk. Errors: `StoreFault`.
 */
export async function backupFolder({ folder, to, clock, say }: BackupOptions): Promise<BackupReport> {
  await assertStore(folder);
  await removeLeftOvers(folder, clock);
  const snapshot = join(folder, `${SNAPSHOT}${randomUUID()}`);
  makeSnapshotFolder(snapshot);
  try {
    const names = takeSnapshot(folder, snapshot);
    const at = clock.now();
    say(`${names.length} files as they stood at ${at.toISOString()}`);
    const found = await readFolder({ folder: snapshot, fs: DISK, migrations: MIGRATIONS });
    for (const { name, reason } of found.damaged) say(`${name} is damaged (${reason}); it is copied as it is`);
    const place = await placeOf(to, at);
    const manifest = await write(place, snapshot, names, { at, say, found });
    return {
      place: place.path,
      at: manifest.at,
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      ...manifest.holds,
      damaged: found.damaged.map(({ name, reason }) => `${name} (${reason})`),
    };
  } finally {
    await rm(snapshot, { recursive: true, force: true });
  }
}

interface Place {
  readonly path: string;
  readonly isArchive: boolean;
}

async function placeOf(to: string, at: Date): Promise<Place> {
  const isArchive = ARCHIVE.test(to);
  const name = `earshot-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const path = isArchive ? resolve(to) : join(resolve(to), name);
  if ((await stat(path).catch(() => null)) !== null) {
    throw new StoreFault('write-failed', `${path} is there already. Nothing was changed: name another file.`);
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw writeFault(error, dirname(path));
  });
  return { path, isArchive };
}

interface Writing {
  readonly at: Date;
  readonly say: (sentence: string) => void;
  readonly found: Folder;
}

async function write({ path, isArchive }: Place, snapshot: string, names: readonly string[], writing: Writing) {
  const part = `${path}${UNFINISHED}`;
  const files: ManifestFile[] = [];
  let manifest: Manifest | null = null;

  async function* packed(): AsyncGenerator<Packed> {
    for (const name of names) {
      const bytes = await readFile(join(snapshot, name)).catch((error: unknown) => {
        throw readFault(error, join(snapshot, name));
      });
      files.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
      yield { name, bytes };
      progress(files.length, names.length, writing.say);
    }
    manifest = manifestOf(files, writing);
    yield { name: MANIFEST, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  }

  try {
    await rm(part, { recursive: true, force: true });
    await (isArchive ? writeArchive(part, packTar(packed(), writing.at)) : writeFolder(part, packed()));
    await rename(part, path);
    await syncFolder(DISK, dirname(path));
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => {});
    throw error instanceof StoreFault ? error : writeFault(error, path);
  }
  return manifest ?? manifestOf(files, writing);
}

async function writeFolder(folder: string, files: AsyncIterable<Packed>): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for await (const { name, bytes } of files) await writeDurably(join(folder, name), bytes);
  await syncFolder(DISK, folder);
}

async function writeArchive(path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(Readable.from(chunks), createGzip(), async (zipped: AsyncIterable<Buffer>) => {
      for await (const chunk of zipped) await file.writeFile(chunk);
    });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a new file, for good. */
export async function writeDurably(path: string, content: Buffer | string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** About twenty lines, however many files there are. */
export function progress(done: number, all: number, say: (sentence: string) => void): void {
  const step = Math.max(1, Math.ceil(all / 20));
  if (done % step === 0 || done === all) say(`${done} of ${all} files`);
}

function manifestOf(files: readonly ManifestFile[], { at, found }: Writing): Manifest {
  const states = found.pages.flatMap(({ entries }) => entries.map(({ state }) => state));
  const publishing = states.filter((state) => state.type === 'mention' || state.type === 'incident');
  return {
    earshot: 'backup',
    format: 1,
    at: at.toISOString(),
    version: Math.max(found.meta.data.version, ...found.pages.map(({ file }) => file.low.data.version)),
    files: [...files],
    holds: {
      mentions: publishing.filter(({ type }) => type === 'mention').length,
      incidents: publishing.filter(({ type }) => type === 'incident').length,
      effects: found.pages.flatMap(({ entries }) => entries.flatMap(({ rows }) => rows)).length,
      unsent: publishing.flatMap(({ publications }) => publications.filter(isPending)).length,
    },
  };
}

/** Errors: `StoreFault` where there is no store that could be copied. */
export async function assertStore(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.includes(RESTORING)) throw halfRestored(folder);
  if (names.some((name) => name === META || isPage(name))) return;
  throw new StoreFault('no-folder', `${folder} holds no store yet. Check STORE_URL, or start Earshot once.`);
}

async function removeLeftOvers(folder: string, clock: Clock): Promise<void> {
  for (const name of (await namesIn(folder)).filter((one) => one.startsWith(SNAPSHOT))) {
    const path = join(folder, name);
    const age = clock.now().getTime() - ((await stat(path).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY);
    if (age > LEFT_OVER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw readFault(error, folder);
  }
}
