import { COMPANIES, LEGAL_FORM, NO_COMPANY, NO_NAME, NO_NAME_ENDING } from './blame-words.ts';

const ARTICLES = '(?:the|der|die|das|dem|den|des|firma|company|unternehmens?|anbieters?|dienstleisters?)';
const ARTICLE = new RegExp(`^${ARTICLES}$`, 'iu');
const THE_FIRM = /^(?:firma|company|unternehmens?|anbieters?|dienstleisters?)$/iu;
const NAME_WORD = /^(?:\p{Lu}|\d+&?\p{Lu}|\d&\d)[\p{L}\p{N}&.’'-]*$/u;
const BETWEEN = /^(?:&|und)$/;
const MOST_WORDS = 4;

const PROVIDER_DE =
  'unser(?:e[mnrs]?)? (?:\\p{L}+)?(?:anbieter|dienstleister|zulieferer|lieferant|partner|provider|netzbetreiber|vorleister|spediteur|paketdienst|hoster|subunternehmer)(?:in|s)?';
const PROVIDER_EN =
  'our (?:\\p{L}+ ){0,2}(?:provider|supplier|partner|carrier|contractor|subcontractor|vendor|courier|operator|host)';
const TROUBLE_DE = '(?:störung(?:en)?|ausfall|ausfälle|problem(?:e|en)?|fehler|panne|verspätung(?:en)?|defekt)';
const TROUBLE_EN = '(?:outages?|problems?|issues?|errors?|failures?|faults?|mistakes?|delays?|breakdowns?)';

/** What stands before a name that is blamed. `sure`: there any name is one, known or not. */
const BEFORE: readonly { readonly words: string; readonly sure: boolean }[] = [
  { words: 'because of|due to|owing to|caused by|down to|the fault of|blame|on account of', sure: true },
  { words: `${TROUBLE_EN} (?:at|with|on the side of|of)`, sure: true },
  { words: PROVIDER_EN, sure: true },
  { words: PROVIDER_DE, sure: true },
  { words: 'schuld(?:ig)? (?:daran |dafür )?(?:ist|war|hat|trägt|sind) (?:hier |dabei |allein )?', sure: true },
  { words: `${TROUBLE_DE} (?:bei|beim|von|seitens)`, sure: true },
  { words: '\\p{L}*(?:schaden|schäden) (?:bei|beim|von|seitens)', sure: false },
  { words: 'wegen|aufgrund(?: von)?|infolge von|verursacht (?:durch|von)|seitens', sure: false },
  { words: '(?:liegt|lag|liegen) (?:leider |allein |diesmal )?(?:an|bei|am|beim)', sure: false },
  { words: '(?:durch|von)(?=[^.!?]{1,80} (?:verursacht|verschuldet|ausgelöst))', sure: false },
];

/** What stands behind one. */
const BEHIND: readonly { readonly words: string; readonly sure: boolean }[] = [
  { words: '(?:is|are|was|were) (?:to blame|at fault|responsible|the cause)|caused', sure: true },
  { words: `(?:has|have|had|is having) (?:an? |some )?(?:\\p{L}+ )?${TROUBLE_EN}`, sure: false },
  { words: '(?:ist|war|sind|hat) (?:daran |dafür |hier )?(?:schuld|schuldig|verantwortlich)', sure: false },
  { words: `hat (?:gerade |derzeit |heute |momentan )?(?:eine? |einen )?(?:\\p{L}+ )?${TROUBLE_DE}`, sure: false },
];

/** `Acme’s fault`: what is theirs. */
const THEIRS = new RegExp(`([^.!?\\n]{1,80})(?:['’]s|s['’]) (?:\\p{L}+ )?(?:fault|${TROUBLE_EN})(?!\\p{L})`, 'giu');

const PHRASES = [
  ...BEFORE.map(({ words, sure }) => ({
    pattern: new RegExp(`(?<!\\p{L})(?:${words}),? ?(?= ?)([^.!?\\n,;:]{1,80}(?:\\.\\p{L}+)?)`, 'giu'),
    isBehind: false,
    sure,
  })),
  ...BEHIND.map(({ words, sure }) => ({
    pattern: new RegExp(`([^.!?\\n,;:]{1,80}) (?:${words})(?!\\p{L})`, 'giu'),
    isBehind: true,
    sure,
  })),
  { pattern: THEIRS, isBehind: true, sure: true },
];

/**
 * The company that a public text names as the cause, as it is written there; null where it names none, or only
 * ourselves. A wrong "yes" asks one question too many, a wrong "no" blames somebody in public.
 * @param ours names and handles of our own
 */
export function blamedIn(text: string, ours: readonly string[] = []): string | null {
  for (const { pattern, isBehind, sure } of PHRASES) {
    for (const [, near = ''] of text.matchAll(pattern)) {
      const name = nameIn(near.trim().split(/\s+/), isBehind, sure);
      if (name !== null && !isOurs(name, ours)) return name;
    }
  }
  return null;
}

/** The name that stands next to the phrase, without its article. */
function nameIn(words: readonly string[], isBehind: boolean, sure: boolean): string | null {
  const isPart = (word: string | undefined) => word !== undefined && (NAME_WORD.test(word) || BETWEEN.test(word));
  let [from, to] = isBehind ? [words.length, words.length] : [0, 0];
  if (isBehind) {
    while (to - from < MOST_WORDS && isPart(words[from - 1])) from -= 1;
  } else {
    while (ARTICLE.test(words[from] ?? '')) from += 1;
    to = from;
    while (to - from < MOST_WORDS && isPart(words[to])) to += 1;
  }
  while (from < to && ARTICLE.test(words[from] ?? '')) from += 1;
  const name = words
    .slice(from, to)
    .join(' ')
    .replace(/(?: (?:und|&))+$/, '')
    .replace(/(?:['’]s|[.’'-])+$/, '');
  return name !== '' && isCompany(name, words[from - 1] ?? '', sure) ? name : null;
}

function isCompany(name: string, article: string, sure: boolean): boolean {
  if (LEGAL_FORM.test(name) || THE_FIRM.test(article)) return true;
  const [first = '', second = ''] = name.split(' ');
  if ([name, first, `${first} ${second}`].some((one) => COMPANIES.test(one))) return true;
  if (NO_NAME.test(first) || NO_NAME_ENDING.test(first)) return false;
  if (/^[\p{Lu}\d&-]{2,}$/u.test(first)) return !NO_COMPANY.has(first);
  // Behind an article German puts any noun; English leaves capitals to names.
  if (/^(?:der|die|das|dem|den|des)$/i.test(article)) return false;
  return sure || /\p{Ll}\p{Lu}/u.test(first);
}

/** Ours is also what our account's name begins with: `NordfunkHilft` speaks for Nordfunk. */
function isOurs(name: string, ours: readonly string[]): boolean {
  const plain = lettersOf(name);
  return ours.map(lettersOf).some((own) => own !== '' && (own.startsWith(plain) || plain.startsWith(own)));
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
