const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** The messages at the desk's opening and before its closing. Values are ready for `mrkdwn`. */
export const bell = {
  opening: (at: string) => `The desk is open (${at})`,
  closing: (at: string) => `The desk closes (${at})`,
  waits: (n: number) => `${count(n, 'mention waits', 'mentions wait')}`,
  unclaimed: (n: number) => `${count(n, 'mention', 'mentions')} that nobody has`,
  allSettled: 'all of it is settled',
  ownerless: (n: number) => `${count(n, 'promise', 'promises')} that nobody has`,
  promises: (n: number) => `${count(n, 'open promise', 'open promises')}`,
  takeKind: 'I take these',
  takePromises: 'I take the promises',
  takers: (people: string) => `taken by ${people}`,
  takersMean: '“I take these” names you here; to claim one, press Claim on its card.',
  moreLines: (n: number) => `and ${n.toLocaleString('en-US')} more`,
  promisesTaken: (by: string) => `${by} has taken these promises already. Please talk to them.`,
};
