import type { Lang } from './mention.ts';

/** What staff must still say themselves; no text with it goes out. */
export const BLANK = '[…]';

const ROOM = {
  de: '[was für diese Person neu ist: …]',
  en: '[what is new for this customer: …]',
} as const;

/** Room for a new fact behind worn words, in the customer's language; it is filled before the text can go out. */
export function roomForNews(lang: Lang): string {
  return ROOM[lang === 'de' ? 'de' : 'en'];
}

/** The first place of a text that is still to be filled: `[…]`, `[until when: …]`; null where there is none. */
export function blankIn(text: string): string | null {
  return /\[[^[\]\n]*…\]/.exec(text)?.[0] ?? null;
}
