const SENTENCE = /[^.!?\n…]+(?:[.!?…](?=\S)[^.!?\n…]+)*[.!?…]*/g;
/** A dot behind these ends no sentence: "by 5 p.m. today", "am 3. Dezember". */
const NO_END = /\b(?:a\.m|p\.m|ca|nr|bzw|mr|mrs|dr)\.$/i;
const DAY = /\d\.$/;
const AFTER_DAY = /^\s*(?:\p{Ll}|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

/** The sentences of a text, as they stand in it. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const one of text.match(SENTENCE) ?? []) {
    const before = found.at(-1);
    const goesOn = NO_END.test(before ?? '') || (DAY.test(before ?? '') && AFTER_DAY.test(one));
    if (before !== undefined && goesOn) found[found.length - 1] = before + one;
    else found.push(one);
  }
  return found.map((one) => one.trim()).filter((one) => one !== '');
}

/** As patterns look at it: in small letters, with plain apostrophes, without addresses. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[’‘´`]/g, "'")
    .replace(/[^\S\n]+/g, ' ');
}

/** `\b` and `\w` of JavaScript know no umlauts. */
export function anyOf(patterns: readonly string[]): RegExp {
  const letters = String.raw`[\p{L}\p{N}_]`;
  const edge = String.raw`(?:(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}]))`;
  const whole = patterns.map((one) => `(?:${one})`).join('|');
  return new RegExp(whole.replaceAll('\\b', edge).replaceAll('\\w', letters), 'u');
}
