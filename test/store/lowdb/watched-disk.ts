import * as disk from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileSystem } from '../../../src/store/lowdb/file-system.ts';

type Act = 'open' | 'read' | 'list' | 'mkdir' | 'write' | 'sync' | 'rename' | 'link' | 'unlink' | 'touch';

/** Acts that change nothing are told only when they fail. */
const QUIET: readonly Act[] = ['read', 'list', 'mkdir', 'touch'];

/** A real disk that tells what was asked of it, and can be told to fail. */
export interface WatchedDisk extends FileSystem {
  /** `write page-000001.json.tmp`, …; a rename by its target. */
  readonly log: string[];
  /** Every such act on a matching name fails with the code; the returned function ends that. */
  fail(act: Act, name: RegExp, code: string): () => void;
  /** How many files with a matching name were replaced. */
  replaced(name: RegExp): number;
}

export function createWatchedDisk(): WatchedDisk {
  const log: string[] = [];
  const failures = new Set<{ act: Act; name: RegExp; code: string }>();

  async function note(act: Act, path: string): Promise<void> {
    const name = basename(path);
    if (!QUIET.includes(act)) log.push(`${act} ${name}`);
    for (const failure of failures) {
      if (failure.act === act && failure.name.test(name)) {
        throw Object.assign(new Error(`${failure.code}: ${name}`), { code: failure.code });
      }
    }
  }

  return {
    log,
    fail(act, name, code) {
      const failure = { act, name, code };
      failures.add(failure);
      return () => failures.delete(failure);
    },
    replaced: (name) => log.filter((line) => line.startsWith('rename ') && name.test(line.slice(7))).length,
    readlink: disk.readlink,
    stat: disk.stat,
    async utimes(path, accessed, modified) {
      await note('touch', path);
      await disk.utimes(path, accessed, modified);
    },
    async readFile(path, encoding) {
      await note('read', path);
      return disk.readFile(path, encoding);
    },
    async readdir(path) {
      await note('list', path);
      return disk.readdir(path);
    },
    async mkdir(path, options) {
      await note('mkdir', path);
      return disk.mkdir(path, options);
    },
    async open(path, flags) {
      await note('open', path);
      const file = await disk.open(path, flags);
      return {
        async writeFile(text) {
          await note('write', path);
          await file.writeFile(text);
        },
        async sync() {
          await note('sync', path);
          await file.sync();
        },
        close: () => file.close(),
      };
    },
    async link(existing, path) {
      await note('link', path);
      await disk.link(existing, path);
    },
    async rename(from, to) {
      await note('rename', to);
      await disk.rename(from, to);
    },
    async unlink(path) {
      await note('unlink', path);
      await disk.unlink(path);
    },
  };
}
