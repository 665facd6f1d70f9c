import type { Logger } from 'pino';
import { type Clock, wait } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';
import { type Store, StoreFault } from '../store/index.ts';

interface SettleDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly isStopped: () => boolean;
}

const AGAIN_MS = 2 * SECOND_MS;

/**
 * What the world has done must reach the disk: a full one is tried again until it takes the result, or the app stops;
 * the next start then finds the effect as unclear and looks.
 */
export function createStubbornSettle({ store, clock, log, isStopped }: SettleDeps): Store['settle'] {
  return async (taken, decide) => {
    for (;;) {
      try {
        return await store.settle(taken, decide);
      } catch (error) {
        if (isStopped() || !(error instanceof StoreFault) || !isPassing(error)) throw error;
        log.error({ err: error, key: taken.row.key }, 'store: a result could not be saved, trying again');
        await wait(clock, AGAIN_MS);
      }
    }
  };
}

function isPassing(fault: StoreFault): boolean {
  return fault.code === 'disk-full' || fault.code === 'write-failed' || fault.code === 'read-only';
}
