import type { Features } from './features.ts';

/** Words that push less than this share of what the strongest ones push are not told. */
const TELLING_SHARE = 0.2;
const LEAST_PUSH = 0.05;
const MOST_REASONS = 4;
const LONGEST_PHRASE = 3;
/** A longer phrase must push more than a shorter one to be told instead. */
const LENGTH_COSTS = 0.12;
const LONGEST_REASON = 40;

/** Words that say nothing by themselves. */
const FILLERS = new Set(
  (
    'a an the this that these those and or but so as of to in on at for from with by is are was were be been am do does did ' +
    'has have had it its i he she they we me us him her them just very too there here what which who if than then ' +
    'der die das den dem des ein eine einen einem einer und oder aber so als von zu im in am an auf für mit bei aus ist sind ' +
    'war waren sein hat habe haben hatte es ich du er sie wir ihr mir mich dir uns ihm ihn ihnen man da hier was ' +
    'welche wer wenn dann nur auch sehr zum zur vom seit'
  ).split(' '),
);

/** Words that open a phrase and never end one: "no signal", "since nine", but not "third time your". */
const OPENING = new Set(
  (
    "no my your our their his any will would can could since what's it's i'm that's " +
    'kein keine keinen keiner mein meine meinen meiner dein deine euer eure eurem euren unser unsere unseren ihre ihren wird werden kann können'
  ).split(' '),
);

/** Words that say something only with others: "red since yesterday", "not acceptable". */
const NOT_ALONE = new Set(
  (
    'not you anyone anybody someone ever always get got going about when how why ' +
    'morning yesterday today tonight week day days time hour hours minutes nothing more all now here there up out ' +
    'nicht nichts jemand immer wann wie warum wieso heute gestern morgen woche tag tage zeit stunde stunden minuten mehr alle jetzt ja mal'
  ).split(' '),
);

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly push: number;
}

/**
 * The post's own words that pushed its score most, strongest first: parts of words speak for their word, overlapping ones
 * become one phrase. Names and links are no reasons.
 */
export function reasonsOf(features: Features, weights: ReadonlyMap<number, number>): readonly string[] {
  const { text, tokens } = features;
  const { alone, pairs } = pushes(features, weights);
  const isTold = tokens.map(({ word, isWord }) => isWord || isSign(word));
  const weighs = tokens.map(({ word }, at) => isTold[at] === true && !FILLERS.has(word));
  const found: Phrase[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let push = 0;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST_PHRASE) && isTold[to] === true; to++) {
      push += (alone[to] ?? 0) + (to > from ? (pairs[to] ?? 0) : 0);
      // No reason begins or ends with words that say nothing.
      if (!weighs[from] || !weighs[to]) continue;
      found.push({ from, to, push: push * (1 - LENGTH_COSTS * (to - from)) });
    }
  }
  found.sort((a, b) => b.push - a.push || a.from - b.from);
  const told: Phrase[] = [];
  for (const phrase of telling(found, features)) {
    if (told.length === MOST_REASONS) break;
    if (told.every((one) => phrase.to < one.from || phrase.from > one.to)) told.push(phrase);
  }
  const words = told.map(({ from, to }) =>
    text.slice(tokens[from]?.from ?? 0, Math.min(tokens[to]?.to ?? 0, (tokens[from]?.from ?? 0) + LONGEST_REASON)),
  );
  return [...new Map(words.map((word) => [word.toLowerCase(), word.replace(/\s+/g, ' ')])).values()];
}

/**
 * Those that push enough and say something, strongest first. Of a post that has none such, little is more than nothing; and
 * whether there is a reason at all decides on a doubtful complaint, which must not hang on how it reads.
 */
function telling(found: readonly Phrase[], { tokens }: Features): readonly Phrase[] {
  const least = Math.max(LEAST_PUSH, (found[0]?.push ?? 0) * TELLING_SHARE);
  const strong = found.filter(({ push }) => push >= least);
  const clear = strong.filter(({ from, to }) => {
    const last = tokens[to]?.word ?? '';
    return !OPENING.has(last) && (from !== to || !NOT_ALONE.has(last));
  });
  return clear.length === 0 ? strong : clear;
}

/** Emoji, smileys and ?! are told; commas, names, links and numbers are not. */
function isSign(word: string): boolean {
  return !/^<\w|^[\p{P}\p{S}]$|^\.{2,}/u.test(word) || /^[?!]|\p{Extended_Pictographic}/u.test(word);
}

/** What each token pushes by itself, and together with the one before it. */
function pushes({ tokens, hashes, values, first, last }: Features, weights: ReadonlyMap<number, number>) {
  const alone = tokens.map(() => 0);
  const pairs = tokens.map(() => 0);
  for (const [i, hash] of hashes.entries()) {
    const push = (weights.get(hash) ?? 0) * (values[i] ?? 0);
    const from = first[i] ?? -1;
    const to = last[i] ?? -1;
    if (from === -1 || push === 0) continue;
    if (from === to) alone[to] = (alone[to] ?? 0) + push;
    else pairs[to] = (pairs[to] ?? 0) + push;
  }
  return { alone, pairs };
}
