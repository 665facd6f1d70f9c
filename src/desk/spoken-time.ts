/** Where something stands in a text, and its words. */
export interface Place {
  readonly at: number;
  readonly words: string;
}

type Part = 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight';

/** A day, and a part of it where one is said. */
export interface SpokenDay extends Place {
  readonly day:
    | 'today'
    | 'tomorrow'
    | 'after-tomorrow'
    /** 0 is Sunday. `isNext`: of the coming week where it is that day today. */
    | { readonly weekday: number; readonly isNext: boolean }
    | { readonly date: number; readonly month: number; readonly year: number | null };
  readonly part: Part | null;
}

/** What a word stands for, written as pairs. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'a 1, an 1, the 1, one 1, two 2, three 3, four 4, five 5, six 6, ten 10, fifteen 15, twenty 20, thirty 30',
    'couple 2, few 3, a couple of 2, a few 3, half an 0.5, the next 1, next 1',
    'einer 1, einem 1, eine 1, einen 1, ein 1, der 1, nächsten 1, zwei 2, drei 3, vier 4, fünf 5, sechs 6, zehn 10',
    'fünfzehn 15, zwanzig 20, dreißig 30, einer halben 0.5, der nächsten 1, der nächsten halben 0.5',
  ]
    .flatMap((line) => line.split(', '))
    .map((pair) => [pair.slice(0, pair.lastIndexOf(' ')), Number(pair.slice(pair.lastIndexOf(' ') + 1))] as const),
);
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|minutes?|mins?|minuten?)$/, 1],
  [/^(?:h|hrs?|hours?|stunden?|std)$/, 60],
  [/^(?:days?|tage?n?)$/, 24 * 60],
];

/** A pattern that begins and ends with a word, whatever its letters. */
export const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

const AMOUNT = `\\d{1,3}|${[...NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')}`;
const DURATION = word(
  `(?:in|within|inside|innerhalb(?: von)?|binnen|in spätestens|spätestens in)(?: the)?(?: (?:about|next|nächsten))? (?<amount>${AMOUNT})(?: (?:of )?(?:the )?)?\\s?(?<unit>min(?:ute[ns]?|s)?|hours?|hrs?|h|stunden?|std|days?|tage?n?)`,
);

/** "In 2 hours", "binnen einer halben Stunde". */
export function durationIn(text: string): (Place & { readonly minutes: number }) | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const { amount = '', unit = '' } = match.groups ?? {};
  const many = /^\d/.test(amount) ? Number(amount) : NUMBERS.get(amount.toLowerCase());
  const each = UNITS.find(([is]) => is.test(unit.toLowerCase()))?.[1];
  if (many === undefined || each === undefined || many === 0) return null;
  return { at: match.index, words: match[0].trim(), minutes: many * each };
}

const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'].map((day) => `${day}day`);
const WOCHENTAGE = ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'];
const MONTHS = ['jan', 'feb', 'm[aä]r', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]'];
const MONTH = `(?<month>${MONTHS.join('|')})\\p{L}*`;

const PART_DE: readonly (readonly [RegExp, Part])[] = [
  [/vormittag/i, 'forenoon'],
  [/nachmittag/i, 'afternoon'],
  [/mittag/i, 'noon'],
  [/abend/i, 'evening'],
  [/nacht/i, 'night'],
  // Last: the early evening is no morning.
  [/früh|morgen$/i, 'morning'],
];
const PART_WORDS_DE = '(?:am )?(?:früh|vormittags?|nachmittags?|mittags?|abends?|nacht)';
const PART_WORDS_EN = '(?:morning|noon|midday|lunchtime|afternoon|evening|night)';

const DAYS: readonly (readonly [RegExp, (match: RegExpExecArray) => SpokenDay['day'] | null])[] = [
  [word(`(?:heute (?:noch )?${PART_WORDS_DE}|heute(?: noch)?|noch heute)`), () => 'today'],
  [
    word(
      `(?:today|tonight|this (?:afternoon|evening|morning)|end of (?:the |our )?(?:day|business|shift)|eod|cob|close of (?:business|play)|feierabend|dienstschluss)`,
    ),
    () => 'today',
  ],
  [word('im laufe? (?:des|der) (?:heutigen )?(?:tage?s|vormittags|nachmittags|abends|nacht)'), () => 'today'],
  [word('am (?:frühen |späten )?(?:vormittag|nachmittag|abend)(?! (?:des|vom|am)\\b)'), () => 'today'],
  [word('first thing (?:tomorrow|in the morning)|tomorrow,? first thing'), () => 'tomorrow'],
  [word('übermorgen'), () => 'after-tomorrow'],
  [word('the day after tomorrow'), () => 'after-tomorrow'],
  [word(`morgen(?: ${PART_WORDS_DE})?`), () => 'tomorrow'],
  [word(`tomorrow(?: (?:at )?${PART_WORDS_EN})?`), () => 'tomorrow'],
  [
    word(
      `(?<next>next |coming |nächsten |kommenden |nächste woche )?(?<day>${[...WEEKDAYS, ...WOCHENTAGE].join('|')}|sonnabend)(?:(?<part>vormittag|nachmittag|mittag|abend|früh)|\\s(?:früh|morning|afternoon|evening|noon))?`,
    ),
    ({ groups = {} }) => weekday(groups.day ?? '', groups.next !== undefined),
  ],
  [word('(?:end of (?:the|this) week|ende der woche|wochenende)'), () => ({ weekday: 5, isNext: false })],
  [word(`(?<date>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:of )?${MONTH}(?:\\s(?<year>20\\d\\d))?`), dated],
  [word(`${MONTH}\\.?\\s(?<date>\\d{1,2})(?:st|nd|rd|th)?`), dated],
  [/(?<!\d)(?<date>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d)?(?!\d)/u, dated],
];

/** The first day that is said, with the part of it. */
export function dayIn(text: string): SpokenDay | null {
  const found = DAYS.flatMap(([pattern, dayOf]) => {
    const match = pattern.exec(
      text.replace(/(?:guten|schönen|good)\s+(?:morgen|morning|abend|evening)/giu, (greeting) =>
        '·'.repeat(greeting.length),
      ),
    );
    const day = match && dayOf(match);
    if (match === null || day === null) return [];
    const words = match[0].trim();
    return [{ at: match.index, words, day, part: partIn(words) }];
  });
  return found.toSorted((a, b) => a.at - b.at || b.words.length - a.words.length)[0] ?? null;
}

function weekday(day: string, isNext: boolean): SpokenDay['day'] | null {
  const name = day.toLowerCase();
  const index = Math.max(WEEKDAYS.indexOf(name), WOCHENTAGE.indexOf(name), name === 'sonnabend' ? 6 : -1);
  return index === -1 ? null : { weekday: index, isNext };
}

function dated({ groups = {} }: RegExpExecArray): SpokenDay['day'] | null {
  const { month = '', date, year } = groups;
  const index = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((one) => new RegExp(`^${one}`, 'i').test(month)) + 1;
  const number = Number(date);
  if (index < 1 || index > 12 || number < 1 || number > 31) return null;
  return { date: number, month: index, year: year === undefined ? null : Number(year) };
}

function partIn(words: string): Part | null {
  if (/tonight|evening/i.test(words)) return 'evening';
  if (/afternoon/i.test(words)) return 'afternoon';
  if (/noon|midday|lunch/i.test(words)) return 'noon';
  if (/morning|first thing/i.test(words)) return 'morning';
  if (/night/i.test(words)) return 'night';
  if (/^morgen$/i.test(words)) return null;
  return PART_DE.find(([is]) => is.test(words))?.[1] ?? null;
}
