import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { writeFault } from './disk-faults.ts';
import { type FileSystem, readIfThere, removeQuietly } from './file-system.ts';

/** A lowdb adapter whose write is on disk, for good, when it resolves. */
export interface DurableFile<T> extends Adapter<T> {
  /** The size of the text that was last read or written. */
  bytes(): number;
  /** What it holds was read from another file. */
  sizedAs(other: Pick<DurableFile<T>, 'bytes'>): void;
}

interface DurableFileOptions<T> {
  readonly path: string;
  readonly fs: FileSystem;
  /** Checks and types the file's text; throws when it is damaged. */
  readonly parse: (text: string) => T;
}

/** The ending of a write under way; one that is found at start is what a crash left over. */
export const TEMPORARY = '.json.tmp';

export function temporaryOf(name: string): string {
  return name.replace(/\.json$/, TEMPORARY);
}

/**
 * Compact JSON, replaced as a whole: temporary file beside it, fsync, rename, fsync of the folder. lowdb's own adapters
 * leave out both fsyncs. A crash leaves the old text or the new one, never a mixture. Errors: `StoreFault`.
 */
export function createDurableFile<T>({ path, fs, parse }: DurableFileOptions<T>): DurableFile<T> {
  const temporary = temporaryOf(path);
  let bytes = 0;

  async function replace(text: string): Promise<void> {
    try {
      await withFile(fs, temporary, 'w', async (file) => {
        await file.writeFile(text);
        await file.sync();
      });
      await fs.rename(temporary, path);
    } catch (error) {
      await removeQuietly(fs, temporary);
      throw error;
    }
    await syncFolder(fs, dirname(path));
  }

  return {
    bytes: () => bytes,
    sizedAs(other) {
      bytes = other.bytes();
    },
    async read() {
      const text = await readIfThere(fs, path);
      if (text === null) return null;
      bytes = Buffer.byteLength(text);
      return parse(text);
    },
    async write(data) {
      const text = JSON.stringify(data);
      try {
        await replace(text);
      } catch (error) {
        throw writeFault(error, path);
      }
      bytes = Buffer.byteLength(text);
    },
  };
}

/** Makes names in a folder durable: without it a crash can undo a rename. */
export async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  // Windows has no way to open a folder; it writes renames through by itself.
  if (process.platform === 'win32') return;
  await withFile(fs, folder, 'r', (file) => file.sync());
}

async function withFile(
  fs: FileSystem,
  path: string,
  flags: string,
  use: (file: Awaited<ReturnType<FileSystem['open']>>) => Promise<void>,
): Promise<void> {
  const file = await fs.open(path, flags);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
