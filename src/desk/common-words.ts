import { normalised } from './likeness.ts';
import { STOP_WORDS } from './stop-words.ts';

const SHORTEST = 3;

/** A word that several texts have in common, in the form that most of them use. */
export interface CommonWord {
  readonly word: string;
  /** Texts that have it. */
  readonly count: number;
}

/**
 * What texts have in common, the most frequent first: words that at least two of them have, without those that any text
 * has. As they were written, so that they can be shown.
 */
export function commonWords(texts: readonly string[], most = 5): readonly CommonWord[] {
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const [key, written] of wordsOf(text)) {
      const known = forms.get(key) ?? new Map<string, number>();
      forms.set(key, known.set(written, (known.get(written) ?? 0) + 1));
    }
  }
  return [...forms.values()]
    .map((written) => {
      const usual = [...written].toSorted((a, b) => b[1] - a[1])[0];
      return { word: usual?.[0] ?? '', count: [...written.values()].reduce((sum, one) => sum + one, 0) };
    })
    .filter(({ count }) => count >= Math.min(2, texts.length))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}

/** Each word once, by its normalised form. */
function wordsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const plain = text.replace(/https?:\/\/\S+|@[\w.]+/g, ' ');
  for (const [written] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const key = normalised(written);
    if (key.length < SHORTEST || /^\d+$/.test(key) || STOP_WORDS.has(key) || found.has(key)) continue;
    found.set(key, written.toLowerCase());
  }
  return found;
}
