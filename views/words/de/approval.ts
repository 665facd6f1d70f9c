import type { Words } from '../en.ts';

export const approval: Words['approval'] = {
  why: { guest: 'Text eines Gastes', newcomer: 'eine der ersten Antworten' },
  row: (what, by, about) => `*${what}* von ${by} zu ${about}`,
  waiting: (n) => `Wartet auf eine zweite Person: ${n.toLocaleString('de-DE')}`,
  untouched: (row) => `Das hat noch niemand angesehen, und hinaus geht es nur mit einer zweiten Person: ${row}`,
  afterSend: 'Nach dem Senden wartet es auf die Freigabe durch eine zweite Person.',
  incidents: 'Worte zu Störungen warten auf eine zweite Person',
  apologies: 'Entschuldigungen an Kunden warten auf eine zweite Person',
  newcomers: 'So viele erste Antworten von Neuen warten auf eine zweite Person',
  newcomersHint: '0 heißt keine. Die Entschuldigung zu einer Störung wartet immer.',
  trusted: 'Gäste, deren Texte ohne Freigabe hinausgehen',
};
