import { hashed } from './hash.ts';

/** How words feel: below zero bad, above zero good, zero for words that it does not know. */
export interface Lexicon {
  feelingOf(word: string): number;
}

/** The words of a lexicon are known by their numbers alone. */
export interface LexiconTable {
  readonly hashes: Uint32Array;
  /** Feelings in steps of `STEP`. */
  readonly feelings: Int8Array;
}

/** From -5.3 to 5.3. */
const STEP = 1 / 24;

export function createLexicon({ hashes, feelings }: LexiconTable): Lexicon {
  const known = new Map<number, number>();
  for (const [i, hash] of hashes.entries()) known.set(hash, (feelings[i] ?? 0) * STEP);
  return { feelingOf: (word) => known.get(hashed(word, 0)) ?? 0 };
}

/** The same as a table; words that share a number keep the first one's feeling. */
export function lexiconTable(words: ReadonlyMap<string, number>): LexiconTable {
  const known = new Map<number, number>();
  for (const [word, feeling] of words) {
    const hash = hashed(word, 0);
    if (!known.has(hash)) known.set(hash, Math.max(-127, Math.min(127, Math.round(feeling / STEP))));
  }
  const sorted = [...known].sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    feelings: Int8Array.from(sorted, ([, feeling]) => feeling),
  };
}
