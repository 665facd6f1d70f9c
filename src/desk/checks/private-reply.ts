import type { Lang } from '../mention.ts';

const ASK = {
  de: 'Bitte schicken Sie uns das per Direktnachricht, dann bleibt es unter uns',
  en: 'Please send us a direct message, so that it stays between us',
} as const;

/**
 * The text with what is private taken out, and the customer asked for a direct message instead; in their language.
 * @param privates as they stand in the text
 * @param url where the network opens a message to us; null where it has no such address
 */
export function askedPrivately(text: string, privates: readonly string[], lang: Lang, url: string | null): string {
  const open = withoutPrivates(text, privates);
  const sentence = `${ASK[lang === 'de' ? 'de' : 'en']}${url === null ? '.' : `: ${url}`}`;
  return open === '' ? sentence : `${open}${/[.!?…:]$/.test(open) ? '' : '.'} ${sentence}`;
}

/** The text with an ellipsis in the place of each. */
export function withoutPrivates(text: string, privates: readonly string[]): string {
  return privates.reduce((rest, one) => (one === '' ? rest : rest.replaceAll(one, '…')), text).trim();
}
