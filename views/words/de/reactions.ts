import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const reactions: Words['reactions'] = {
  apology: 'die Entschuldigung',
  soFar: (apology, counts) => `Reaktionen auf ${apology} bisher: ${counts}`,
  atLast: (apology, counts) => `Reaktionen auf ${apology} in den ersten 48 Stunden: ${counts}`,
  likes: (n) => count(n, 'Like', 'Likes'),
  reposts: (n) => count(n, 'Repost', 'Reposts'),
  answers: (n) => count(n, 'Antwort von anderen', 'Antworten von anderen'),
  none: 'keine mehr',
  fresh: (cards) => `Neu: ${cards}`,
  more: (n) => `und ${n.toLocaleString('de-DE')} weitere`,
};
