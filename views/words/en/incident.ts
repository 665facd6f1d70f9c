const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
const customers = (n: number) => count(n, 'customer', 'customers');

/** Who has what in an incident. */
const roles = {
  title: (number: number) => `Roles: incident ${number}`,
  shown: (lead: string, writer: string) => (lead === writer ? `lead ${lead}` : `lead ${lead} · writer ${writer}`),
  lead: 'Who decides?',
  writer: 'Who writes?',
  writerHint: 'Is reminded of the next public update. Empty: whoever decides.',
  note: 'What should they know?',
  told: {
    lead: (by: string, what: string) => `${by} hands you the lead of ${what}.`,
    writer: (by: string, what: string) => `${by} asks you to write for ${what}; the next public update reminds you.`,
  },
};

/** A text that waits for a second person. */
const approval = {
  waits: (what: string, by: string) => `${what} by ${by} – waits for a second person`,
  approved: (by: string) => `approved by ${by}`,
  alone: (by: string) => `released by ${by} without a second person`,
  approve: 'Approve',
  sendBack: 'Send back',
  sendAlone: 'Send without approval',
  takeBack: 'Take back',
  confirm: {
    title: 'Send it without a second person?',
    text: (text: string) => `For leads. It stays in the history that nobody else read it: “${text}”`,
    yes: 'Send',
    no: 'Wait',
  },
  sendBackTitle: 'Send back',
  reason: 'What should change?',
  reasonHint: 'The writer gets it by direct message, and the text as a draft.',
  sentBack: (by: string, what: string, about: string) => `${by} sent this back: *${what}* for ${about}.`,
  kept: 'The text is kept: its form offers it again.',
};

/** Mentions that an incident explains. */
const links = {
  onCard: (number: number) => `incident ${number}`,
  title: (number: number) => `Link to incident ${number}`,
  pickTitle: 'Which incident?',
  pick: 'Incident that explains this mention',
  mentions: 'Open mentions, longest wait first',
  mentionsFrom: (from: number, to: number) => `Open mentions ${from} to ${to}`,
  placeholder: 'Choose mentions',
  more: (n: number) => `${count(n, 'more open mention', 'more open mentions')}: open this again after linking.`,
  none: 'No open mention is left to link.',
  choose: 'Please choose at least one mention.',
  submit: 'Link',
  hint: 'Their customers are counted with the incident, and listed when it is over.',
  noIncident: 'There is no incident yet. `/incident start` opens one.',
};

/** The time after the end, until everybody has heard of it. */
const untold = {
  waiting: (what: string, n: number) =>
    `${what} is over: ${n === 1 ? '1 customer waits' : `${n.toLocaleString('en-US')} customers wait`} to hear it`,
  allTold: (what: string) => `${what} is over, and every linked customer is seen to`,
  figures: (told: number, skipped: number, underWay: number) =>
    [
      `${told.toLocaleString('en-US')} told`,
      ...(skipped > 0 ? [`${skipped.toLocaleString('en-US')} skipped`] : []),
      ...(underWay > 0 ? [`${underWay.toLocaleString('en-US')} on their way`] : []),
    ].join(' · '),
  longest: (name: string, ago: string) => `Longest wait: ${name}, wrote ${ago}`,
  hint: 'Each press tells one customer, in their language, with Undo on the card.',
  next: 'Send the next',
  list: 'List',
  send: 'Send',
  edit: 'Edit first',
  skip: 'Skip',
  doneByHand: (network: string) => `Answered on ${network} by hand`,
  title: (number: number) => `After incident ${number}`,
  text: 'What they are told:',
  listEmpty: 'Nobody waits to hear it any more.',
  onItsWay: (by: string, at: string) => `${by} pressed Send ${at}: on its way`,
  closed: 'closed',
  handOnly: 'The network takes no answer from here. Answer there by hand, then Skip with that reason.',
  skipTitle: (number: number) => `Skip #${number}`,
  skipReason: 'Why is this customer not told?',
  skipHint: 'Stays in the history.',
  sent: (what: string) => `${what}: on its way. Undo is on its card.`,
  nobody: 'Nobody waits to hear it any more.',
  onlyByHand: (n: number) =>
    `${n === 1 ? 'The last customer' : `The last ${n.toLocaleString('en-US')}`} can’t be told from here by one press (found by search, or the text does not fit): please use List.`,
};

