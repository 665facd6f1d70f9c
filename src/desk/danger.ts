import { DANGER, FIGURES } from './danger-lexicon.ts';

/** As long as a network's longest post; what is longer is no post, and must not keep the app busy. */
const LONGEST = 25_000;
const WORDS = wholeWords(DANGER.split(',').map(pattern));
const FIGURE = wholeWords(FIGURES);

/**
 * The words of a post that sound like danger to somebody, in small letters; empty for almost every post. A false alarm
 * wakes somebody and a missed one may cost more, so a doubt counts; what is plainly a figure of speech does not.
 */
export function dangerWords(text: string): readonly string[] {
  const plain = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[’‘´]/g, "'")
    .replaceAll(/https?:\/\/\S+|@\w+/g, ' ')
    .replaceAll(/[#\s]+/g, ' ');
  const meant = plain.replaceAll(FIGURE, '…');
  return [...new Set([...meant.matchAll(WORDS)].map(([word]) => word))];
}

export function isDanger(text: string): boolean {
  return dangerWords(text).length > 0;
}

function pattern(written: string): string {
  return written
    .trim()
    .replaceAll(/[.?+^$[\]\\(){}|]/g, String.raw`\$&`)
    .replaceAll('*', String.raw`\p{L}*`);
}

/** The longer words first, so that the whole of what was written is found. */
function wholeWords(patterns: readonly string[]): RegExp {
  const sorted = patterns.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
