/** Dollars for each kind of resource, from X's price list of August 2026. */
export const PRICES = {
  'own mention read': 0.001,
  'post read': 0.005,
  'user read': 0.01,
  post: 0.015,
  'post with link': 0.2,
  reply: 0.01,
  delete: 0.01,
} as const;

export type Billed = keyof typeof PRICES;

export interface Costs {
  /** Bills a read; one resource is billed once in each UTC day, however often it is read. */
  read(kind: 'own mention read' | 'post read' | 'user read', id: string): void;
  /** Bills a write. */
  write(kind: 'post' | 'post with link' | 'reply' | 'delete'): void;
  count(kind: Billed): number;
  /** Dollars so far. */
  total(): number;
}

/** What this day would have cost on the real X. */
export function createCosts(now: () => Date): Costs {
  const counts = new Map<Billed, number>();
  let day = '';
  let readToday = new Set<string>();

  const add = (kind: Billed): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };

  return {
    read(kind, id) {
      const today = now().toISOString().slice(0, 10);
      if (today !== day) {
        day = today;
        readToday = new Set();
      }
      const resource = `${kind === 'user read' ? 'user' : 'post'} ${id}`;
      if (readToday.has(resource)) return;
      readToday.add(resource);
      add(kind);
    },
    write: add,
    count: (kind) => counts.get(kind) ?? 0,
    total: () => [...counts].reduce((sum, [kind, count]) => sum + PRICES[kind] * count, 0),
  };
}
