const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** Working together: hand-over, pass on, snooze, claims left lying. Values are ready for `mrkdwn`. */
export const together = {
  snoozedUntil: (at: string, by: string | null) => `snoozed until ${at}${by === null ? '' : ` by ${by}`}`,
  /** The line in the channel. */
  lying: (n: number) => `${count(n, 'claim has', 'claims have')} lain untouched for a while`,
  looking: (n: number) => `${count(n, 'mention looks', 'mentions look')} for somebody new`,
  lyingFor: (owner: string, duration: string) => `${owner}, ${duration}`,
  snoozeOver: 'its snooze is over',
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  takeOver: 'Take over',
  /** In a card's thread. */
  handedOver: (by: string, to: string) => `${by} handed this over to ${to}`,
  /** By direct message. */
  givenToYou: (by: string, what: string, name: string) => `${by} handed ${what} from ${name} over to you`,
  takenFromYou: (what: string, name: string, to: string) => `${what} from ${name} is with ${to} now`,
  takenOver: (by: string, what: string, name: string) =>
    `${by} took over ${what} from ${name}, which had lain for a while`,
  yourSnoozeOver: (what: string, name: string) => `The snooze of ${what} from ${name} is over`,
  allGivenToYou: (by: string, from: string) =>
    by === from ? `${by} handed everything over to you` : `${by} handed everything of ${from} over to you`,
  moreGiven: (n: number) => `and ${n.toLocaleString('en-US')} more: \`/mentions mine\``,
  promised: (at: string) => `promised by ${at}`,
  part: {
    claims: (n: number) => count(n, 'claim', 'claims'),
    promises: (n: number) => count(n, 'promise', 'promises'),
    snoozes: (n: number) => count(n, 'snooze', 'snoozes'),
  },
  /** The forms. */
  handOverTo: 'To whom?',
  handOverNote: 'What should they know?',
  handOverNoteHint: 'For the team only. They get it in a direct message with the card.',
  handOverAll: (from: string, to: string) => `From ${from} to ${to}:`,
  handOverUsage:
    'Please say to whom, as in `/mentions handover @ben back on Monday`; leads name the other one first, `/mentions handover @anna @ben ill today`. Choose the names from the list that Slack shows after the @.',
  notAPerson: 'Only people can take this. Please choose somebody who answers.',
  snooze: {
    until: 'Until when?',
    inMinutes: (minutes: number) => `For ${minutes} minutes`,
    inHours: (hours: number) => `For ${hours} hours`,
    tomorrow: (at: string) => `Until the desk opens tomorrow, ${at}`,
    nextDay: (day: string, at: string) => `Until the desk opens on ${day}, ${at}`,
    exact: 'Until this time:',
    exactTime: 'Day and time',
    exactHint: 'Only for the last choice.',
    hint: 'No reminders until then. The deadline stays, and the card says when it is late. It ends at once when the customer writes again.',
    noTime: 'Please give the day and time.',
  },
  /** What a press in the menu came to. */
  passedOnDone: (number: number) => `#${number} is nobody’s now. The channel is told that it looks for somebody new.`,
  wokenDone: (number: number) => `#${number} is awake again, with its reminders.`,
  yours: (what: string) => `${what} is yours now.`,
};
