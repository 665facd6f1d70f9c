import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { StoreFault, type StoreHolder, type StoreLog } from '../index.ts';
import { writeFault } from './disk-faults.ts';
import { codeOf } from './error-code.ts';
import { type FileSystem, readIfThere, removeQuietly } from './file-system.ts';
import { BEAT_MS, startBeating, watchBeats } from './heartbeat.ts';
import { isOnThisMachine, lifeOf, lockedBy, ownerHere, parseOwner } from './lock-owner.ts';

export interface Lock {
  /** Errors: `StoreFault` `lock-lost`: another process has the folder, so nothing may be written any more. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

export interface LockOptions {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly log: StoreLog;
  /** Called once, when it is seen that another process has the folder. */
  readonly onLost: (fault: StoreFault) => void;
}

/** Another starter may free the lock, or take it, between our look and our try. */
const TRIES = 5;

/**
 * Keeps a second process out of the folder. The lock of a process of this machine that is gone is taken over at once; one
 * whose process can't be asked (another machine, another container) when it was not touched for half a minute, see
 * heartbeat.ts; everything else is a `StoreFault`.
 *
 * A process that stood still for longer than that (a suspended machine) may so lose its lock while it lives. It reads the
 * lock before each replacement of a file and writes nothing more once it is another's. Between that look and the
 * replacement lies a moment that no file system lets us close: it would take a process that stops right there for half a
 * minute, and wakes.
 */
export async function acquireLock(options: LockOptions): Promise<Lock> {
  const { folder, fs, clock } = options;
  const path = join(folder, 'lock');
  const token = randomUUID();
  const text = JSON.stringify(await ownerHere(fs, { since: clock.now().toISOString(), beatMs: BEAT_MS, token }));
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await place(fs, path, token, text)) return hold(path, text, options);
    const held = await readIfThere(fs, path);
    if (held !== null && (await isFree(path, held, options))) await takeAway(path, held, { token, text }, options);
  }
  throw new StoreFault('locked', `${path} changes hands again and again: several processes start at once. Start one.`);
}

/** Who holds a folder's lock and may be alive; null when it is free, or its process is gone. Touches nothing. */
export async function lockHolder(folder: string, fs: FileSystem): Promise<StoreHolder | null> {
  const held = await readIfThere(fs, join(folder, 'lock'));
  const owner = held === null ? null : parseOwner(held);
  if (owner === null || (await lifeOf(fs, owner)) === 'gone') return null;
  const { pid, host, since } = owner;
  return { pid, since, host: isOnThisMachine(owner) ? null : host };
}

/** The disk for the holder of a lock: no file is replaced any more once the lock is another's. */
export function guardedBy(lock: Lock, fs: FileSystem): FileSystem {
  return {
    ...fs,
    async rename(from, to) {
      await lock.assertHeld();
      await fs.rename(from, to);
    },
  };
}

function hold(path: string, text: string, { fs, clock, onLost }: LockOptions): Lock {
  let lost: StoreFault | null = null;

  async function assertHeld(): Promise<void> {
    if (lost !== null) throw lost;
    const found = await readIfThere(fs, path);
    if (found === text) return;
    // Several may look at once; one of them tells.
    if (lost === null) {
      lost = takenBy(found, path);
      onLost(lost);
    }
    throw lost;
  }

  const stop = startBeating(path, assertHeld, { fs, clock });
  return {
    assertHeld,
    async release() {
      stop();
      if ((await readIfThere(fs, path)) === text) await removeQuietly(fs, path);
    },
  };
}

function takenBy(found: string | null, path: string): StoreFault {
  const owner = found === null ? null : parseOwner(found);
  const who = owner === null ? 'somebody removed it' : `process ${owner.pid} on machine ${owner.host} has it now`;
  return new StoreFault(
    'lock-lost',
    `${path} is no longer this process's (${who}). It writes nothing more and ends, as two would damage each other's data: see that only one Earshot runs on this store, then start it.`,
  );
}

/** Linking a finished file creates the lock and its content in one step; like O_EXCL it fails where one exists. */
async function place(fs: FileSystem, path: string, token: string, text: string): Promise<boolean> {
  const draft = `${path}.${token}`;
  try {
    const file = await fs.open(draft, 'wx');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await fs.link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw writeFault(error, path);
  } finally {
    await removeQuietly(fs, draft);
  }
}

/** Whether nobody lives who holds it. Errors: `StoreFault` `locked`. */
async function isFree(path: string, held: string, { fs, clock, log }: LockOptions): Promise<boolean> {
  const owner = parseOwner(held);
  if (owner === null) return true;
  const life = await lifeOf(fs, owner);
  if (life === 'gone') return true;
  if (life === 'alive' || owner.beatMs === null) throw lockedBy(owner, path, false);
  const { pid, host, since, beatMs } = owner;
  log.warn(
    { path, pid, host, since },
    'store: another machine or container may still use it; looking for half a minute',
  );
  const seen = await watchBeats(path, held, beatMs, { fs, clock });
  if (seen === 'beats') throw lockedBy(owner, path, true);
  return seen === 'silent';
}

/**
 * Takes a stale lock away, under a lock of its own: of several starters that find the same stale one, a slower one would
 * otherwise take the fresh lock of a faster one.
 */
async function takeAway(
  path: string,
  stale: string,
  { token, text }: { readonly token: string; readonly text: string },
  options: LockOptions,
): Promise<void> {
  const { fs } = options;
  const turn = `${path}.takeover`;
  if (!(await place(fs, turn, token, text))) {
    const other = await readIfThere(fs, turn);
    if (other !== null && (await isFree(turn, other, options))) await removeQuietly(fs, turn);
    return;
  }
  try {
    if ((await readIfThere(fs, path)) === stale) await remove(fs, path, token);
  } finally {
    await removeQuietly(fs, turn);
  }
}

/** By a rename, which says when a disk does not let us. */
async function remove(fs: FileSystem, path: string, token: string): Promise<void> {
  const aside = `${path}.${token}.stale`;
  try {
    await fs.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw writeFault(error, path);
  }
  await removeQuietly(fs, aside);
}
