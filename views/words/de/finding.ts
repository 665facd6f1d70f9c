import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const finding: Words['finding'] = {
  topics: 'Themen',
  chooseTopics: 'Themen auswählen',
  newTopics: 'Andere Wörter',
  newTopicsHint:
    'Mehrere mit Komma: Lieferung verspätet, Tarif 5G. Was allen angeboten werden soll, trägt die Leitung in den Einstellungen ein.',
  noTopicsYet: 'Das Team hat noch keine eigenen Themen; die Leitung benennt sie in `/mentions settings`.',
  ticket: 'Ticket',
  ticketHint: 'Eine Webadresse oder die Nummer dort, etwa FALL-4711. Leer nimmt sie weg.',
  earlierCount: (n, handle) =>
    `${count(n, 'anderer Vorgang', 'andere Vorgänge')} von @${handle}${n > 5 ? '; die letzten fünf:' : ':'}`,
  earlierNone: (handle) => `Von @${handle} gibt es sonst nichts.`,
  ourAnswer: 'Unsere Antwort',
  noAnswer: 'Keine Antwort von uns.',
  toCard: 'Karte',
  found: (n, query) => `${count(n, 'Vorgang', 'Vorgänge')} mit ${query}, die neuesten zuerst`,
  nothingFound: (query) => `Mit ${query} war nichts zu finden.`,
  tryThis:
    'Alle Wörter müssen in einem Vorgang vorkommen. Was hilft: weniger Wörter oder nur ein Teil davon (`rechnung` findet auch Rechnungen); `from:erika` für einen Kunden, `topic:rechnung`, `#42`; Wörter in Anführungszeichen stehen so beieinander.',
  usage:
    'Bitte dazuschreiben, was gesucht wird, etwa `/mentions find Rechnung verspätet`. `"In Anführungszeichen"` steht es so beieinander; `from:erika`, `topic:rechnung` und `#42` grenzen ein.',
  queryTooLong: (limit) => `Das ist zu viel auf einmal: höchstens ${limit} Zeichen. Ein paar Wörter genügen.`,
  looking: 'Wird gesucht …',
  several: 'Welche brauchen keine Antwort?',
  severalHint: 'Längste Wartezeit zuerst. Was beim Speichern schon beantwortet ist, bleibt, wie es ist.',
  severalShown: (shown, all) => `Die ${shown} mit der längsten Wartezeit, von ${all.toLocaleString('de-DE')}.`,
  severalPlaceholder: 'Vorgänge auswählen',
  closeThem: 'Schließen',
  claimedAlready: 'übernommen',
  closedSeveral: (n, numbers) => `${count(n, 'Vorgang braucht', 'Vorgänge brauchen')} keine Antwort: ${numbers}`,
  closedNone: 'Nichts davon wurde geschlossen.',
  notClosed: (n) => `Nicht geschlossen: ${n.toLocaleString('de-DE')}`,
  answeredBy: (by, at) => `inzwischen beantwortet von ${by}, ${at}`,
  closedBy: (by, at) => `inzwischen geschlossen von ${by}, ${at}`,
  gone: 'Earshot kennt diesen Vorgang nicht mehr',
  buttons: { several: 'Mehrere ohne Antwort …' },
};
