import { type Sense, sensesOf } from './cause-words.ts';
import { bandsOf, hash } from './min-hash.ts';
import { PLACES } from './places.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Tone, toneOf } from './tone.ts';

/** What is kept of a text to compare it with others: numbers alone, the same for the same text on every machine. */
export interface Sketch {
  /** Hashes of what it speaks of, each with its weight in `weights`; rising. */
  readonly words: readonly number[];
  readonly weights: readonly number[];
  /** The smallest hashes of its pieces of words, which forgive a typing mistake; rising. */
  readonly pieces: readonly number[];
  /** Its MinHash in bands: texts that share one may say the same, others hardly do. */
  readonly bands: readonly number[];
  readonly things: readonly number[];
  readonly troubles: readonly number[];
  /** Towns, postcodes, numbers of trains and flights: where two texts name different ones, they are about different things. */
  readonly places: readonly number[];
  readonly tone: Tone;
  /** The whole text: of one that says hardly anything only its like is the same. */
  readonly whole: number;
}

/** From where on two texts say the same, and from where on they tell of one cause; measured by `npm run measure`. */
export const SAME = { words: 0.65, cause: 0.55 } as const;

/** Longer posts are compared by their beginning: nobody writes the same thing later on. */
const LONGEST = 2_000;
const MOST_WORDS = 200;
const MOST_PIECES = 256;
const PIECE = 4;
const SENSE_WEIGHT = 2;
/** "Just sent it" and "sent" share all they say, and say nothing. */
const SUBSTANCE = 3;

/** Under a tenth of a millisecond for a post of 280 characters. */
export function sketch(text: string): Sketch {
  const plain = normalised(text);
  const tokens = plain
    .split(' ')
    .filter((one) => one !== '')
    .slice(0, MOST_WORDS);
  const weights = new Map<number, number>();
  const pieces = new Set<number>();
  const things = new Set<number>();
  const troubles = new Set<number>();
  const tones = new Set<'good' | 'ask'>();
  for (const token of tokens) {
    const senses = sensesOf(token);
    for (const sense of senses) note(sense, { weights, things, troubles, tones });
    if (senses.some(({ type }) => type !== 'tone') || STOP_WORDS.has(token)) continue;
    const stem = stemOf(token);
    weights.set(hash(stem), 1);
    for (const piece of piecesOf(stem)) pieces.add(hash(piece));
  }
  settleNegation(weights, troubles);
  settleNetwork(weights, things);
  for (const name of [...things, ...troubles]) pieces.add(name);
  const words = [...weights.keys()].toSorted(rising);
  const kept = [...pieces].toSorted(rising).slice(0, MOST_PIECES);
  return {
    words,
    weights: words.map((word) => weights.get(word) ?? 1),
    pieces: kept,
    bands: [...bandsOf(heavy(weights)), ...bandsOf(kept, 1)],
    things: [...things].toSorted(rising),
    troubles: [...troubles].toSorted(rising),
    places: placesIn(tokens),
    whole: hash(plain),
    tone: toneOf(plain, troubles.size > 0, tones),
  };
}

/** Each word as often as it weighs, so that what shares the heavy ones is found by them. */
function heavy(weights: ReadonlyMap<number, number>): readonly number[] {
  return [...weights].flatMap(([word, weight]) => Array.from({ length: weight }, (_, copy) => word + copy));
}

/** How far two texts say the same, from 0 to 1. */
export function likeness(a: Sketch, b: Sketch): number {
  return spoken(a, b) * agreement(a, b);
}

/** How far two texts tell of one cause, in whatever words and in either language, from 0 to 1. */
export function causeLikeness(a: Sketch, b: Sketch): number {
  const isNamed = a.things.length > 0 && b.things.length > 0 && a.troubles.length > 0 && b.troubles.length > 0;
  const named = isNamed
    ? 0.5 * covered(a.things, b.things) + 0.4 * covered(a.troubles, b.troubles) + 0.1 * spoken(a, b)
    : 0;
  return Math.max(spoken(a, b), named) * agreement(a, b);
}

function spoken(a: Sketch, b: Sketch): number {
  if (Math.min(substanceOf(a), substanceOf(b)) < SUBSTANCE) return a.words.length > 0 && a.whole === b.whole ? 1 : 0;
  return Math.max(weighted(a, b), shared(a.pieces, b.pieces));
}

function substanceOf({ weights }: Sketch): number {
  return weights.reduce((sum, one) => sum + one, 0);
}

