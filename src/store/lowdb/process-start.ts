import type { FileSystem } from './file-system.ts';

/** The state letter and the start of a process: fields 3 and 22 of proc_pid_stat(5), counted from the last `)`. */
const STATE_FIELD = 0;
const START_FIELD = 19;
export const DEAD = 'dead';

/**
 * Tells a process from a later one that got the same id: the boot and the tick at which it started. null where the
 * system does not say (no /proc); `DEAD` for a process that ended and only waits to be reaped.
 */
export async function processStart(fs: FileSystem, pid: number): Promise<string | null> {
  try {
    const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await fs.readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, start] = [fields[STATE_FIELD], fields[START_FIELD]];
    if (state === undefined || start === undefined) return null;
    return state === 'Z' || state === 'X' ? DEAD : `${boot.trim()}:${start}`;
  } catch {
    return null;
  }
}

/** Names the space in which process ids count, as a container has its own; null where the system does not say. */
export async function pidSpace(fs: FileSystem): Promise<string | null> {
  return fs.readlink('/proc/self/ns/pid').catch(() => null);
}
