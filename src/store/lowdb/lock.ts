import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { StoreFault, type StoreHolder } from '../index.ts';
import { codeOf, type FileSystem, readIfThere, removeQuietly, writeFault } from './file-system.ts';
import { DEAD, processStart } from './process-start.ts';

export interface Lock {
  release(): Promise<void>;
}

interface LockOptions {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly clock: Clock;
}

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** See process-start.ts. */
  start: z.string().nullable(),
  host: z.string(),
  since: z.string(),
  token: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** Another starter may free the lock, or take it, between our look and our try. */
const TRIES = 5;

/**
 * Keeps a second process out of the folder. The lock of a process that is gone is taken over; one of a living process,
 * or of another machine (which can't be asked), is a `StoreFault`.
 */
export async function acquireLock({ folder, fs, clock }: LockOptions): Promise<Lock> {
  const path = join(folder, 'lock');
  const token = randomUUID();
  const owner: Owner = {
    pid: process.pid,
    start: await processStart(fs, process.pid),
    host: hostname(),
    since: clock.now().toISOString(),
    token,
  };
  const text = JSON.stringify(owner);
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await place(fs, path, token, text)) return { release: () => release(fs, path, text) };
    const held = await readIfThere(fs, path);
    if (held !== null) await takeOver(fs, path, token, held);
  }
  throw new StoreFault('locked', `${path} changes hands again and again: several processes start at once. Start one.`);
}

/** Who holds a folder's lock and may be alive; null when it is free, or its process is gone. Touches nothing. */
export async function lockHolder(folder: string, fs: FileSystem): Promise<StoreHolder | null> {
  const held = await readIfThere(fs, join(folder, 'lock'));
  const owner = held === null ? null : parseOwner(held);
  if (owner === null || !(await mayLive(fs, owner))) return null;
  const { pid, host, since } = owner;
  return { pid, since, host: host === hostname() ? null : host };
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

async function takeOver(fs: FileSystem, path: string, token: string, held: string): Promise<void> {
  const owner = parseOwner(held);
  if (owner !== null && (await mayLive(fs, owner))) throw lockedBy(owner, path);
  const aside = `${path}.${token}.stale`;
  try {
    await fs.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw writeFault(error, path);
  }
  // Two starters may find the same stale lock: whoever then moved the other's fresh one puts it back.
  if ((await readIfThere(fs, aside)) !== held) await fs.link(aside, path).catch(() => {});
  await removeQuietly(fs, aside);
}

/** null for what nobody can own: the lock appears with its content, so other text was left by a crashed machine. */
function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function mayLive(fs: FileSystem, owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return true;
  if (!hasProcess(owner.pid)) return false;
  const start = await processStart(fs, owner.pid);
  return start === null || (start !== DEAD && (owner.start === null || owner.start === start));
}

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function lockedBy({ pid, host, since }: Owner, path: string): StoreFault {
  const message =
    host === hostname()
      ? `Process ${pid} uses this store since ${since} (${path}). Stop it first, or give this one another STORE_URL.`
      : `Process ${pid} on machine ${host} uses this store since ${since} (${path}). Stop it there; if that machine is gone for good, delete the file and start again.`;
  return new StoreFault('locked', message);
}

async function release(fs: FileSystem, path: string, text: string): Promise<void> {
  if ((await readIfThere(fs, path)) === text) await removeQuietly(fs, path);
}
