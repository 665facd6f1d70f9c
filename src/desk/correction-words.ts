import { BLANK } from './blank.ts';
import type { CustomerAnswers } from './publication.ts';

/** What a correction begins as, in the customers' languages; written to be finished. */
const BEGINNINGS = {
  de: `Hallo {name}, eine Richtigstellung: Wir hatten hier geschrieben, ${BLANK}. Das war falsch. Richtig ist: ${BLANK}. Das tut uns leid.`,
  en: `Hi {name}, a correction: we wrote here that ${BLANK}. That was wrong. Right is: ${BLANK}. We are sorry.`,
} as const;

/** The same to everybody. */
const PUBLIC = {
  de: `Richtigstellung: Wir hatten geschrieben, ${BLANK}. Das war falsch. Richtig ist: ${BLANK}. Das tut uns leid.`,
  en: `Correction: we wrote that ${BLANK}. That was wrong. Right is: ${BLANK}. We are sorry.`,
} as const;

/** Whoever was wrongly named is asked for pardon where they were named. */
const BLAMED = {
  de: (whom: string) => `Zu Unrecht genannt haben wir ${whom}; auch dort bitten wir um Entschuldigung.`,
  en: (whom: string) => `We were wrong to name ${whom}, and apologise to them too.`,
} as const;

export function correctionBeginnings(): { readonly de: string; readonly en: string } {
  return BEGINNINGS;
}

export function publicCorrection(lang: 'de' | 'en'): string {
  return PUBLIC[lang];
}

/** The texts as staff finished them: an untouched one counts as none; the apology to whoever was blamed stands behind. */
export function finished(typed: CustomerAnswers, blamed: string): CustomerAnswers {
  const of = (lang: 'de' | 'en'): string | null => {
    const text = typed[lang]?.trim() ?? '';
    if (text === '' || text === BEGINNINGS[lang]) return null;
    return blamed === '' || text.includes(BLAMED[lang](blamed)) ? text : `${text} ${BLAMED[lang](blamed)}`;
  };
  return { de: of('de'), en: of('en') };
}
