import { link, mkdir, open, readdir, readFile, readlink, rename, stat, unlink, utimes } from 'node:fs/promises';
import { readFault } from './disk-faults.ts';
import { codeOf } from './error-code.ts';

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
  readlink(path: string): Promise<string>;
  stat(path: string): Promise<{ readonly mtimeMs: number; readonly ino: number }>;
  utimes(path: string, accessed: Date, modified: Date): Promise<void>;
  mkdir(path: string, options: { recursive: true; mode?: number }): Promise<unknown>;
  link(existing: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The machine's own. */
export const DISK: FileSystem = {
  link,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  stat,
  unlink,
  utimes,
};

/** The file's text; null when there is no such file. */
export async function readIfThere(fs: FileSystem, path: string): Promise<string | null> {
  try {
    return await fs.readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw readFault(error, path);
  }
}

/** Deletes what may already be gone; a file that can't be deleted is found again at the next start. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch(() => {});
}
