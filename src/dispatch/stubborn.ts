import type { Logger } from 'pino';
import { type Clock, wait } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';
import { isDiskTrouble } from '../store/index.ts';

/** Repeats a write to the store until the disk takes it, or the app stops. */
export type Stubbornly = <T>(write: () => Promise<T>) => Promise<T>;

interface StubbornDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly isStopped: () => boolean;
}

const AGAIN_MS = 2 * SECOND_MS;

/**
 * What the world has done must reach the disk: a full one is tried again until it takes the result; when the app stops
 * first, the next start finds the effect as unclear and looks.
 */
export function createStubbornly({ clock, log, isStopped }: StubbornDeps): Stubbornly {
  return async (write) => {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (isStopped() || !isDiskTrouble(error)) throw error;
        log.error({ err: error }, 'store: a result could not be saved, trying again');
        await wait(clock, AGAIN_MS);
      }
    }
  };
}
