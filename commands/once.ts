/** How many finished presses are remembered; Slack redelivers within minutes. */
const REMEMBERED = 2_000;

export interface Once<T> {
  /**
   * Starts the work under a key, or joins what was started under it before: a redelivered press runs once and gets the
   * same answer.
   */
  take(key: string, work: () => Promise<T>): { readonly outcome: Promise<T>; readonly isFirst: boolean };
  /** The next delivery under this key runs again. */
  forget(key: string): void;
}

export function createOnce<T>(remembered: number = REMEMBERED): Once<T> {
  const known = new Map<string, Promise<T>>();
  return {
    take(key, work) {
      const before = known.get(key);
      if (before !== undefined) return { outcome: before, isFirst: false };
      const outcome = work();
      known.set(key, outcome);
      for (const oldest of known.keys()) {
        if (known.size <= remembered) break;
        known.delete(oldest);
      }
      return { outcome, isFirst: true };
    },
    forget(key) {
      known.delete(key);
    },
  };
}
