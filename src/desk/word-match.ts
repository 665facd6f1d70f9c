import { fold } from './find.ts';

/**
 * The first of a team's own words that one of these texts has, as the team wrote it; null for none. Whole words count,
 * capitals and accents don't; a space stands for any space, `*` for any letters: `*kündigung*` finds every compound. A
 * handle is found by its @ alone, so that a post that names us does not have our name in it.
 */
export function wordIn(words: readonly string[], texts: readonly string[]): string | null {
  if (words.length === 0) return null;
  const folded = texts.map((text) => fold(text));
  const isIn = (word: string) => {
    const wanted = fold(word);
    const plain = pattern(wanted.plain);
    const german = wanted.german === wanted.plain ? plain : pattern(wanted.german);
    return folded.some((text) => plain.test(text.plain) || german.test(text.german));
  };
  return words.find(isIn) ?? null;
}

function pattern(word: string): RegExp {
  const source = word
    .trim()
    .replaceAll(/[.?+^$[\]\\(){}|/-]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`)
    .replaceAll(/\*+/g, String.raw`[\p{L}\p{N}]*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}@_])${source}(?![\p{L}\p{N}_])`, 'u');
}
