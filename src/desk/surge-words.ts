import { normalised } from './likeness.ts';
import { STOP_WORDS } from './stop-words.ts';

const MOST = 4;
/** A word says something about a surge when this share of its posts has it, … */
const SHARE = 0.3;
const LEAST = 3;
/** … and so many times the share of other days' posts. */
const TIMES = 2;
/** Two words that mostly stand together are named together. */
const TOGETHER = 0.6;
const LONGEST = 30;
/** Questions and hours are in every post of a bad hour, and name nothing. */
const NAMELESS = new Set(
  `what whats how hows why when where which who one two three four five six seven eight nine ten eleven twelve oclock
  wie warum wieso weshalb wann wo welche eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf uhr`.split(
    /\s+/,
  ),
);

/**
 * The words that the posts of a surge have in common and other days' posts do not, as their writers spell them, the most
 * frequent first: two words that stand together (“kein Netz”) before each of them alone.
 */
export function surgeWords(surge: readonly string[], otherDays: readonly string[]): readonly string[] {
  const [here, there] = [counted(surge), counted(otherDays)];
  const isUnusual = (key: string, count: number) =>
    count >= Math.max(LEAST, SHARE * surge.length) &&
    count / surge.length >= TIMES * ((there.get(key)?.count ?? 0) / Math.max(1, otherDays.length));
  const found = [...here].filter(([key, { count }]) => isUnusual(key, count));
  const pairs = found.filter(([key]) => key.includes(' '));
  const isInPair = (key: string, count: number) =>
    pairs.some(([pair, one]) => pair.split(' ').includes(key) && one.count >= TOGETHER * count);
  return found
    .filter(([key, { count }]) => key.includes(' ') || !isInPair(key, count))
    .filter(([key, { count }]) => !key.includes(' ') || isMostlyPair(here, key, count))
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([, { spellings }]) => mostFrequent(spellings));
}

/** A pair that is rare beside its words says less than they do. */
function isMostlyPair(words: ReadonlyMap<string, Counted>, pair: string, count: number): boolean {
  return pair.split(' ').some((word) => count >= TOGETHER * (words.get(word)?.count ?? count));
}

interface Counted {
  /** In how many posts. */
  count: number;
  readonly spellings: Map<string, number>;
}

function counted(texts: readonly string[]): Map<string, Counted> {
  const words = new Map<string, Counted>();
  // Thousands of posts of one surge are written in a few words.
  const keys = new Map<string, string | null>();
  const keyOf = (spelling: string) => {
    const known = keys.get(spelling);
    const key = known === undefined ? keyOfWord(spelling) : known;
    keys.set(spelling, key);
    return key;
  };
  for (const text of texts) {
    for (const [key, spelling] of termsOf(text, keyOf)) {
      const known = words.get(key) ?? { count: 0, spellings: new Map<string, number>() };
      known.count += 1;
      known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
      words.set(key, known);
    }
  }
  return words;
}

/** Each word and each pair of neighbours that says something, once for a post, with its spelling there. */
function termsOf(text: string, keyOf: (spelling: string) => string | null): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  let before: { readonly key: string; readonly spelling: string } | null = null;
  // What a comma or an end of a sentence parts does not stand together.
  for (const [spelling] of text
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[,.;:!?]/gu)) {
    const key = keyOf(spelling);
    if (key === null) {
      before = null;
      continue;
    }
    if (!terms.has(key)) terms.set(key, spelling);
    if (before !== null && !terms.has(`${before.key} ${key}`)) {
      terms.set(`${before.key} ${key}`, `${before.spelling} ${spelling}`);
    }
    before = { key, spelling };
  }
  return terms;
}

/** A word however it is spelled; null for what says nothing. */
function keyOfWord(spelling: string): string | null {
  const key = normalised(spelling);
  const isWord =
    key.length > 1 && spelling.length <= LONGEST && !key.includes(' ') && !STOP_WORDS.has(key) && !NAMELESS.has(key);
  return isWord ? key : null;
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
