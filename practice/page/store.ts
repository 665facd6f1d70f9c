import type { Act, Delta, Done, Item } from '../page-server/wire.ts';

/** What the server has told so far, and whether it is still there. */
export interface Told {
  readonly items: ReadonlyMap<string, Item>;
  readonly ended: boolean;
}

export interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Told;
  /** Does something; a fault of the connection is an answer as well. */
  send(act: Act): Promise<Done>;
}

const GONE: Done = { ok: false, error: 'Practice has ended. Start it again with: npm run practice' };

/** Listens to the server from the first subscription on; an item that did not change stays the same object. */
export function createStore(): Store {
  const listeners = new Set<() => void>();
  let told: Told = { items: new Map(), ended: false };
  let source: EventSource | undefined;

  function tell(next: Told): void {
    told = next;
    for (const listener of listeners) listener();
  }

  function hear(data: string): void {
    const delta: unknown = JSON.parse(data);
    if (!isDelta(delta)) return;
    const items = new Map(delta.reset ? [] : told.items);
    for (const [key, item] of Object.entries(delta.set)) items.set(key, item);
    for (const key of delta.gone) items.delete(key);
    tell({ items, ended: false });
  }

  function listen(): void {
    source = new EventSource('api/events');
    source.onmessage = ({ data }) => hear(String(data));
    source.addEventListener('end', () => tell({ ...told, ended: true }));
    // The browser tries again by itself; a server that came back begins anew.
    source.onerror = () => tell({ ...told, ended: true });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (source === undefined) listen();
      return () => listeners.delete(listener);
    },
    get: () => told,
    async send(act) {
      try {
        const response = await fetch('api/act', { method: 'POST', body: JSON.stringify(act) });
        const done: unknown = await response.json();
        return isDone(done) ? done : GONE;
      } catch {
        return GONE;
      }
    },
  };
}

/** The page and its server are built together: only the outer form is checked. */
function isDelta(value: unknown): value is Delta {
  return typeof value === 'object' && value !== null && 'reset' in value && 'set' in value && 'gone' in value;
}

function isDone(value: unknown): value is Done {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
