import { MINUTE_MS } from '../instant.ts';
import { normalised } from '../likeness.ts';
import type { Template } from '../settings.ts';
import { fillIn } from '../templates.ts';
import type { CheckContext, Look, PublicWord } from './context.ts';

/** So long ago is what visitors of our profile still see. */
const PROFILE_MS = 48 * 60 * MINUTE_MS;
/** "Thank you!" may be said to everybody. */
const FEWEST_WORDS = { person: 4, others: 6 } as const;
/** Of all that two texts are made of, so much in common. */
const ALIKE = 0.7;
const PIECE = 3;
/** Behind a text: "^AB", "(2/2)". */
const TRIMMINGS = /\^\p{L}{1,4}\s*$|\(\d\/\d\)\s*$/gu;

/**
 * This person, or somebody else lately, got the same words from us; names make no difference, another fact does. Words of
 * an incident are said to all its customers, on purpose; said to everybody twice they are worn as well.
 */
export const wornPhrase: Look = (text, context) => {
  const before = wornBy(text, context);
  if (before === null) return null;
  const { word, why } = before;
  const same = word.text.trim().toLowerCase() === text.trim().toLowerCase();
  const whom = context.mention === null ? 'all' : why;
  return { check: 'wornPhrase', why: whom, same, words: word.text, at: word.at, variant: variantFor(context) };
};

function wornBy(text: string, context: CheckContext): { word: PublicWord; why: 'person' | 'others' } | null {
  const { mention, recent, now } = context;
  const author = mention?.author ?? null;
  const names = author === null ? [] : [author.name, author.handle];
  const since = new Date(now.getTime() - PROFILE_MS).toISOString();
  const alike = recent
    .filter((one) => isComparable(one, context))
    .filter((one) => {
      const isTheirs = author !== null && one.to === author.id;
      const fewest = FEWEST_WORDS[isTheirs ? 'person' : 'others'];
      if (!isTheirs && one.at < since) return false;
      // A name of one customer is left out of both: it may be a word in the other's text.
      const both = [...names, ...one.names];
      const words = wordsOf(text, both);
      return words.length >= fewest && areAlike(words, wordsOf(one.text, both));
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const own = author === null ? undefined : alike.find((one) => one.to === author.id);
  const word = own ?? alike[0];
  return word === undefined ? null : { word, why: own === undefined ? 'others' : 'person' };
}

function isComparable(word: PublicWord, { mention }: CheckContext): boolean {
  // What everybody reads is new beside what everybody read.
  if (mention === null) return word.to === null;
  return word.incident === null || word.incident !== (mention.incident?.id ?? null);
}

function wordsOf(text: string, names: readonly string[]): readonly string[] {
  // A number stays one, also where somebody calls themselves by it.
  const nameWords = new Set(names.flatMap((name) => normalised(name).split(' ')).filter((word) => !/\d/.test(word)));
  return normalised(text.replace(TRIMMINGS, ''))
    .split(' ')
    .filter((word) => word !== '' && !nameWords.has(word));
}

/** Another number is another fact: an amount, a day, an hour. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
  if (numbersOf(a) !== numbersOf(b)) return false;
  const [one, other] = [piecesOf(a), piecesOf(b)];
  const common = [...one].filter((piece) => other.has(piece)).length;
  return common / (one.size + other.size - common) >= ALIKE;
}

function numbersOf(words: readonly string[]): string {
  return words
    .filter((word) => /\d/.test(word))
    .toSorted()
    .join(' ');
}

function piecesOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length < PIECE) return new Set([words.join(' ')]);
  return new Set(words.slice(PIECE - 1).map((_, index) => words.slice(index, index + PIECE).join(' ')));
}

const PURPOSE = {
  reply: 'reply',
  holding: 'holding',
  apology: 'apology-wrong',
  incident: 'incident',
  correction: 'reply',
} as const satisfies Record<CheckContext['purpose'], Template['purpose']>;

/** Another text of the team's for the same purpose and language that nobody got lately; null where there is none. */
function variantFor(context: CheckContext): string | null {
  const { settings, purpose, lang, mention } = context;
  const { name, handle } = mention?.author ?? { name: '', handle: '' };
  const fitting = settings.templates.filter(
    (one) => one.purpose === PURPOSE[purpose] && one.lang === (lang === 'de' ? 'de' : 'en'),
  );
  return fitting.find((one) => !isWorn(fillIn(one.text, { name, handle }), context))?.id ?? null;
}

/** Also as a part of a longer text: an apology is put together of two. */
function isWorn(text: string, { mention, recent, now }: CheckContext): boolean {
  const names = mention === null ? [] : [mention.author.name, mention.author.handle];
  const mine = piecesOf(wordsOf(text, names));
  const since = new Date(now.getTime() - PROFILE_MS).toISOString();
  return recent.some((one) => {
    if (one.at < since && one.to !== mention?.author.id) return false;
    const theirs = piecesOf(wordsOf(one.text, one.names));
    return [...mine].filter((piece) => theirs.has(piece)).length >= mine.size * ALIKE;
  });
}
