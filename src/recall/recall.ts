import { type Clock, wait } from '../clock.ts';
import type { Mention } from '../desk/mention.ts';
import type { Store } from '../store/index.ts';
import { createPastAnswers, type FoundAnswer } from './past-answers.ts';

/** What we said last time. */
export interface Recall {
  /** The closest past answers as of now; null while most of the history was not read yet. */
  closestTo(mention: Mention, most: number): Promise<readonly FoundAnswer[] | null>;
  /** Reads the whole history, a little at a time; resolves when it is read, or was stopped. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

interface RecallDeps {
  readonly store: Pick<Store, 'list'>;
  readonly clock: Clock;
}

/** Changed mentions that are read while a form waits to open: some milliseconds. More are read beside everything else. */
const AT_ONCE = 300;
const BATCH = 200;

/**
 * Finds past answers in an index in memory. It is fed by looking which mentions changed since the last look (the store
 * hands out the same object as long as nothing changed), so that no answer is missed, whatever published it, and who was
 * forgotten is gone before anything is found.
 */
export function createRecall({ store, clock }: RecallDeps): Recall {
  const answers = createPastAnswers();
  /** Mentions as they are in the index. */
  const read = new WeakSet<Mention>();
  let isStopped = false;
  let reading: Promise<void> | null = null;

  async function unread(): Promise<readonly Mention[]> {
    const all = await store.list('mention');
    return all.filter((mention) => !read.has(mention) && isOfUse(mention));
  }

  function isOfUse(mention: Mention): boolean {
    if (answers.concerns(mention)) return true;
    read.add(mention);
    return false;
  }

  function put(mention: Mention): void {
    answers.put(mention);
    read.add(mention);
  }

  async function readAll(): Promise<void> {
    // Listed anew for each batch: what changed meanwhile must not be put in as it was.
    for (let left = await unread(); left.length > 0 && !isStopped; left = await unread()) {
      // Newest first: those are asked for first, and stay where there are too many.
      for (const mention of left.slice(-BATCH)) put(mention);
      await wait(clock, 0);
    }
  }

  return {
    async closestTo(mention, most) {
      const left = await unread();
      if (left.length > AT_ONCE) return null;
      for (const one of left) put(one);
      return answers.closestTo(mention, most);
    },
    ready() {
      reading ??= readAll().finally(() => {
        reading = null;
      });
      return reading;
    },
    async stop() {
      isStopped = true;
      await reading;
    },
  };
}
