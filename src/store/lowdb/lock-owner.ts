import { hostname } from 'node:os';
import { z } from 'zod';
import { StoreFault } from '../index.ts';
import { codeOf } from './error-code.ts';
import type { FileSystem } from './file-system.ts';
import { DEAD, pidSpace, processStart } from './process-start.ts';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** See process-start.ts. */
  start: z.string().nullable(),
  /** Where the process id counts; a container has its own. */
  space: z.string().nullable().default(null),
  host: z.string(),
  since: z.string(),
  /** How often its file is touched; null of a version that did not. */
  beatMs: z.number().positive().nullable().default(null),
  token: z.string(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** Who would hold a lock of this process. */
export async function ownerHere(fs: FileSystem, own: Pick<Owner, 'since' | 'beatMs' | 'token'>): Promise<Owner> {
  const { pid } = process;
  return { pid, start: await processStart(fs, pid), space: await pidSpace(fs), host: hostname(), ...own };
}

/** null for what nobody can own: the lock appears with its content, so other text was left by a crashed machine. */
export function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function isOnThisMachine({ host }: Pick<Owner, 'host'>): boolean {
  return host === hostname();
}

/**
 * Whether the process lives. `unknown` where this process can't ask: another machine, another container (also one of the
 * same name, as two may share a folder), or the same name before it was started anew.
 */
export async function lifeOf(fs: FileSystem, owner: Owner): Promise<'alive' | 'gone' | 'unknown'> {
  if (!isOnThisMachine(owner) || owner.space !== (await pidSpace(fs))) return 'unknown';
  const here = await processStart(fs, process.pid);
  if (owner.start !== null && bootOf(owner.start) !== bootOf(here)) return 'unknown';
  if (!hasProcess(owner.pid)) return 'gone';
  const start = await processStart(fs, owner.pid);
  return start === null || (start !== DEAD && (owner.start === null || owner.start === start)) ? 'alive' : 'gone';
}

/** @param beats whether its file was seen to be touched */
export function lockedBy(owner: Owner, path: string, beats: boolean): StoreFault {
  const { pid, host, since } = owner;
  const where = isOnThisMachine(owner) ? '' : ` on machine ${host}`;
  const uses = `Process ${pid}${where} uses this store since ${since} (${path})`;
  const remedy = beats
    ? 'and touched its lock just now. Stop it first, or give this one another STORE_URL.'
    : 'Stop it there; if that machine is gone for good, delete the file and start again.';
  if (isOnThisMachine(owner) && !beats) {
    return new StoreFault('locked', `${uses}. Stop it first, or give this one another STORE_URL.`);
  }
  return new StoreFault('locked', `${uses}${beats ? ' ' : '. '}${remedy}`);
}

function bootOf(start: string | null): string | null {
  return start === null ? null : start.slice(0, start.lastIndexOf(':'));
}

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