/** An incident as a file, for those who look back at it. Plain Markdown. */
const timeline = {
  onItsWay: (what: string) => `The timeline of ${what} is on its way to your direct messages.`,
  comment: (what: string) => `The timeline of ${what}, for a post-mortem`,
  team: 'The team',
  status: { running: 'running', resolved: 'resolved' },
  facts: {
    state: 'State',
    severity: 'Severity',
    started: 'Started',
    resolved: 'Resolved',
    lasted: 'Lasted',
    lead: 'Lead',
    writer: 'Writer',
  },
  history: 'What happened',
  public: 'What we said publicly',
  confirmed: 'Confirmed by',
  approved: 'Approved by',
  approvedAlone: 'Released without a second person by',
  deletedLater: 'deleted later',
  link: 'Link',
  nothingPublic: 'Nothing was public.',
  sincePrevious: (minutes: number) => `${count(minutes, 'minute', 'minutes')} after the word before`,
  customers: 'Customers',
  linked: 'Linked mentions',
  answered: 'Answered',
  toldEnd: 'Told how it ended',
  skipped: 'Skipped',
  waiting: 'Still waiting to hear it',
  median: 'First answer, median',
  longestSilence: 'Longest silence between public words',
  byHour: 'Complaints by hour',
  hour: 'Hour',
  count: 'Customers',
  mentions: 'Linked mentions',
  columns: { number: 'Number', came: 'Came', customer: 'Customer', wrote: 'Wrote', answered: 'Answered', told: 'Told' },
  times: (zone: string) => `All times: ${zone}.`,
  none: '–',
};

/** Incidents: their message, who does what, and those whom they concern. */
/** Mentions that a running incident may explain. */
const suggested = {
  ask: (number: number) => `Does it belong to incident ${number}?`,
  askAll: (number: number, n: number) => `Do these ${n.toLocaleString('en-US')} belong to incident ${number}?`,
  yes: 'Yes, link',
  no: 'No',
  count: (n: number) => `${count(n, 'more may belong', 'more may belong')} to it`,
  linkAll: (n: number) => (n === 1 ? 'Link the suggested one' : `Link the ${n.toLocaleString('en-US')} suggested`),
  linked: (n: number) => `${count(n, 'mention is', 'mentions are')} linked now.`,
};

export const incident = {
  suggested,
  roles,
  approval,
  links,
  untold,
  timeline,
  menu: { roles: 'Roles …', link: 'Link mentions …', correct: 'Correct the record …', timeline: 'Timeline as a file' },
  lastWord: (ago: string) => `last public word ${ago}`,
  counts: (linked: number, answered: number) =>
    `${customers(linked)} linked · ${answered.toLocaleString('en-US')} answered so far`,
  toldEnd: (n: number) => `${n.toLocaleString('en-US')} told how it ended`,
  confirmed: (by: string) => `confirmed by ${by} (team only)`,
  confirmedBy: 'Confirmed by (for the team only)',
  confirmedHint: 'Who in the company says that it is so. Never public.',
  confirmedPlaceholder: 'A name, such as the head of network operations',
  answerDe: 'Answer to linked customers (German)',
  answerEn: 'Answer to linked customers (English)',
  answerHint: 'Offered when a linked mention is answered. {name} becomes the customer’s name. Empty: the public text.',
  offered: (number: number) => `This is what incident ${number} says at present; it explains this mention.`,
  offeredEnd: (number: number) => `Incident ${number} is over: sending this tells the customer so.`,
  more: {
    link: { hint: 'An outage or the like explains this', text: 'Link to incident' },
    unlink: { hint: (number: number) => `Is explained by incident ${number}`, text: 'Unlink' },
  },
};
