import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

const nth = (n: number) => {
  const words = ['', 'erster', 'zweiter', 'dritter', 'vierter', 'fünfter', 'sechster', 'siebter', 'achter', 'neunter'];
  return words[n] ?? `${n.toLocaleString('de-DE')}.`;
};

export const urgency: Words['urgency'] = {
  level: { urgent: 'dringend', raised: 'vorgezogen' },
  grave: { danger: 'Gefahr', press: 'Presse', law: 'Recht' },
  line: (how, why) => `*${how}:* ${why}`,
  words: (what, words) => `${what} (${words})`,
  followers: (n) => `${n.toLocaleString('de-DE')} Follower`,
  likes: (n) => `${n.toLocaleString('de-DE')} Mal gefällt das`,
  reposts: (n) => count(n, 'Mal geteilt', 'Mal geteilt'),
  repeats: (n) => `${nth(n)} Beitrag ohne Antwort`,
  vip: 'auf der VIP-Liste',
  rule: 'nach einer Regel des Teams',
  assignedToYou: (what, name) => `Nach einer Regel des Teams zugeteilt: ${what} von ${name}`,
  assignedTo: (to) => `${to} – nach einer Regel des Teams zugeteilt.`,
};
