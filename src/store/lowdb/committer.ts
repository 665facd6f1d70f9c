import { createDraft, type Draft } from './draft.ts';
import { keyOf } from './entry.ts';
import type { Memory } from './memory.ts';
import type { Meta } from './meta.ts';
import type { Page, Pages } from './pages.ts';

/** Runs changes and saves them: those that wait together for one page share one write of it. */
export interface Committer {
  /** Resolves with the step's result when it is on disk. Rejects with what the step threw, or with the write's fault. */
  submit<R>(key: string, step: (draft: Draft) => R): Promise<R>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

interface CommitterDeps {
  readonly memory: Memory;
  readonly pages: Pages;
  readonly meta: Meta;
  /** Called with the keys of the aggregates that were saved. */
  readonly onSaved: (keys: readonly string[]) => void;
}

interface Change {
  readonly turn: number;
  readonly key: string;
  /** Runs the step on the draft; returns what tells the caller of its success. */
  readonly run: (draft: Draft) => () => void;
  readonly reject: (error: unknown) => void;
}

/** A bounded group: whoever came earlier is not kept waiting by a steady stream of later ones. */
const GROUP_LIMIT = 200;

/** Groups are written one after another; the page of the oldest waiting change goes first. */
export function createCommitter({ memory, pages, meta, onSaved }: CommitterDeps): Committer {
  let waiting: Change[] = [];
  let turns = 0;
  let draining: Promise<void> | null = null;

  function pageOf(key: string): Page {
    return pages.of(key) ?? pages.open();
  }

  function nextGroup(oldest: Change): { page: Page; group: Change[] } {
    const page = pageOf(oldest.key);
    const group: Change[] = [];
    const rest: Change[] = [];
    for (const change of waiting) {
      (group.length < GROUP_LIMIT && pageOf(change.key) === page ? group : rest).push(change);
    }
    waiting = rest;
    return { page, group };
  }

  /** Runs the group's steps; those that no longer fit on the page wait for the next one. */
  function runOn(draft: Draft, page: Page, group: readonly Change[]) {
    const done: (() => void)[] = [];
    const refused: (() => void)[] = [];
    for (const [index, change] of group.entries()) {
      const isNew = memory.get(change.key) === undefined && !draft.changed.has(change.key);
      if (isNew && draft.changed.size > 0 && pages.isFull(page, draft.addedBytes())) {
        waiting = [...group.slice(index), ...waiting].sort((one, other) => one.turn - other.turn);
        break;
      }
      try {
        done.push(change.run(draft));
      } catch (error) {
        refused.push(() => change.reject(error));
      }
    }
    return { ran: group.slice(0, done.length + refused.length), tell: [...done, ...refused] };
  }

  async function commit(page: Page, group: readonly Change[]): Promise<void> {
    const draft = createDraft(memory);
    const { ran, tell } = runOn(draft, page, group);
    try {
      if (draft.changed.size > 0) await save(page, draft);
    } catch (error) {
      // Even a refusal may rest on a state that was not saved: the whole group fails.
      for (const change of ran) change.reject(error);
      return;
    }
    for (const one of tell) one();
    if (draft.changed.size > 0) onSaved([...draft.changed.keys()]);
  }

  async function save(page: Page, draft: Draft): Promise<void> {
    const entries = [...draft.changed.values()];
    await meta.reserve(draft.numbers());
    await page.save(entries, draft.numbers());
    pages.keep(page, draft.changed.keys());
    for (const { ref, effect } of draft.released) memory.queue.release(keyOf(ref), effect);
    memory.put(entries, draft.numbers());
  }

  async function drain(): Promise<void> {
    // What is submitted in the same turn of the event loop belongs to one group.
    await Promise.resolve();
    for (let oldest = waiting[0]; oldest !== undefined; oldest = waiting[0]) {
      const { page, group } = nextGroup(oldest);
      await commit(page, group);
    }
    draining = null;
  }

  return {
    submit: (key, step) =>
      new Promise((resolve, reject) => {
        turns += 1;
        const run = (draft: Draft) => {
          const result = step(draft);
          return () => resolve(result);
        };
        waiting.push({ turn: turns, key, run, reject });
        draining ??= drain();
      }),
    async idle() {
      await draining;
    },
  };
}
