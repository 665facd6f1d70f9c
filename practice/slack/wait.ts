import { describeState } from './describe.ts';
import type { State } from './state.ts';

/** Real milliseconds; work behind a practice server is over in a fraction of this. */
const PATIENCE_MS = 8000;

/**
 * Waits until `look` answers something else than undefined, null or false; it looks again whenever something changes.
 * @throws Error after `timeoutMs` of real time, with `what` was expected and what is there instead.
 */
export function createWait(state: State) {
  return function waitFor<T>(
    look: () => T | undefined | null | false,
    what: string,
    { timeoutMs = PATIENCE_MS } = {},
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      function attempt() {
        try {
          const seen = look();
          if (seen === undefined || seen === null || seen === false) return;
          settle();
          resolve(seen);
        } catch (error) {
          settle();
          reject(error);
        }
      }
      function settle() {
        clearTimeout(timer);
        stopListening();
      }
      const stopListening = state.onChange(attempt);
      const timer = setTimeout(() => {
        settle();
        reject(new Error(`waited ${timeoutMs} ms for ${what}; instead:\n${describeState(state)}`));
      }, timeoutMs);
      attempt();
    });
  };
}
