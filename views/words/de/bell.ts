import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const bell: Words['bell'] = {
  opening: (at) => `Geöffnet (${at})`,
  closing: (at) => `Bald wird geschlossen (${at})`,
  waits: (n) => `${count(n, 'Vorgang wartet', 'Vorgänge warten')}`,
  unclaimed: (n) => `bei niemandem: ${count(n, 'Vorgang', 'Vorgänge')}`,
  allSettled: 'alles davon ist erledigt',
  ownerless: (n) => `${count(n, 'Zusage ohne Zuständige', 'Zusagen ohne Zuständige')}`,
  promises: (n) => `${count(n, 'offene Zusage', 'offene Zusagen')}`,
  takeKind: 'Übernehme ich',
  takePromises: 'Zusagen übernehme ich',
  takers: (people) => `übernimmt ${people}`,
  takersMean: '„Übernehme ich“ nennt hier den Namen; übernommen wird ein Vorgang an seiner Karte.',
  moreLines: (n) => `und ${n.toLocaleString('de-DE')} weitere`,
  promisesTaken: (by) => `${by} hat diese Zusagen schon übernommen. Bitte dort absprechen.`,
};
