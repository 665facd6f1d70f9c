import type { Author } from './mention.ts';
import type { Post } from './post.ts';
import { spokenName } from './spoken-name.ts';

/** In place of what was the other customer's: the one who writes sees that something belongs there. */
const BLANK = '…';

const GREETING =
  'hi|hello|hey|dear|good (?:morning|afternoon|evening)|thank you|thanks|hallo|moin|servus|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|danke';
const TITLE = '(?:(?:frau|herr|herrn|mr|mrs|ms|miss|dr|prof)\\.? )*';
const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2}";
/** A greeting with any name behind it, also one that the account does not bear. */
const GREETED = new RegExp(`(^|[.!?] )((?:${GREETING}),?) ((?:${TITLE})${NAME})(?=\\s*[,.!:–-])`, 'giu');
const STARTS_LARGE = /^\p{Lu}/u;

const HANDLE = /[@＠][\p{L}\p{N}_]+/gu;
const SIGNATURE = /\s*\^\p{L}{1,4}\s*$/u;
const EMAIL = /[^\s@,;:()<>]+@[^\s@,;()<>]+\.\p{L}{2,}/gu;
/** What a company calls a customer's case, and its number. */
const CASE =
  /((?:order|case|customer|ticket|invoice|reference|contract|booking|bestellung|bestellnummer|auftrag|auftragsnummer|vorgang|vorgangsnummer|kundennummer|ticketnummer|rechnung|rechnungsnummer|vertrag|vertragsnummer|buchung)\s*(?:no\.?|number|nr\.?|nummer)?\s*:?\s*#?)([\p{L}\d]*\d[\p{L}\d/-]{2,})/giu;
const NUMBER = /\+?\d[\d\s/()-]{3,}\d/g;
const FEWEST_DIGITS = 5;

/** Whom something was said to, and what they wrote. */
export interface Customer {
  readonly author: Author;
  readonly posts: readonly Pick<Post, 'text'>[];
}

/**
 * A past answer as a draft for another customer: whom it was said to becomes whom it is said to now, whoever signed it is
 * left out, and what was the other's alone (numbers that they wrote or that name their case, addresses of theirs) becomes
 * a blank.
 */
export function takenOver(text: string, from: Customer, to: Pick<Customer, 'author'>): string {
  const name = spokenName(to.author.name, to.author.handle);
  const theirs = from.posts.map((post) => post.text).join('\n');
  const plain = text
    .replace(SIGNATURE, '')
    .replace(EMAIL, (email) => (theirs.includes(email) ? BLANK : email))
    .replace(/^(?:[@＠][\p{L}\p{N}_]+[\s,:]+)+/u, '')
    .replace(CASE, (_, what: string) => `${what}${BLANK}`)
    .replace(NUMBER, (number) => (isTheirs(number, theirs) ? BLANK : number))
    .replace(GREETED, (whole: string, before: string, greeting: string, who: string) =>
      STARTS_LARGE.test(who) ? `${before}${greeting} ${name}` : whole,
    );
  return namesOf(from.author)
    .reduce((said, theirName) => said.replace(nameIn(theirName), () => name), plain)
    .replace(HANDLE, (handle, offset: number, all: string) =>
      handle.toLowerCase() === name.toLowerCase() || /\S/.test(all[offset - 1] ?? ' ') ? handle : '',
    )
    .replace(/ +([,.!?])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The whole name, then each part of it that is long enough to be one. */
function namesOf({ name, handle }: Author): readonly string[] {
  const whole = spokenName(name, handle);
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part));
  return [...new Set([whole, name.trim(), `@${handle}`, ...parts])].filter((one) => one.length > 1);
}

function nameIn(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = '(?<![\\p{L}\\p{N}_@])';
  return new RegExp(`${before}(?:(?:Frau|Herrn?|Mrs?|Ms)\\.? )?${plain}(?![\\p{L}\\p{N}_])`, 'gu');
}

function isTheirs(number: string, theirs: string): boolean {
  const digits = number.replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS && theirs.replace(/[\s/()+-]/g, '').includes(digits);
}
