const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** How the public took an apology, in the thread of its card. */
export const reactions = {
  apology: 'the apology',
  soFar: (apology: string, counts: string) => `Reactions to ${apology} so far: ${counts}`,
  atLast: (apology: string, counts: string) => `Reactions to ${apology} in its first 48 hours: ${counts}`,
  likes: (n: number) => count(n, 'like', 'likes'),
  reposts: (n: number) => count(n, 'repost', 'reposts'),
  answers: (n: number) => count(n, 'answer by others', 'answers by others'),
  none: 'none any more',
  fresh: (cards: string) => `New: ${cards}`,
  more: (n: number) => `and ${n.toLocaleString('en-US')} more`,
};
