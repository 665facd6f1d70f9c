import { linkPlaces, weightedLength } from './length.ts';

/** The most posts that one text may become; more than that nobody reads. */
export const MOST_POSTS = 6;

/** `1/2 `: MOST_POSTS has one digit. */
const NUMBER_LENGTH = 4;
/** A post that ends with a sentence need not be full, but worth its number. */
const WORTH_A_POST = 0.4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** A full stop behind one or two letters, or a number, mostly belongs to them: "z. B.", "Nr. 5", "3. Mai". */
const SENTENCE_END = /(?:[!?…]|(?<=[\p{L}\p{N}_)\]"'”’»]{3})\.)["'”’»)\]]*(?=\s+[^\p{Ll}\s])|\n(?=\s*\S)/gu;

/**
 * A text as numbered posts, each short enough for X: cut between sentences where that costs no further post, else between
 * words, else between characters; never inside an address or an emoji. Null when it fits into one post, or not into six.
 * @param text ready for the public, without its signature
 * @param signature stands behind the last post, with the space before it; may be empty
 */
export function splitText(text: string, signature: string): readonly string[] | null {
  const { length } = weightedLength(text + signature);
  if (length <= limit() || length > limit() * MOST_POSTS) return null;
  const all = cutsOf(text);
  const rest = restOf(text, signature, all);
  const total = rest.postsFrom(0);
  if (total > MOST_POSTS) return null;
  const posts: string[] = [];
  let from = 0;
  for (let number = 1; number < total; number += 1) {
    const to = rest.bestEnd(from, total - number);
    posts.push(`${number}/${total} ${text.slice(from, to).trimEnd()}`);
    from = rest.startAfter(to);
  }
  return [...posts, `${total}/${total} ${text.slice(from)}${signature}`];
}

/** The text behind numbered posts, for where it is shown or typed as a whole again. */
export function joinPosts(posts: readonly string[]): string {
  return posts.map((post) => post.replace(/^[1-6]\/[2-6] /, '')).join(' ');
}

interface Cuts {
  /** Where a post may end, rising; the end of the text is the last. */
  readonly sentences: readonly number[];
  readonly words: readonly number[];
  readonly characters: readonly number[];
}

function cutsOf(text: string): Cuts {
  const links = linkPlaces(text);
  const isFree = (place: number) => place > 0 && !links.some(([start, end]) => start < place && place < end);
  const places = (pattern: RegExp, at: 'start' | 'end') =>
    [...text.matchAll(pattern)].map((match) => match.index + (at === 'end' ? match[0].length : 0)).filter(isFree);
  return {
    sentences: places(SENTENCE_END, 'end'),
    words: [...places(/(?<=\S)\s/gu, 'start'), text.length],
    characters: [...graphemes.segment(text)].map(({ index }) => index).filter(isFree),
  };
}

function restOf(text: string, signature: string, cuts: Cuts) {
  const room = limit() - NUMBER_LENGTH;
  const counts = new Map<number, number>();
  const weight = (from: number, to: number) => weightedLength(text.slice(from, to).trimEnd()).length;
  const startAfter = (end: number) => end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  const fitsAsLast = (from: number) => weightedLength(text.slice(from) + signature).length <= room;

  /** The last of these cuts behind `from` with which the post fits; null when not even the first does. */
  function lastFitting(from: number, places: readonly number[]): number | null {
    const fits = (index: number) => weight(from, places[index] ?? from) <= room;
    // A post that is just about to fit may grow past its room and shrink again only within an address: none ends there.
    let low = firstBehind(from, places);
    for (let high = places.length - 1; low < high; ) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle - 1;
    }
    // The last post must have something to say beside its signature.
    while (startAfter(places[low] ?? 0) >= text.length && low > 0) low -= 1;
    const place = places[low];
    return place !== undefined && place > from && text.slice(from, place).trim() !== '' && fits(low) ? place : null;
  }

  function fullEnd(from: number): number {
    return lastFitting(from, cuts.words) ?? lastFitting(from, cuts.characters) ?? from + 1;
  }

  /** How many posts the text from here on needs at least. */
  function postsFrom(from: number): number {
    const known = counts.get(from);
    if (known !== undefined) return known;
    let count = 1;
    for (let start = from; !fitsAsLast(start) && count <= MOST_POSTS; count += 1) start = startAfter(fullEnd(start));
    counts.set(from, count);
    return count;
  }

  /** Where a post that begins here ends, so that what follows fits into so many posts. */
  function bestEnd(from: number, left: number): number {
    const full = fullEnd(from);
    const sentence = lastFitting(from, cuts.sentences);
    if (sentence === null || weight(from, sentence) < room * WORTH_A_POST) return full;
    return postsFrom(startAfter(sentence)) <= left ? sentence : full;
  }

  return { postsFrom, bestEnd, startAfter };
}

function firstBehind(from: number, places: readonly number[]): number {
  const index = places.findIndex((place) => place > from);
  return index === -1 ? places.length : index;
}

function limit(): number {
  return weightedLength('').limit;
}
