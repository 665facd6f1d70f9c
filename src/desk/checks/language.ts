import { normalised } from '../likeness.ts';
import type { Look } from './context.ts';

/** Words that hold sentences together, and that only one of the two has; as `normalised` writes them. */
const COMMON = {
  de: 'der die das und ich nicht ist ein eine einen einem einer mit auf fuer zu zum zur wir es bei noch sie ihnen ihr ihre ihren uns unser unsere wird werden haben hat sind heute bitte danke den dem von vom auch aber kein keine wenn dass im nach gern schon mehr ihm euch dir dich dein deine koennen kann muss wie was oder jetzt leider',
  en: 'the and is are to of you your we it for that this have has with will be been our please thank thanks can from us today by if not no i my me they there would could should about what when which how but now sorry',
} as const;
const DE = new Set(COMMON.de.split(' '));
const EN = new Set(COMMON.en.split(' '));

/** Of a shorter text nobody can tell. */
const FEWEST_WORDS = 6;
const FEWEST_COMMON = 3;

/** German or English, where a text is clearly one of both; null for short texts, names, other languages, and both at once. */
export function languageOf(text: string): 'de' | 'en' | null {
  const words = normalised(text).split(' ');
  if (words.length < FEWEST_WORDS) return null;
  const de = words.filter((one) => DE.has(one)).length;
  const en = words.filter((one) => EN.has(one)).length;
  if (Math.max(de, en) < FEWEST_COMMON) return null;
  if (de >= 4 * en) return 'de';
  return en >= 4 * de ? 'en' : null;
}

/** The text is in the other of the two languages than its reader's. */
export const language: Look = (text, { lang }) => {
  const written = languageOf(text);
  if (written === null || lang === 'other' || written === lang) return null;
  return { check: 'language', why: lang, words: text };
};
