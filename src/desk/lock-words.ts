import { dangerWords } from './danger.ts';
import { LAW, LAW_FIGURES } from './law-lexicon.ts';
import { finderOf, type WordFinder } from './lexicon.ts';
import { PRESS, PRESS_FIGURES } from './press-lexicon.ts';

/** What makes a mention urgent by its words alone, and locks it where the settings say who answers such. */
export const GRAVE = ['danger', 'press', 'law'] as const;
export type Grave = (typeof GRAVE)[number];

/** The words of a post by somebody who goes to law or to whoever watches over companies, or says so. */
export const lawWords: WordFinder = finderOf(LAW, LAW_FIGURES);

/** The words of a post by somebody who writes for the public, or means to tell those who do. */
export const pressWords: WordFinder = finderOf(PRESS, PRESS_FIGURES);

const FINDERS: Readonly<Record<Grave, WordFinder>> = { danger: dangerWords, press: pressWords, law: lawWords };

/** What is grave in these texts, with the words that say so. */
export function graveWords(
  texts: readonly string[],
): readonly { readonly type: Grave; readonly words: readonly string[] }[] {
  return GRAVE.flatMap((type) => {
    const words = [...new Set(texts.flatMap((text) => FINDERS[type](text)))];
    return words.length === 0 ? [] : [{ type, words }];
  });
}
