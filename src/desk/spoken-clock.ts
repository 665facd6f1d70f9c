import { type Place, word } from './spoken-time.ts';

/** A time of day. */
export interface ClockTime extends Place {
  readonly hour: number;
  readonly minute: number;
  /** Said so that it can be no other: "5 pm", "17:00". */
  readonly isExact: boolean;
}

const HOURS_DE = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'];
const HOURS_EN = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SPELLED_DE = HOURS_DE.join('|');
const SPELLED_EN = HOURS_EN.join('|');
const SPELLED = `${SPELLED_DE}|${SPELLED_EN}`;

/** Before an hour that is over, or that only begins something. */
const NOT_BY =
  /(?:since|from|seit|ab|between|zwischen|was|were|war|yesterday|gestern|until|open|geöffnet|the|der|die|den)\s+$/iu;
const BY = '(?:by|at|before|until|till|around|about|not later than|bis|um|gegen|vor|spätestens(?: um)?|ca\\.?)\\s+';
const CLOCKS: readonly RegExp[] = [
  word(`(?<by>${BY})?(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?)`),
  word(`(?<by>${BY})?(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?uhr`),
  word(`(?<by>${BY})halb (?<before>\\d{1,2}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)`),
  word(`(?<by>${BY})?(?<named>noon|midday|lunchtime|midnight|mittags?|mitternacht)`),
  word(
    `(?<by>${BY})(?<quarter>quarter past|quarter to|half past|viertel nach|viertel vor) (?<spelled>\\d{1,2}|${SPELLED})`,
  ),
  word(`(?<by>${BY})(?<spelled>${SPELLED}) uhr`),
  word(
    `(?<by>(?:um|gegen)\\s+)(?<spelled>${SPELLED_DE})(?=\\s*(?:$|[.,;:!?)–]|(?:heute|morgen|noch|und|oder|wieder|sicher|spätestens|am|im|in|bei|auf|da|dann|zurück|bescheid|melden|sind|ist|ruf\\p{L}*|schreib\\p{L}*)(?!\\p{L})))`,
  ),
  word(
    `(?<by>(?:by|at|before|around)\\s+)(?<spelled>${SPELLED_EN})(?=\\s*(?:$|[.,;:!?)–]|(?:today|tomorrow|tonight|sharp|then|and|or|in the|this|on|at the latest)\\b))`,
  ),
  word(`(?<by>${BY})(?<hour>\\d{1,2})[:.](?<minute>[0-5]\\d)`),
  word(
    `(?<by>${BY})(?<hour>\\d{1,2})(?: o'?clock)?(?!\\s?(?:[%€$£]|[:.,]\\d|uhr|(?:percent|prozent|euros?|days?|hours?|minutes?|stunden|tage|minuten|people|of)\\b|\\.?\\s?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)))`,
  ),
  // "Montag 9 Uhr" has its word; "Monday 9:30" has a day before it.
  word(
    `(?<by>(?:mon|tues|wednes|thurs|fri|satur|sun)day\\s+|tomorrow\\s+|today\\s+|morgen\\s+|heute\\s+)(?<hour>\\d{1,2})[:.](?<minute>[0-5]\\d)`,
  ),
];
/** Minutes past the hour that is named. */
const QUARTERS: Readonly<Record<string, number>> = {
  'quarter past': 15,
  'half past': 30,
  'quarter to': -15,
  'viertel nach': 15,
  'viertel vor': -15,
};
/** Without "am" or "pm" an hour up to this one is the afternoon's. */
const AFTERNOON = 7;

/** The first time of day by which something is said to be. */
export function clockIn(text: string): ClockTime | null {
  const found = CLOCKS.flatMap((pattern) => {
    const match = pattern.exec(text);
    const clock = match && clockOf(match);
    return clock === null || isElsewhere(text, clock) ? [] : [clock];
  });
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

function clockOf(match: RegExpExecArray): ClockTime | null {
  const { hour, minute = '0', half, before, named, spelled, quarter } = match.groups ?? {};
  const place = { at: match.index, words: match[0].trim() };
  if (named !== undefined) {
    return { ...place, hour: /night|mitternacht/i.test(named) ? 24 : 12, minute: 0, isExact: true };
  }
  if (before !== undefined) {
    const next = hourIn(before);
    const early = next - 1;
    return { ...place, hour: early < AFTERNOON ? early + 12 : early, minute: 30, isExact: false };
  }
  if (spelled !== undefined) return { ...place, ...hourAndMinute(spelled, quarter), isExact: false };
  const said = Number(hour);
  if (Number.isNaN(said) || said > 24) return null;
  if (half !== undefined) {
    if (said > 12) return null;
    return {
      ...place,
      hour: (said % 12) + (half.startsWith('p') || half.startsWith('P') ? 12 : 0),
      minute: Number(minute),
      isExact: true,
    };
  }
  const isExact = /uhr/i.test(match[0]) || /[:.]\d/.test(match[0]) || said > 12;
  return { ...place, hour: !isExact && said <= AFTERNOON ? said + 12 : said, minute: Number(minute), isExact };
}

/** "Quarter past four"; early hours are the afternoon's. */
function hourAndMinute(spelled: string, quarter = ''): Pick<ClockTime, 'hour' | 'minute'> {
  const minutes = hourIn(spelled) * 60 + (QUARTERS[quarter.toLowerCase()] ?? 0);
  const hour = Math.floor(minutes / 60);
  return { hour: hour <= AFTERNOON ? hour + 12 : hour, minute: minutes % 60 };
}

function hourIn(spelled: string): number {
  if (/^\d/.test(spelled)) return Number(spelled);
  const name = spelled.toLowerCase();
  return Math.max(HOURS_DE.indexOf(name), HOURS_EN.indexOf(name)) + 1;
}

function isElsewhere(text: string, { at, words }: Place): boolean {
  const after = text.slice(at + words.length, at + words.length + 25);
  return (
    NOT_BY.test(text.slice(Math.max(0, at - 20), at)) || /^\s*(?:geöffnet|offen|and \d|und \d|-|–|bis \d)/i.test(after)
  );
}
