/** Turns what is there into what is new: each listener gets everything first and then only the changes. */
export interface Feed {
  /** Something may have changed; told soon, together with what changes meanwhile. */
  stir(): void;
  /** @param tell hears each change as the JSON of a `Delta`; the returned function ends it. */
  listen(tell: (delta: string) => void): () => void;
  stop(): void;
}

/** Short enough to feel immediate, long enough to merge what one press causes. */
const GATHER_MS = 40;

/** @param look everything that is shown now: key → the item as JSON */
export function createFeed(look: () => ReadonlyMap<string, string>): Feed {
  const listeners = new Set<(delta: string) => void>();
  let known: ReadonlyMap<string, string> = new Map();
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    timer = undefined;
    const now = look();
    const set = [...now].filter(([key, json]) => known.get(key) !== json);
    const gone = [...known.keys()].filter((key) => !now.has(key));
    known = now;
    if (set.length === 0 && gone.length === 0) return;
    const delta = write(false, set, gone);
    for (const listener of listeners) listener(delta);
  }

  return {
    stir() {
      if (listeners.size > 0) timer ??= setTimeout(tell, GATHER_MS);
    },
    listen(listener) {
      // Whoever listens already gets what is new as well, so that everybody goes on from the same state.
      tell();
      listener(write(true, [...known], []));
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

function write(reset: boolean, set: readonly (readonly [string, string])[], gone: readonly string[]): string {
  const items = set.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join();
  return `{"reset":${reset},"set":{${items}},"gone":${JSON.stringify(gone)}}`;
}