/** Where they contradict each other, words in common count for little. */
function agreement(a: Sketch, b: Sketch): number {
  const otherPlace = differ(a.places, b.places);
  const otherThing = differ(a.things, b.things);
  const otherTrouble = differ(a.troubles, b.troubles);
  const otherTone =
    a.tone !== b.tone && (a.tone === 'good' || b.tone === 'good' || a.tone === 'ask' || b.tone === 'ask');
  return (otherPlace ? 0.4 : 1) * (otherThing ? 0.4 : 1) * (otherTrouble ? 0.6 : 1) * (otherTone ? 0.4 : 1);
}

interface Noted {
  readonly weights: Map<number, number>;
  readonly things: Set<number>;
  readonly troubles: Set<number>;
  readonly tones: Set<'good' | 'ask'>;
}

function note(sense: Sense, { weights, things, troubles, tones }: Noted): void {
  if (sense.type === 'tone') {
    tones.add(sense.name);
    return;
  }
  const named = hash(`${sense.type}:${sense.name}`);
  (sense.type === 'thing' ? things : troubles).add(named);
  weights.set(named, SENSE_WEIGHT);
}

const NEGATED = hash('trouble:no');
const OUT = hash('trouble:out');

/** "No" is an outage where nothing else is the trouble: "no internet", but not "not delivered, and late". */
function settleNegation(weights: Map<number, number>, troubles: Set<number>): void {
  if (!troubles.delete(NEGATED)) return;
  weights.delete(NEGATED);
  if (troubles.size > 0) return;
  troubles.add(OUT);
  weights.set(OUT, SENSE_WEIGHT);
}

const [EITHER, NET, MOBILE] = [hash('thing:either'), hash('thing:net'), hash('thing:mobile')];

/** "Kein Netz" may be that of the house or that of the phone, unless the text says which. */
function settleNetwork(weights: Map<number, number>, things: Set<number>): void {
  if (!things.delete(EITHER)) return;
  weights.delete(EITHER);
  if (things.has(NET) || things.has(MOBILE)) return;
  for (const thing of [NET, MOBILE]) {
    things.add(thing);
    weights.set(thing, SENSE_WEIGHT);
  }
}

/** Without case, accents, links, names and signs; `ä` is `ae`, and what was drawn out is short again. */
export function normalised(text: string): string {
  return text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/https?:\/\/\S+|@[\w.]+/g, ' ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function placesIn(tokens: readonly string[]): readonly number[] {
  const named = tokens.filter((token, index) => PLACES.has(token) || isRoute(token, tokens[index - 1] ?? ''));
  return [...new Set(named.map((name) => hash(`place:${name}`)))].toSorted(rising);
}

const LINES = /^(?:ice?|re|rb|ic|rj|s|u|flug|flight|train|zug|bus|linie|line|tram|lh|ua|aa|dl|ba|ew|fr|wn)$/;

/** A postcode, or the number of a train or a flight. */
function isRoute(token: string, before: string): boolean {
  return (
    /^\d{5}$/.test(token) ||
    /^(?:ice?|re|rb|s|u|lh|ua|aa|dl|ba|ew|fr|wn)\d{1,4}$/.test(token) ||
    (/^\d{1,4}$/.test(token) && LINES.test(before))
  );
}

/** A plain word without its ending: enough to find `Pakete` in `Paket`. */
function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ungen|ung|ern|en|er|es|em|ed|ing|st|e|n|s|t)$/, '');
}

function piecesOf(stem: string): readonly string[] {
  const padded = ` ${stem} `;
  if (padded.length <= PIECE) return [padded];
  return Array.from({ length: padded.length - PIECE + 1 }, (_, index) => padded.slice(index, index + PIECE));
}

/** Jaccard, with the weights of a. */
function weighted(a: Sketch, b: Sketch): number {
  let both = 0;
  let all = b.weights.reduce((sum, one) => sum + one, 0);
  const theirs = new Set(b.words);
  for (const [index, word] of a.words.entries()) {
    const weight = a.weights[index] ?? 1;
    if (theirs.has(word)) both += weight;
    else all += weight;
  }
  return all === 0 ? 0 : both / all;
}

function shared(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const both = inBoth(a, b);
  return both / (a.length + b.length - both);
}

/** How much of the shorter list is in the longer one. */
function covered(a: readonly number[], b: readonly number[]): number {
  return inBoth(a, b) / Math.min(a.length, b.length);
}

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.length > 0 && b.length > 0 && inBoth(a, b) === 0;
}

function inBoth(a: readonly number[], b: readonly number[]): number {
  let both = 0;
  let at = 0;
  for (const one of a) {
    while (at < b.length && (b[at] ?? 0) < one) at += 1;
    if (b[at] === one) both += 1;
  }
  return both;
}

function rising(a: number, b: number): number {
  return a - b;
}
