import { hashed, mixed, started } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { mannerOf } from './manner.ts';
import { readable, type Token, tokensOf } from './tokens.ts';

/**
 * What the model sees of a post. A feature is a number (see hash.ts) with a value; `first` and `last` say which tokens it
 * was seen in, or -1 for what belongs to the whole post.
 */
export interface Features {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hashes: readonly number[];
  readonly values: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** How much parts of words weigh beside whole words: there are so many of them. */
const PART = 0.5;
const PARTS = [3, 4] as const;

/** So many words after a negation are turned into their opposite. */
const NEGATED_WORDS = 4;
const NEGATION =
  /^(?:not|no|never|none|nothing|cannot|nobody|without|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|nix|nichts|ohne|niemand|\w+n't|dont|cant|wont|isnt|doesnt|didnt|havent|hasnt)$/;
const CLAUSE_ENDS = /^[.!?,;]/;

/** In a post of so few words each word says more, and something of its own. */
const SHORT_WORDS = 6;

/** The token before, names left out. */
interface Before {
  readonly word: string;
  readonly at: number | null;
}
const START: Before = { word: '<s>', at: null };

/**
 * Words and pairs of words without @names, words after a negation, the last word, parts of words, how the words feel by the
 * lexicons, signs, capitals, and who is spoken to. Every feature counts once, however often it occurs.
 */
export function featuresOf(post: string, lexicon: Lexicon): Features {
  const text = readable(post);
  const tokens = tokensOf(text);
  const hashes: number[] = [];
  const values: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const seen = new Set<number>();

  function add(hash: number, value: number, from: number, to: number): void {
    if (seen.has(hash)) return;
    seen.add(hash);
    hashes.push(hash);
    values.push(value);
    first.push(from);
    last.push(to);
  }
  const isShort = tokens.filter(({ isWord }) => isWord).length <= SHORT_WORDS;
  let negated = 0;
  let before: Before = START;
  const mood = { good: 0, bad: 0 };
  for (const [at, { word, isWord }] of tokens.entries()) {
    if (word === '<at>') continue;
    add(hashed(word, WORD), 1, at, at);
    if (isShort) add(hashed(word, IN_SHORT), 1, at, at);
    add(hashed(word, started(`${before.word} `, PAIR)), 1, before.at ?? at, at);
    negated = negatedAfter(word, negated);
    if (negated > 0 && negated < NEGATED_WORDS) add(hashed(word, AFTER_NOT), 1, at, at);
    const feeling = lexicon.feelingOf(word) * (negated > 0 ? -1 : 1);
    mood[feeling > 0 ? 'good' : 'bad'] += Math.abs(feeling);
    if (isWord) partsOf(word, (hash) => add(hash, PART, at, at));
    before = { word, at };
  }
  if (before.at !== null) add(hashed(before.word, LAST), 1, before.at, before.at);
  for (const name of mannerOf(text, tokens, mood)) add(hashed(`x:${name}`), 1, -1, -1);
  return { text, tokens, hashes, values, first, last };
}

const WORD = started('u:');
const IN_SHORT = started('s:');
const PAIR = started('b:');
const AFTER_NOT = started('n:');
const LAST = started('e:');
const PARTS_OF_WORDS = started('c:');

function partsOf(word: string, found: (hash: number) => void): void {
  const marked = `_${word}_`;
  for (const length of PARTS) {
    for (let from = 0; from + length <= marked.length; from++) {
      found(mixed(started(marked.slice(from, from + length), PARTS_OF_WORDS)));
    }
  }
}

/** How many words are still turned into their opposite, this one included. */
function negatedAfter(word: string, before: number): number {
  if (NEGATION.test(word)) return NEGATED_WORDS;
  return CLAUSE_ENDS.test(word) ? 0 : Math.max(0, before - 1);
}
