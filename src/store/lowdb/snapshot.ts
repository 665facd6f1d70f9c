import { linkSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFault } from '../index.ts';
import { readFault, writeFault } from './disk-faults.ts';
import { codeOf } from './error-code.ts';
import { META } from './meta.ts';
import { isPage } from './pages.ts';

/** A pass takes a few milliseconds; an app that replaces a page in each of so many does not exist. */
const MOST_PASSES = 100;

/**
 * Takes hold of all files of a store at one instant, while an app may be writing to it, and returns their names. The app
 * replaces each file as a whole, so a second name for it (a hard link, made within microseconds) keeps what stood in it.
 * When after all links are made not one file was replaced meanwhile, they are what stood there at one instant between the
 * last link and the first look: exactly what a crash at that instant would have left, which is what every start is made
 * for. So state, effects, numbers and cursors agree across pages. What changed is linked again until that holds. The calls
 * are synchronous, because a pass must be quicker than the app's writes.
 * @param into an empty folder on the same disk
 */
export function takeSnapshot(folder: string, into: string, link: typeof linkSync = linkSync): readonly string[] {
  const held = new Map<string, bigint>();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const names = filesIn(folder);
    for (const name of held.keys()) if (!names.includes(name)) drop(name);
    for (const name of names) if (held.get(name) !== inodeOf(join(folder, name))) take(name);
    if (isUnchanged()) return [...held.keys()].sort();
  }
  throw new StoreFault('write-failed', `${folder} changes too fast to be copied. Try again in a minute.`);

  function take(name: string): void {
    drop(name);
    const copy = join(into, name);
    try {
      link(join(folder, name), copy);
    } catch (error) {
      // Replaced or set aside between two calls: the next pass sees what is there then.
      if (codeOf(error) === 'ENOENT') return;
      throw writeFault(error, copy);
    }
    const inode = inodeOf(copy);
    if (inode !== null) held.set(name, inode);
  }

  function drop(name: string): void {
    if (held.delete(name)) unlinkSync(join(into, name));
  }

  function isUnchanged(): boolean {
    const names = filesIn(folder);
    return names.length === held.size && names.every((name) => held.get(name) === inodeOf(join(folder, name)));
  }
}

/** Makes the folder that a snapshot goes into. Errors: `StoreFault`. */
export function makeSnapshotFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    throw writeFault(error, path);
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name === META || isPage(name));
  } catch (error) {
    throw readFault(error, folder);
  }
}

/** Its number is not given to another file while our link holds it. */
function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
