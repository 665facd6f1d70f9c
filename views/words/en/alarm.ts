/** Alarms, in the channel and to who is on call. Values are ready for `mrkdwn`. */
export const alarm = {
  word: (word: string) => `“${word}”`,
  danger: (words: string, what: string) => `Sounds like danger (${words}): ${what}`,
  updateOverdue: (what: string, at: string) => `Public update overdue: ${what}, due ${at}`,
  called: (names: string) => `called: ${names}`,
  nobodyYet: 'nobody is on it yet; the next person is called after 10 minutes',
  calling: 'Whoever is on call is being called …',
  nobodyOnCall: 'Nobody is on call now: whoever reads this, please look.',
  take: 'I am on it',
  takenBy: (by: string, at: string) => `${by} is on it since ${at}`,
  over: (at: string) => `Over ${at}`,
  onCall: (at: string) =>
    `Since ${at}. You are on call: press the button if you look after it, else the next person is called.`,
  youAreOnIt: 'You are on it: nobody else is called, and whoever was called hears so.',
  alreadyTaken: (by: string, at: string) => `${by} is on it since ${at}. Nothing more to do, unless they ask.`,
  alreadyOver: 'This alarm is over. Nothing more to do.',
  onCard: (words: string) => `danger: ${words}`,
};
