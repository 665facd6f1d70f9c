import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';
import validator from 'validator';
import type { CheckContext } from './context.ts';
import type { Warning } from './warning.ts';

type Found = Extract<Warning, { check: 'privateData' }>;

/** Numbers of companies, which are nobody's own: https://github.com/catamphetamine/libphonenumber-js#gettype */
const OF_COMPANIES: readonly (string | undefined)[] = ['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN'];
/** Mailboxes that a company shows to everybody. */
const OF_ROLES =
  /^(?:support|service|kundenservice|kundendienst|kunden|info|hilfe|help|helpdesk|kontakt|contact|care|customer\.?(?:service|care|support)|hello|hallo|team|presse|press|jobs|karriere|datenschutz|privacy|no-?reply)@/i;

const PHONE_WORD =
  /(?:call|phone|tel|mobile|mobil|handy|nummer|number|anruf\w*|erreich\w*|ruf\w*|dial|text)\W{0,3}(?:\w+\W+){0,2}$/iu;
const DATE = /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})$/;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}\b/gi;
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
const EMAIL = /[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+/g;

const OF_WHAT =
  'kunden|auftrags?|bestell(?:ungs)?|vertrags?|rechnungs?|buchungs?|sendungs?|konto|mitglieds?|zähler|versicherungs?|policen?|schadens?|reservierungs?|paket|geräte|serien|ausweis|steuer';
/** "Kundennummer 4711", "order no. 123-456", "booking reference: X7K2LM". A case that we opened is ours to name. */
const NUMBERED = [
  String.raw`(?:${OF_WHAT})(?:-|\s)?(?:nummern?|nr\.?|no\.?|id|code|kennung)`,
  String.raw`(?:order|customer|client|account|contract|booking|reservation|invoice|tracking|parcel|shipment|policy|claim|member(?:ship)?|loyalty|serial|passport|meter)\s*(?:number|no\b\.?|nr\b\.?|id\b|code|ref(?:erence)?\b\.?|#)(?:\s*(?:number|no\b\.?))?`,
  String.raw`(?:kunde|auftrag|bestellung|vertrag|rechnung|buchung|sendung|order|booking|invoice|contract|account|customer)\s*(?=#?[A-Z0-9/-]*\d[A-Z0-9/-]*\d[A-Z0-9/-]*\d)`,
].join('|');
const CODE = String.raw`(?=[A-Z0-9./-]*\d)[A-Z0-9][A-Z0-9./-]{3,24}`;
/** Digits may stand in groups: "4711 0815 99". */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}])(?:${NUMBERED})\s*(?:is|ist|lautet|war|was)?\s*[:#]?\s*(?<code>${CODE}(?:\s\d{2,6}\b)*)`,
  'giu',
);
/** What a customer may have given away themselves: long numbers, and codes of letters and digits. */
const TOKEN = /(?<![\w@#/.-])(?=[A-Z0-9/-]*\d[A-Z0-9/-]*\d[A-Z0-9/-]*\d[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{5,}(?![\w@])/gi;

/**
 * A phone number, an address, an account or a customer's number in a text that everybody reads; what the team shows to
 * everybody anyway (its public contacts, its templates) is none. Each is named, in the order in which they stand in the
 * text: whoever sends one on purpose has not seen the next.
 */
export function privateDataIn(text: string, context: Pick<CheckContext, 'mention' | 'settings'>): readonly Found[] {
  // An address on the web is public; its digits are no phone number.
  const plain = text.replace(/https?:\/\/\S+/g, (url) => ' '.repeat(url.length));
  const open = context.settings.publicContacts.concat(context.settings.templates.map((one) => one.text)).join('\n');
  const found = [
    ...ibans(plain),
    ...cards(plain),
    ...emails(plain),
    ...numbers(plain),
    ...phones(plain, context),
    ...repeated(plain, context),
  ];
  return withoutOverlaps(found)
    .filter(({ words }) => !isOpen(words, open))
    .map(({ why, words }): Found => ({ check: 'privateData', why, words }));
}

interface Place {
  readonly why: Found['why'];
  readonly words: string;
  readonly at: number;
}

function phones(text: string, { settings }: Pick<CheckContext, 'settings'>): Place[] {
  const { country } = settings.holidays;
  const defaultCountry: CountryCode = isSupportedCountry(country) ? country : 'DE';
  return findPhoneNumbersInText(text, { defaultCountry }).flatMap(({ number, startsAt, endsAt }): Place[] => {
    const words = text.slice(startsAt, endsAt).trim();
    if (DATE.test(words) || number.nationalNumber.length < 6 || OF_COMPANIES.includes(number.getType())) return [];
    const isWritten = /^(?:\+|\(?0)/.test(words) || PHONE_WORD.test(text.slice(Math.max(0, startsAt - 40), startsAt));
    return isWritten ? [{ why: 'phone', words, at: startsAt }] : [];
  });
}

function emails(text: string): Place[] {
  return [...text.matchAll(EMAIL)].flatMap(({ 0: raw, index }): Place[] => {
    const words = raw.replace(/[.!?'’]+$/, '');
    return validator.isEmail(words) && !OF_ROLES.test(words) ? [{ why: 'email', words, at: index }] : [];
  });
}

function ibans(text: string): Place[] {
  return [...text.matchAll(IBAN)].flatMap(({ 0: raw, index }): Place[] => {
    // Words behind it may look like more of it.
    for (let words = raw; words.length >= 15; words = words.slice(0, -1).replace(/[ -][A-Z0-9]*$/i, '')) {
      if (validator.isIBAN(words.replace(/[ -]/g, '').toUpperCase())) return [{ why: 'iban', words, at: index }];
      if (!/[ -]/.test(words)) break;
    }
    return [];
  });
}

function cards(text: string): Place[] {
  return [...text.matchAll(CARD)].flatMap(({ 0: words, index }): Place[] =>
    validator.isCreditCard(words.replace(/[ -]/g, '')) ? [{ why: 'card', words, at: index }] : [],
  );
}

function numbers(text: string): Place[] {
  return [...text.matchAll(NUMBER)].flatMap((match): Place[] => {
    const code = match.groups?.code?.replace(/[./-]+$/, '') ?? '';
    if (DATE.test(code) || !/\d.*\d/.test(code)) return [];
    return [{ why: 'number', words: code, at: match.index + match[0].indexOf(code) }];
  });
}

/** What the customer wrote of themselves is theirs to show, not ours. */
function repeated(text: string, { mention }: Pick<CheckContext, 'mention'>): Place[] {
  if (mention === null) return [];
  const theirs = new Set(mention.posts.flatMap((post) => tokensOf(post.text).map(({ words }) => digitsOf(words))));
  if (theirs.size === 0) return [];
  return tokensOf(text).filter(({ words }) => theirs.has(digitsOf(words)));
}

function tokensOf(text: string): Place[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: words, index }): Place[] =>
    DATE.test(words) ? [] : [{ why: 'repeated', words, at: index }],
  );
}

function withoutOverlaps(found: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const one of found) {
    const end = one.at + one.words.length;
    if (kept.some((other) => one.at < other.at + other.words.length && other.at < end)) continue;
    kept.push(one);
  }
  return kept.sort((a, b) => a.at - b.at);
}

/** Whether the team shows it to everybody: the same digits, or the same address. */
function isOpen(words: string, open: string): boolean {
  if (open.toLowerCase().includes(words.toLowerCase())) return true;
  const national = digitsOf(words).replace(/^(?:00)?(?:49|43|41|44|1)?0?/, '');
  return (
    national.length >= 6 &&
    digitsOf(open, ' ')
      .split(' ')
      .some((one) => one.endsWith(national))
  );
}

/** Digits and letters alone; `between` stands where lines end. */
function digitsOf(text: string, between = ''): string {
  const lines = text.split('\n').map((line) => line.replace(/[^A-Z0-9]/gi, '').toUpperCase());
  return lines.join(between);
}
