import type { Choice } from '../kit/surface.tsx';

/** Tells what is typed, one thing at a time and in order; of several letters that wait only the last. */
export interface Filler {
  put(block: string, value: Choice): void;
  /** Resolves when everything typed so far was told. */
  settled(): Promise<void>;
}

export function createFiller(tell: (block: string, value: Choice) => Promise<unknown>): Filler {
  const waiting = new Map<string, Choice>();
  let telling: Promise<void> | undefined;

  async function tellAll(): Promise<void> {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [block, value] = next;
      waiting.delete(block);
      await tell(block, value);
    }
    telling = undefined;
  }

  return {
    put(block, value) {
      waiting.set(block, value);
      telling ??= tellAll();
    },
    settled: () => telling ?? Promise.resolve(),
  };
}
