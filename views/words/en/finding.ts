const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** Finding and sorting: `/mentions find`, topics, tickets, earlier mentions, several at once. */
export const finding = {
  topics: 'Topics',
  chooseTopics: 'Choose topics',
  newTopics: 'Other words',
  newTopicsHint:
    'Several with commas: late delivery, tariff 5G. Leads add what should be offered to all in the settings.',
  noTopicsYet: 'The team has no topics of its own yet; leads name them in `/mentions settings`.',
  ticket: 'Ticket',
  ticketHint: 'A web address, or the number there such as CASE-4711. Empty takes it away.',
  earlierCount: (n: number, handle: string) =>
    `${count(n, 'other mention', 'other mentions')} of @${handle}${n > 5 ? '; the last five:' : ':'}`,
  earlierNone: (handle: string) => `There is no other mention of @${handle}.`,
  ourAnswer: 'Our answer',
  noAnswer: 'No answer of ours.',
  toCard: 'Card',
  found: (n: number, query: string) => `${count(n, 'mention', 'mentions')} with ${query}, newest first`,
  nothingFound: (query: string) => `Nothing was found with ${query}.`,
  tryThis:
    'All words must occur in one mention. What helps: fewer words, or only part of one (`invoic` finds invoice and invoices); `from:jane` for a customer, `topic:billing`, `#42`; words in quotation marks stand together as they are written.',
  usage:
    'Say what to find, as in `/mentions find late refund`. `"in quotation marks"` stands together; `from:jane`, `topic:billing` and `#42` narrow it down.',
  queryTooLong: (limit: number) => `That is too much to look for: at most ${limit} characters. A few words are enough.`,
  looking: 'Looking …',
  several: 'Which of them need no answer?',
  severalHint: 'Longest wait first. Whatever somebody has answered by the time of saving stays as it is.',
  severalShown: (shown: number, all: number) => `The ${shown} that wait longest, of ${all.toLocaleString('en-US')}.`,
  severalPlaceholder: 'Choose mentions',
  closeThem: 'Close them',
  claimedAlready: 'claimed',
  closedSeveral: (n: number, numbers: string) => `${count(n, 'mention needs', 'mentions need')} no answer: ${numbers}`,
  closedNone: 'None of them was closed.',
  notClosed: (n: number) => `Not closed: ${n.toLocaleString('en-US')}`,
  answeredBy: (by: string, at: string) => `answered meanwhile by ${by}, ${at}`,
  closedBy: (by: string, at: string) => `closed meanwhile by ${by}, ${at}`,
  gone: 'Earshot does not know it any more',
  buttons: { several: 'No answer for several …' },
};
