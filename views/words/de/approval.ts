import type { Words } from '../en.ts';

export const approval: Words['approval'] = {
  why: { guest: 'Text eines Gastes', newcomer: 'eine der ersten Antworten' },
  row: (what, by, about) => `*${what}* von ${by} zu ${about}`,
  waiting: (n) => `Wartet auf eine zweite Person: ${n.toLocaleString('de-DE')}`,
  untouched: (row) => `Das hat noch niemand angesehen, und hinaus geht es nur mit einer zweiten Person: ${row}`,
  afterSend: 'Nach dem Senden wartet es auf die Freigabe durch eine zweite Person.',
  incidents: 'Texte zu Störungen brauchen eine zweite Person',
  apologies: 'Entschuldigungen brauchen eine zweite Person',
  newcomers: 'Wie viele erste Antworten neuer Leute eine zweite Person brauchen',
  newcomersHint: '0 heißt keine. Eine Entschuldigung zu einer Störung braucht immer eine.',
  trusted: 'Gäste, deren Texte ohne Freigabe hinausgehen',
};
