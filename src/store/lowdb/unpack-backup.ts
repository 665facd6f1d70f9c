import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { StoreFault } from '../index.ts';
import { progress, writeDurably } from './backup.ts';
import { readFault, writeFault } from './disk-faults.ts';
import { MANIFEST, type Manifest, parseManifest, sha256 } from './manifest.ts';
import { META } from './meta.ts';
import { isPage } from './pages.ts';
import { type Packed, unpackTar } from './tar.ts';

/**
 * Writes what a backup holds into a folder, each file checked against the backup's own list. Errors: `StoreFault`
 * `unfit-backup`, or of a disk.
 */
export async function unpackBackup(from: string, into: string, say: (sentence: string) => void): Promise<Manifest> {
  const found = await stat(from).catch((error: unknown) => {
    throw unfit(from, 'it can not be found', error);
  });
  const sums = new Map<string, string>();
  let listed: Manifest | null = null;
  try {
    for await (const { name, bytes } of found.isDirectory() ? inFolder(from) : inArchive(from)) {
      if (name === MANIFEST) listed = parseManifest(bytes.toString('utf8'));
      else if (name !== META && !isPage(name)) throw unfit(from, `${name} is no file of a store`);
      else {
        await writeDurably(join(into, name), bytes).catch((error: unknown) => {
          throw writeFault(error, join(into, name));
        });
        sums.set(name, sha256(bytes));
      }
    }
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    throw unfit(from, error instanceof Error ? error.message : String(error), error);
  }
  if (listed === null) throw unfit(from, `it has no ${MANIFEST} that this version of Earshot can read`);
  checkSums(from, listed, sums, say);
  return listed;
}

function checkSums(
  from: string,
  { files }: Manifest,
  sums: Map<string, string>,
  say: (sentence: string) => void,
): void {
  for (const [index, { name, sha256: wanted }] of files.entries()) {
    const sum = sums.get(name);
    if (sum === undefined) throw unfit(from, `${name} is missing in it`);
    if (sum !== wanted) throw unfit(from, `${name} is not as it was when the backup was made (sha256)`);
    sums.delete(name);
    progress(index + 1, files.length, say);
  }
  const [stranger] = sums.keys();
  if (stranger !== undefined) throw unfit(from, `${stranger} is not on its list`);
}

/** The list comes last, as in an archive. */
async function* inFolder(folder: string): AsyncGenerator<Packed> {
  const read = (name: string) =>
    readFile(join(folder, name)).catch((error: unknown) => {
      throw readFault(error, join(folder, name));
    });
  const list = await read(MANIFEST).catch((error: unknown) => {
    throw unfit(folder, `it has no ${MANIFEST}`, error);
  });
  for (const { name } of parseManifest(list.toString('utf8'))?.files ?? []) yield { name, bytes: await read(name) };
  yield { name: MANIFEST, bytes: list };
}

function inArchive(path: string): AsyncGenerator<Packed> {
  const file = createReadStream(path);
  const plain = createGunzip();
  file.on('error', (error) => plain.destroy(error));
  return unpackTar(file.pipe(plain));
}

export function unfit(from: string, why: string, cause?: unknown): StoreFault {
  return new StoreFault(
    'unfit-backup',
    `${from} can't be restored: ${why}. Nothing was changed: name a folder or file that npm run backup has made.`,
    cause,
  );
}
