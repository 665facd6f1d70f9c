/** Answers given elsewhere, posts found by words, edits and deletions. Values are ready for `mrkdwn`. */
export const listening = {
  /** In the place of a colleague's name. */
  somebody: (network: string) => `somebody on ${network} directly`,
  directly: (network: string) => `answered on ${network} directly`,
  directlyAgo: (network: string, duration: string) => `Answered on ${network} directly, ${duration} ago`,
  directlyNow: (network: string) => `Answered on ${network} directly, just now`,
  directlyAt: (network: string, at: string) => `Answered on ${network} directly, ${at}`,
  markedBy: (what: string, by: string, at: string) => `${what} by ${by}, ${at} · by hand, not yet seen on our timeline`,
  found: (network: string) => `Found by its words. It does not name us, so ${network} lets nobody answer it from here.`,
  byHandOnly: (network: string) =>
    `${network} lets nobody answer this from here: “Reply on ${network}” opens it there.`,
  ready: (by: string) => `${by}’s text is ready:`,
  edited: (was: string) => `edited – was: ${was}`,
  editedAt: (name: string) => `${name} edited the post. It was:`,
  now: 'Now it says:',
  deleted: (at: string) => `deleted by its author, seen ${at}`,
  deletedBy: (name: string) => `${name} deleted this post. Nothing to answer there any more.`,
  nothingLeft: 'Nothing is left to answer',
  editedBelow: 'The customer has edited the post since this form was opened. It says now:',
  editedMeanwhile: 'The customer has edited the post since this form was opened. It was:',
  buttons: {
    onNetwork: (network: string) => `Reply on ${network}`,
    answered: 'Mark as answered',
    prepare: 'Prepare text',
    change: 'Change text',
  },
  byHand: {
    title: (number: number) => `Reply to #${number} by hand`,
    steps: (network: string) =>
      `1. “Reply on ${network}” opens the post there with this text; send it, signed in as the company.\n2. Come back and press “Mark as answered”. Without it, Earshot sees the answer a little later by itself.`,
    copy: 'The text is too long for a link: please copy it from here.',
    hint: 'Next shows it with the way to send it by hand.',
    submit: 'Mark as answered',
  },
  searchRefused: (network: string, why: string) =>
    `${network} does not take the search for posts that have our words (X_SEARCH): ${why} Mentions go on as before. Whoever runs Earshot can check it with \`npm run doctor\`.`,
  refuses: (network: string, remedy: string, why: string) =>
    `Earshot can’t read what customers write on ${network}: ${remedy} Then it goes on by itself; what was written meanwhile is read. (${network} says: ${why})`,
  refusedFor: {
    'out-of-credits':
      'our account there has run out of credits. Please ask whoever runs Earshot to buy some, or to raise the spending limit. It looks once an hour.',
    'not-authorised':
      'it no longer accepts our access (revoked, or the account is suspended or locked). Please ask whoever runs Earshot to sign in there, and to renew the keys (`npm run doctor` says which).',
    'clock-off': 'the clock of Earshot’s machine is wrong. Please ask whoever runs Earshot to set it by the network.',
    refused: 'it refuses our reads. Please ask whoever runs Earshot to run `npm run doctor`.',
  },
  takes: (network: string, since: string) =>
    `Earshot reads ${network} again; it could not since ${since}. What customers wrote meanwhile gets its cards now.`,
  searchFlood: (network: string) =>
    `The search on ${network} (X_SEARCH) found more posts at once than anybody can answer; the oldest were left out. Please ask whoever runs Earshot to narrow its words.`,
};
