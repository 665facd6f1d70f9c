import { DANGER, FIGURES } from './danger-lexicon.ts';
import { finderOf, type WordFinder } from './lexicon.ts';

/**
 * The words of a post that sound like danger to somebody, in small letters; empty for almost every post. A false alarm
 * wakes somebody and a missed one may cost more, so a doubt counts; what is plainly a figure of speech does not.
 */
export const dangerWords: WordFinder = finderOf(DANGER, FIGURES);

export function isDanger(text: string): boolean {
  return dangerWords(text).length > 0;
}
