import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const channel: Words['channel'] = {
  kinds: {
    complaint: (n) => count(n, 'Beschwerde', 'Beschwerden'),
    question: (n) => count(n, 'Frage', 'Fragen'),
    praise: (n) => `${n.toLocaleString('de-DE')} Lob`,
    other: (n) => `${n.toLocaleString('de-DE')} Sonstige`,
  },
  due: (n) => `${count(n, 'Vorgang ist', 'Vorgänge sind')} überfällig`,
  second: (n) => `${count(n, 'Vorgang wartet', 'Vorgänge warten')} schon doppelt so lange wie vorgesehen`,
  night: (n) => `${count(n, 'Vorgang kam', 'Vorgänge kamen')} außerhalb der Öffnungszeit`,
  allSettled: 'Hier ist alles erledigt',
  lineDue: (at) => `fällig ${at}`,
  lineSince: (at) => `seit ${at}`,
  moreOverdue: (n) => `und ${n.toLocaleString('de-DE')} weitere: \`/mentions overdue\``,
  moreOpen: (n) => `und ${n.toLocaleString('de-DE')} weitere: \`/mentions open\``,
  backlog: (n, kindsText) =>
    `${count(n, 'Vorgang wartet auf seine Karte', 'Vorgänge warten auf ihre Karte')}: ${kindsText}`,
  backlogWhy: 'Slack nimmt etwa eine Nachricht pro Sekunde; `/mentions open` zeigt sie sofort.',
  cardsAreLate: (at) => `Karten verspäten sich seit ${at}.`,
  caughtUp: 'Alles aufgeholt: jeder Vorgang hat seine Karte.',
  cardsWereLate: (at) => `Verspätet waren sie seit ${at}.`,
  again: (n) =>
    n === 1 ? 'Ein Kunde hat wieder geschrieben' : `${n.toLocaleString('de-DE')} Kunden haben wieder geschrieben`,
  wroteAgain: (name, at) => `${name} hat wieder geschrieben, ${at}`,
  wroteAgainToYou: (what, name, at) => `Übernommen: ${what} – ${name} hat wieder geschrieben, ${at}`,
  answered: (by) => `${by} hat geantwortet:`,
  escalationFailed: (to) => `${to} wurde nicht erreicht.`,
  inviteFirst: (where) =>
    `Earshot ist nicht in ${where}. Dort \`/invite @Earshot\` eingeben und dann erneut eskalieren.`,
  slackSays: (why) => `Slack meldet: ${why}. Bitte auf anderem Weg fragen.`,
  dueSoon: (what, name, at) => `Übernommen und bald fällig: ${what} von ${name}, ${at}.`,
  notSent: (purpose, what) => `${purpose} zu ${what} wurde nicht gesendet.`,
  notSentKept: 'Der Text ist aufgehoben: das Formular bietet ihn wieder an.',
  notDeleted: (purpose, what) => `${purpose} zu ${what} ließ sich nicht löschen und ist weiter öffentlich.`,
  notDeletedDo: 'Bitte im Netzwerk von Hand löschen oder es über die Karte noch einmal versuchen.',
  seePost: 'Beitrag ansehen',
  asks: (by) => `${by} bittet um Hilfe bei einem öffentlichen Kundenbeitrag.`,
  asksGroup: (group, by) => `${group} – ${by} bittet um Hilfe bei einem öffentlichen Kundenbeitrag.`,
  customer: 'Der Kunde',
  answerHere: 'Bitte in diesem Thread antworten: das Team sieht es an der Karte. Veröffentlicht wird es nie.',
  toCard: 'Karte',
  toPost: (network) => `Beitrag auf ${network}`,
  updateDue: (what) => `${what}: der nächste öffentliche Zwischenstand ist fällig.`,
  updateDueSince: (at) => `fällig ${at}`,
  sinceLast: (at) => `letzte öffentliche Meldung ${at}`,
};
