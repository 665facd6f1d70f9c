import type { Mention } from './mention.ts';

/** The longest query: what a person types to find something, and what fits a modal's memory. */
export const QUERY_LENGTH = 300;

/** What is looked for; all of it must be there. */
export interface Search {
  /** Words and quoted phrases that must occur anywhere. */
  readonly words: readonly Folded[];
  readonly from: readonly Folded[];
  readonly topics: readonly Folded[];
  /** A mention has one number: two different ones find nothing. */
  readonly numbers: readonly number[];
}

/**
 * A text as it is compared: without capitals and accents, and a second time with German umlauts written out, so that
 * `Glasfäser`, `glasfaser` and `Glasfaeser` find each other.
 */
export interface Folded {
  readonly plain: string;
  readonly german: string;
}

/** Every kind of quotation mark that Slack or a telephone puts in. */
const PART = /(?:(from|topic):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+))/gi;

/** `late "white van" from:jane topic:billing #42` → what must be there; null when nothing is looked for. */
export function searchFrom(query: string): Search | null {
  const words: Folded[] = [];
  const from: Folded[] = [];
  const topics: Folded[] = [];
  const numbers: number[] = [];
  for (const [, field, phrase, word] of query.matchAll(PART)) {
    const text = (phrase ?? word ?? '').trim();
    if (text === '') continue;
    const number = field === undefined && phrase === undefined ? /^#(\d{1,9})$/.exec(text)?.[1] : undefined;
    if (number !== undefined) numbers.push(Number(number));
    else if (field?.toLowerCase() === 'from') from.push(fold(text.replace(/^@/, '')));
    else if (field?.toLowerCase() === 'topic') topics.push(fold(text));
    else words.push(fold(text));
  }
  const isEmpty = [words, from, topics, numbers].every((list) => list.length === 0);
  return isEmpty ? null : { words, from, topics, numbers };
}

/** Whether a mention has all that is looked for. */
export function isFound(mention: Mention, { words, from, topics, numbers }: Search): boolean {
  if (!numbers.every((number) => number === mention.number)) return false;
  if (from.length > 0 && !occurIn([mention.author.handle], from)) return false;
  if (!topics.every((one) => occurIn(mention.topics, [one]))) return false;
  return words.length === 0 || occurIn(textsOf(mention), words);
}

/** All that a person may remember of a mention. */
function textsOf(mention: Mention): string[] {
  const { author, posts, publications, topics, ticket } = mention;
  return [
    ...posts.flatMap((post) => [post.text, ...post.versions.map(({ text }) => text)]),
    author.name,
    `@${author.handle}`,
    ...publications.map(({ text }) => text),
    ...topics,
    ...(ticket === null ? [] : [ticket]),
  ];
}

/** No phrase reaches from one text into the next. */
const BETWEEN = '\n';

function occurIn(texts: readonly string[], words: readonly Folded[]): boolean {
  const { plain, german } = fold(texts.map((text) => text.replace(/\s+/g, ' ')).join(BETWEEN));
  return words.every((word) => plain.includes(word.plain) || german.includes(word.german));
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const FOREIGN: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** A text without what does not matter when texts are compared. */
export function fold(text: string): Folded {
  const lower = text.normalize('NFC').toLowerCase();
  // Most texts have nothing to fold.
  if (!/[\u0080-\uFFFF]/.test(lower)) return { plain: lower, german: lower };
  const plain = withoutAccents(lower);
  const german = withoutAccents(lower.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter));
  return { plain, german };
}

function withoutAccents(text: string): string {
  return text
    .replace(/[ßςæœøłđı]/g, (letter) => FOREIGN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
