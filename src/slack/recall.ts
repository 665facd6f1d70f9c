import type { Clock } from '../clock.ts';
import { MINUTE_MS, SECOND_MS } from '../desk/instant.ts';

/** What is known; `why` says why Slack did not tell, where nothing was known from before. */
export type Recalled<T> = { readonly value: T } | { readonly why: string };

interface Known<T> {
  readonly value: T;
  readonly readAtMs: number;
}

const FRESH_MS = 5 * MINUTE_MS;
/** A press waits this long for a newer answer; its trigger lives three seconds. */
const PATIENCE_MS = SECOND_MS;

/**
 * Remembers what Slack says about each id: for five minutes unless asked for fresher, and longer while Slack does not
 * answer or takes too long. Whoever was let in a moment ago is not shut out by Slack's trouble; whoever nobody knows
 * anything about is not let in by it.
 */
export function createRecall<T>(clock: Clock, read: (id: string) => Promise<T>) {
  const all = new Map<string, Known<T>>();
  const underWay = new Map<string, Promise<Known<T>>>();

  async function learn(id: string): Promise<Known<T>> {
    const known = { value: await read(id), readAtMs: clock.monotonicMs() };
    all.set(id, known);
    return known;
  }

  function newer(id: string): Promise<Known<T>> {
    const running = underWay.get(id) ?? learn(id).finally(() => underWay.delete(id));
    underWay.set(id, running);
    return running;
  }

  /** What is known already, when the newer answer takes too long. */
  async function orSoon(answer: Promise<Known<T>>, known: Known<T>): Promise<Known<T>> {
    let cancel = () => {};
    const patience = new Promise<Known<T>>((resolve) => {
      cancel = clock.after(PATIENCE_MS, () => resolve(known));
    });
    try {
      return await Promise.race([answer, patience]);
    } finally {
      cancel();
      // It may still fail when nobody waits for it any more.
      answer.catch(() => {});
    }
  }

  return async (id: string, freshMs: number = FRESH_MS): Promise<Recalled<T>> => {
    const known = all.get(id);
    if (known !== undefined && clock.monotonicMs() - known.readAtMs < freshMs) return known;
    try {
      return known === undefined ? await newer(id) : await orSoon(newer(id), known);
    } catch (error) {
      return known ?? { why: error instanceof Error ? error.message : String(error) };
    }
  };
}
