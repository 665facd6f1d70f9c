import type { BackBy } from '../../../src/desk/promise-time.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const inTime: Record<Exclude<BackBy, 'closing' | 'next-day'>, string> = {
  30: 'in 30 minutes',
  60: 'in 1 hour',
  120: 'in 2 hours',
  240: 'in 4 hours',
  exact: 'at a time of your choice …',
};

/** Holding replies, and the times by which we said that we would be back. Values are ready for `mrkdwn`. */
export const promises = {
  /** By when; whose it is stands behind it. */
  line: (at: string) => `promised by ${at}`,
  brokenLine: (at: string) => `promise broken: it was for ${at}`,
  nobody: 'nobody has it',
  /** To its owner. */
  before: (what: string, name: string, at: string) => `Your promise to ${name} (${what}) comes due ${at}.`,
  due: (what: string, name: string, at: string) => `Your promise to ${name} (${what}) is due now: ${at}.`,
  /** In the channel. */
  broken: (n: number) => `${count(n, 'promise is', 'promises are')} broken`,
  unowned: (n: number) => `${count(n, 'promise is', 'promises are')} due, and nobody has ${n === 1 ? 'it' : 'them'}`,
  wasFor: (at: string) => `promised by ${at}`,
  allEnded: 'All of these promises are done with',
  more: (n: number) => `and ${n.toLocaleString('en-US')} more: \`/mentions promises\``,
  /** The form. */
  holding: 'We are on it',
  holdingHint: 'No answer yet? Say by when it will come.',
  noHolding: 'Answer it now',
  noHoldingHint: 'With a holding reply the mention stays open, and its clock runs on.',
  backBy: 'Back by',
  inTime,
  closing: (time: string) => `at closing today, ${time}`,
  nextDay: (day: string, time: string) => `${day}, ${time}`,
  tomorrow: 'tomorrow',
  weekday: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  exactTime: 'Which time?',
  exactHint: 'By your own clock.',
  youPromise: (at: string) => `🤝 Your promise, once it is public: ${at}`,
  noTime: 'no time',
  apologyTime: 'Promise a time',
  apologyTimeHint: 'You are reminded of it. Without words of your own above, the text names it.',
  time: {
    missing: 'Please choose by when we will be back.',
    past: 'That time has passed. Please choose a later one.',
    far: 'That is more than 60 days away. Please choose an earlier time.',
  },
  /** "Promise kept". */
  kept: 'Promise kept',
  keptHint: 'We were back another way, such as by phone',
  keptHow: 'How were we back?',
  keptWays: { phone: 'By phone', message: 'By direct message', mail: 'By e-mail', person: 'In person' },
  keptText: 'Or in your own words',
  keptNote: 'It stays in the history. An answer in public keeps the promise by itself.',
  keptMissing: 'Please say how we were back.',
  yours: (n: number) => `Your promises: ${n.toLocaleString('en-US')}`,
  brokenInTeam: (n: number) => `${count(n, 'promise of the team is', 'promises of the team are')} broken`,
  figure: 'Promises kept',
  reportLine: (kept: number, due: number, share: string) =>
    `*${share}* of the times that we named were kept (${kept} of ${due}).`,
};
