import type { Change, Post, Seen } from './types.ts';

export interface Watchers {
  /** Hears every change that the public can see; the returned function stops it. */
  on: (listener: (change: Change) => void) => () => void;
  /**
   * Resolves with what `look` finds, asked again at each change and each call. No polling.
   * @param what for the error after `deadlineMs` of real time (default 10 s): "our reply to @anna"
   */
  waitFor: <T>(look: () => T | undefined | null | false, what: string, deadlineMs?: number) => Promise<T>;
  tell(change: Change): void;
  /** Something happened that is no public change: a call came in. */
  stir: () => void;
}

const DEADLINE_MS = 10_000;
const SHOWN_IN_ERROR = 12;

export function createWatchers(state: () => { timeline: Post[]; requests: Seen[] }): Watchers {
  const listeners = new Set<(change: Change) => void>();
  const waiting = new Set<() => void>();
  const stir = (): void => {
    for (const look of waiting) look();
  };

  function waitFor<T>(look: () => T | undefined | null | false, what: string, deadlineMs = DEADLINE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(deadline);
        waiting.delete(check);
      };
      const check = (): void => {
        try {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          settle();
          resolve(found);
        } catch (error) {
          settle();
          reject(error);
        }
      };
      const deadline = setTimeout(() => {
        settle();
        reject(new Error(`Waited ${deadlineMs} ms on the practice X for: ${what}\n${describe(state())}`));
      }, deadlineMs);
      waiting.add(check);
      check();
    });
  }

  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitFor,
    tell(change) {
      for (const listener of listeners) listener(change);
      stir();
    },
    stir,
  };
}

function describe({ timeline, requests }: { timeline: Post[]; requests: Seen[] }): string {
  const posts = timeline.slice(-SHOWN_IN_ERROR).map((post) => `  ${post.id} @${post.author.username}: ${post.written}`);
  const calls = requests
    .slice(-SHOWN_IN_ERROR)
    .map((call) => `  ${call.method} ${call.path} ${call.status} ${call.detail}`);
  return [
    `public at the end (of ${timeline.length}):`,
    ...posts,
    `calls at the end (of ${requests.length}):`,
    ...calls,
  ].join('\n');
}
