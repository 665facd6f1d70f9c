import { type Clock, wait } from '../../clock.ts';
import { SECOND_MS } from '../../desk/instant.ts';
import type { FileSystem } from './file-system.ts';
import { readIfThere } from './file-system.ts';

/** How often a lock is touched while its process lives. */
export const BEAT_MS = 5 * SECOND_MS;
/** So many beats that are missing are a death; a busy disk or a machine short of time may skip a few. */
const MISSED_BEATS = 6;
const LOOK_EVERY_MS = SECOND_MS;

/**
 * Watches a lock whose process can't be asked. Only changes of the file's own time count, measured on the watcher's
 * monotonic clock: what two machines think that the time is does not matter. Touching needs no space, so a full disk
 * does not look like a death. Reading the file first makes a network file system fetch its time anew.
 * @returns `beats` as soon as it is touched, `silent` when it was not for six beats, `changed` when it is another's or gone
 */
export async function watchBeats(
  path: string,
  held: string,
  beatMs: number,
  { fs, clock }: { readonly fs: FileSystem; readonly clock: Clock },
): Promise<'beats' | 'silent' | 'changed'> {
  const first = await touchedAt();
  const untilMs = clock.monotonicMs() + beatMs * MISSED_BEATS;
  while (clock.monotonicMs() < untilMs) {
    await wait(clock, LOOK_EVERY_MS);
    const now = await touchedAt();
    if (now === null) return 'changed';
    if (now !== first) return 'beats';
  }
  return first === null ? 'changed' : 'silent';

  async function touchedAt(): Promise<number | null> {
    if ((await readIfThere(fs, path)) !== held) return null;
    const stat = await fs.stat(path).catch(() => null);
    return stat?.mtimeMs ?? null;
  }
}

/** Touches the lock every few seconds until it is stopped; `check` throws when the lock is another's by now. */
export function startBeating(
  path: string,
  check: () => Promise<void>,
  { fs, clock }: { readonly fs: FileSystem; readonly clock: Clock },
): () => void {
  let isStopped = false;
  let cancel = () => {};

  async function beat(): Promise<void> {
    try {
      await check();
      const now = clock.now();
      await fs.utimes(path, now, now);
    } catch {
      // One that is lost was told; a disk in trouble shows at the next write, and the next beat tries again.
    }
    schedule();
  }

  function schedule(): void {
    if (!isStopped) cancel = clock.after(BEAT_MS, () => void beat());
  }

  schedule();
  return () => {
    isStopped = true;
    cancel();
  };
}
