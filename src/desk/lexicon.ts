/** As long as a network's longest post; what is longer is no post, and must not keep the app busy. */
const LONGEST = 25_000;

/** Finds the words of a list in a text, in small letters, each once; empty for almost every text. */
export type WordFinder = (text: string) => readonly string[];

/**
 * A finder of words and phrases that means whole words, and leaves figures of speech alone.
 * @param words separated by commas: a space stands for any space, `*` for any ending
 * @param figures regular expressions of whole words, in small letters, that are taken out before words are looked for
 */
export function finderOf(words: string, figures: readonly string[]): WordFinder {
  const wanted = wholeWords(words.split(',').map(pattern));
  const figure = wholeWords(figures);
  return (text) => {
    const plain = text
      .slice(0, LONGEST)
      .toLowerCase()
      .replaceAll(/[’‘´]/g, "'")
      .replaceAll(/https?:\/\/\S+|@\w+/g, ' ')
      .replaceAll(/[#\s]+/g, ' ');
    const meant = plain.replaceAll(figure, '…');
    return [...new Set([...meant.matchAll(wanted)].map(([word]) => word))];
  };
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
