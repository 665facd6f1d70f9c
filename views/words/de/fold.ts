import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const fold: Words['fold'] = {
  more: (n: number) =>
    n === 1 ? 'und eine weitere Person sagt dasselbe' : `und ${n.toLocaleString('de-DE')} weitere sagen dasselbe`,
  showAll: 'Alle zeigen',
  claimAll: (n: number) => `Alle ${n.toLocaleString('de-DE')} übernehmen`,
  releaseAll: 'Alle abgeben',
  next: 'Nächste',
  title: (number: number) => `Wie #${number}`,
  hint: 'Alle bekommen eine eigene Antwort: „Antworten“ öffnet das Formular mit dem Text, der hier zuletzt hinausging, zum Anpassen. Was beantwortet ist, bekommt eine eigene Karte.',
  leads: 'hat die Karte',
  reply: 'Antworten',
  show: 'Zeigen',
  notSame: 'Etwas anderes',
  unfoldAll: 'Eine Karte für jede',
  unfoldTitle: 'Für jede eine Karte?',
  unfoldText: (n: number) =>
    `${count(n, 'Vorgang bekommt eine eigene Karte', 'Vorgänge bekommen eigene Karten')}, etwa eine pro Sekunde.`,
  unfoldYes: 'Ja, für jede eine',
  unfoldNo: 'Nein',
  empty: 'Sonst sagt das niemand mehr.',
  claimed: (n: number, others: number) =>
    others === 0
      ? `${count(n, 'Vorgang', 'Vorgänge')} übernommen.`
      : `${count(n, 'Vorgang', 'Vorgänge')} übernommen; ${count(others, 'bleibt', 'bleiben')} bei anderen.`,
  released: (n: number) => `${count(n, 'Vorgang', 'Vorgänge')} abgegeben.`,
  noneLeft: 'Hier ist niemand mehr offen: Die anderen sind beantwortet, oder jemand schreibt ihnen gerade.',
  offered: 'Das ging zuletzt an jemanden, der dasselbe sagt. Bitte für diese Person anpassen.',
  inGroup: 'auf der Karte anderer, die dasselbe sagen',
  like: (n: number) => `und ${n.toLocaleString('de-DE')} wie diese`,
};
