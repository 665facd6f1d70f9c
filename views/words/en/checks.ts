import type { Check, Warning } from '../../../src/desk/checks/warning.ts';

type Why<C extends Check> = Extract<Warning, { check: C; why: string }>['why'];

/** In a history: which warning a text went out against. */
const name: Record<Check, string> = {
  meanwhile: 'customer wrote meanwhile',
  privateData: 'private data',
  blame: 'another company blamed',
  brushOff: 'brush-off',
  language: 'other language',
  wornPhrase: 'worn phrase',
  nextStep: 'apology without a next step',
  promiseTime: 'promise without a time',
};

const meanwhile: Record<Why<'meanwhile'>, string> = {
  wrote: 'The customer has written again meanwhile:',
  edited: 'The customer has changed the post since you opened this form. It says now:',
  deleted: 'The customer has deleted the post that you read. It said:',
};

const privateData: Record<Why<'privateData'>, (words: string) => string> = {
  phone: (words) => `Everybody would read a phone number here: ${words}`,
  email: (words) => `Everybody would read an e-mail address here: ${words}`,
  iban: (words) => `Everybody would read an account number here: ${words}`,
  card: (words) => `Everybody would read a card number here: ${words}`,
  number: (words) => `Everybody would read a customer’s or order number here: ${words}`,
  repeated: (words) => `This repeats what the customer gave away about themselves: ${words}`,
};

const brushOff: Record<Why<'brushOff'>, string> = {
  redirects: 'This only sends the customer elsewhere. Who sees to it here, and what happens next?',
  refuses: 'This only says no. What can we do instead, or who can decide it?',
  blames: 'This finds fault with the customer. What do we do about it?',
  silences: 'This asks the customer to take a post down. People read that as hiding something.',
  sounds: 'This sounds like a brush-off. What is the answer, who sees to it, or what do we offer?',
};

const language: Record<Why<'language'>, string> = {
  de: 'The customer writes German, your text does not.',
  en: 'The customer writes English, your text does not.',
  'all-de': 'Those who read this speak German, your text does not.',
  'all-en': 'Those who read this speak English, your text does not.',
  'answer-de': 'The answer for customers who write German is not German.',
  'answer-en': 'The answer for customers who write English is not English.',
};

/** Of the settings: what each looks for; at most 75 characters. */
const setting: Record<Check, string> = {
  meanwhile: 'The customer wrote, edited or deleted while the text was written',
  privateData: 'Phone, e-mail, account, customer’s and order numbers',
  blame: 'Another company named as the cause: confirmed by whom?',
  brushOff: 'Brush-offs: sends elsewhere, only refuses, blames, wants a post gone',
  language: 'Not in the customer’s language',
  wornPhrase: 'Words that this person, or somebody lately, got already',
  nextStep: 'An apology without a next step',
  promiseTime: 'A promise without a time; a time is offered to be kept in mind',
};

/** Looks at a text before it goes out. Values are ready for `mrkdwn`. */
export const checks = {
  name,
  setting,
  settingLabel: 'Warn before a public text goes out',
  settingHint: 'Whoever sends may override each; the history says so.',
  contacts: 'Our own numbers and addresses, one to a line',
  contactsHint: 'May stand in every public text: the hotline, the address of support',
  allOn: 'All checks are on.',
  off: (names: string) => `Off: ${names}`,
  intro: 'Not sent yet. Please look again:',
  above: 'Not sent yet: the reason stands further up.',
  again: 'Change the text, or “Send anyway”: the history says then that it was sent against this.',
  /** What of the text it is about. */
  at: (words: string) => `“${words}”`,
  meanwhile,
  privateData,
  brushOff,
  language,
  wornPhrase: {
    person: (at: string) => `This customer got the same words from us, ${at}.`,
    others: (at: string) => `Somebody else got the same words from us, ${at}. Whoever looks at our profile sees both.`,
    all: (at: string) => `Everybody read the same words from us, ${at}. What is new?`,
    same: 'X may refuse it as a duplicate.',
  },
  blame: (words: string) =>
    `This names another company as the cause: ${words}. If that is wrong, they can say so in public.`,
  confirmedBy: 'Confirmed by whom?',
  whoConfirmed: (name: string) => `The text names ${name} as the cause: confirmed by whom?`,
  nextStep: 'An apology without a next step: what happens now?',
  promiseTime: {
    'no-time': 'A promise without a time: by when? “By 5 pm”, for one.',
    offer: (words: string, at: string) =>
      `You name a time: ${words}, that is ${at}. Promise it, and you are reminded before it is due.`,
  },
  /** Buttons. */
  askPrivately: 'Ask for a direct message',
  askedPrivately: 'Something was taken out where “…” stands: please make the sentence whole there.',
  askPrivatelyHint: 'Takes it out of the text and asks for a direct message.',
  linkPrice: 'X bills $0.20 for a reply with a link.',
  variant: 'Another text',
  variantHint: 'Puts another template in its place, which nobody got lately.',
  blank: 'Leave room for it',
  wornHint: 'What can you say that only this customer needs to hear?',
  promise: 'Promise it',
};
