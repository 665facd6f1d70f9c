import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words };

/** All words that staff see, in the team's language. */
export function wordsFor(language: 'en' | 'de'): Words {
  return language === 'de' ? de : en;
}
