import { STOP_WORDS } from './stop-words.ts';

/** Beside the words that say nothing in any comparison: what stands in every answer and every request for one. */
const IN_EVERY_ONE: ReadonlySet<string> = new Set(
  'danke gern gerne guten herr frau hey thank thanks why how when where what who which if could might must been because help hilfe'.split(
    ' ',
  ),
);

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' };

/** Addresses and names of accounts: whose they are says nothing about what a text is about. */
const NO_WORDS = /https?:\/\/\S+|www\.\S+|[@＠][\p{L}\p{N}_]+|\S+@\S+/giu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Numbers of customers, orders, telephones: what two texts share by them is chance, and they stay out of any index. */
const LONG_NUMBER = /\d{5,}/;
const ENDINGS = /(?:ing|ed|en|er|es|em|e|n|s)$/;
const SHORTEST_STEM = 4;

/**
 * The words of a text by which texts are compared, in their order: without capitals and accents, German umlauts written
 * out, common endings and words that say nothing left out. The same for both languages, as customers mix them.
 */
export function termsOf(text: string): string[] {
  return (folded(text.replace(NO_WORDS, ' ')).match(WORD) ?? []).flatMap((word) => {
    if (word.length < 2 || STOP_WORDS.has(word) || IN_EVERY_ONE.has(word) || LONG_NUMBER.test(word)) return [];
    return [stemOf(word)];
  });
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœø]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length < SHORTEST_STEM || /\d/.test(word) ? word : stem;
}

const LONGEST_COMPOUND = 40;
const SHORTEST_PART = 4;

/**
 * The two words that a German compound is made of, where both are known: `internetausfall` → `internet`, `ausfall`. Empty
 * for any other word.
 */
export function partsOfCompound(term: string, isKnown: (term: string) => boolean): readonly string[] {
  if (term.length < 2 * SHORTEST_PART || term.length > LONGEST_COMPOUND) return [];
  for (let end = term.length - SHORTEST_PART; end >= SHORTEST_PART; end -= 1) {
    const tail = stemOf(term.slice(end));
    if (!isKnown(tail)) continue;
    const head = [
      term.slice(0, end),
      stemOf(term.slice(0, end)),
      term.slice(0, end).replace(/(?:s|es|n|en)$/, ''),
    ].find((one) => one.length >= SHORTEST_PART && isKnown(one));
    if (head !== undefined) return [head, tail];
  }
  return [];
}
