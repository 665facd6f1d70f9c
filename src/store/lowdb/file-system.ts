import { link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { StoreFault } from '../index.ts';

/** An open file, as far as a durable write needs it. */
export interface OpenFile {
  writeFile(text: string): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What the store asks of a disk: the part of `node:fs/promises` that it uses. */
export interface FileSystem {
  open(path: string, flags: string): Promise<OpenFile>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, options: { recursive: true }): Promise<unknown>;
  link(existing: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The machine's own. */
export const DISK: FileSystem = { link, mkdir, open, readdir, readFile, rename, unlink };

/** Node's code of a failed call (`ENOSPC`), or undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The file's text; null when there is no such file. */
export async function readIfThere(fs: FileSystem, path: string): Promise<string | null> {
  try {
    return await fs.readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new StoreFault(
      'damaged-page',
      `The store can't read ${path} (${codeOf(error) ?? 'unknown error'}). Nothing was changed: check the file's owner and the disk, then start again.`,
      error,
    );
  }
}

/** Deletes what may already be gone; a file that can't be deleted is found again at the next start. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch(() => {});
}

/** A failed write as a fault that says what to do. */
export function writeFault(error: unknown, path: string): StoreFault {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error) ?? 'unknown error';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreFault(
        'disk-full',
        `The store can't save ${path}: no space left (${code}). What was saved is safe: free some space, then try again.`,
        error,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new StoreFault(
        'read-only',
        `The store can't save ${path}: writing is not allowed (${code}). Give this user the right to write to the folder.`,
        error,
      );
    default:
      return new StoreFault(
        'write-failed',
        `The store can't save ${path} (${code}). What was saved is safe: check the disk, then try again.`,
        error,
      );
  }
}
