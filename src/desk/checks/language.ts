import type { Look } from './context.ts';

/** What somebody answers who can't say whether a text is German or English. */
export const NO_LANGUAGE = (): null => null;

/** The text is in the other of the two languages than its reader's. */
export const language: Look = (text, { lang, languageOf }) => {
  const written = languageOf(text);
  if (written === null || lang === 'other' || written === lang) return null;
  return { check: 'language', why: lang, words: text };
};
