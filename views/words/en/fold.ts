const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** Mentions that say the same and share a card. Values are ready for `mrkdwn`. */
export const fold = {
  more: (n: number) => (n === 1 ? 'and 1 more says the same' : `and ${n.toLocaleString('en-US')} more say the same`),
  showAll: 'Show all',
  claimAll: (n: number) => `Claim all ${n.toLocaleString('en-US')}`,
  releaseAll: 'Release all',
  next: 'Reply to the next',
  title: (number: number) => `Same as #${number}`,
  hint: 'Each customer gets an answer of their own: Reply opens the form with the text that was last sent here, for you to change. Whoever is answered gets a card of their own.',
  leads: 'has the card',
  reply: 'Reply',
  show: 'Show',
  notSame: 'Not the same',
  unfoldAll: 'A card for each',
  unfoldTitle: 'A card for each?',
  unfoldText: (n: number) =>
    `${count(n, 'mention gets a card of its own', 'mentions get cards of their own')}, about one a second.`,
  unfoldYes: 'Yes, a card for each',
  unfoldNo: 'No',
  empty: 'Nobody else says the same any more.',
  claimed: (n: number, others: number) =>
    others === 0
      ? `${count(n, 'mention is', 'mentions are')} yours now.`
      : `${count(n, 'mention is', 'mentions are')} yours now; ${count(others, 'stays', 'stay')} with somebody else.`,
  released: (n: number) => `${count(n, 'mention is', 'mentions are')} free for anybody now.`,
  noneLeft: 'Nobody is left whom you could answer here: the others are answered, or somebody is writing to them.',
  offered: 'This is what was last sent to somebody who says the same. Please make it fit this customer.',
  inGroup: 'on the card of others that say the same',
  like: (n: number) => `and ${n.toLocaleString('en-US')} like it`,
};
