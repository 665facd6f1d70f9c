import type { Logger } from 'pino';
import type { Clock } from './clock.ts';

interface StopDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly patienceMs: number;
}

/**
 * Stops the parts side by side, each of which finishes what is under way. Resolves when all have, or when patience ends:
 * what is cut off then is what a crash would cut off, and the next start looks for it.
 */
export async function stopParts(
  parts: Readonly<Record<string, () => Promise<void>>>,
  { clock, log, patienceMs }: StopDeps,
): Promise<void> {
  const busy = new Set(Object.keys(parts));
  const ends = Object.entries(parts).map(async ([name, stop]) => {
    try {
      await stop();
    } catch (error) {
      log.error({ err: error, part: name }, 'earshot: a part could not be stopped in order');
    }
    busy.delete(name);
  });
  let cancel = () => {};
  const patience = new Promise<void>((resolve) => {
    cancel = clock.after(patienceMs, resolve);
  });
  await Promise.race([Promise.all(ends), patience]);
  cancel();
  if (busy.size > 0) log.warn({ parts: [...busy] }, 'earshot: stopped before these had finished');
}
