import type { Words } from '../en.ts';

export const backup: Words['backup'] = {
  fileLost: (file, aside) =>
    `Eine Datendatei von Earshot (${file}) ist beschädigt; unter dem Namen ${aside} liegt das, was von ihr da ist.`,
  missing: {
    none: 'Vorgänge waren nicht darin.',
    one: (number) => `Vorgang #${number} kann fehlen, mit allem, was dort übernommen, geschrieben und zugesagt wurde.`,
    range: (from, to) =>
      `Die Vorgänge #${from} bis #${to} können fehlen, mit allem, was dort übernommen, geschrieben und zugesagt wurde.`,
    later: (from) =>
      `Vorgänge ab #${from} können fehlen, mit allem, was dort übernommen, geschrieben und zugesagt wurde.`,
  },
  comesBack:
    'Was das Netzwerk vom letzten Tag noch zeigt, kommt von selbst zurück, unter neuen Nummern; was dort beantwortet ist, erscheint als beantwortet.',
  settingsLost: 'Auch die Einstellungen des Teams standen darin: bitte `/mentions settings` prüfen.',
  bringBack: 'Wer Earshot betreibt, kann eine Sicherung zurückholen: `npm run restore`.',
  restored: (of, at) =>
    `Earshot wurde ${at} aus einer Sicherung von ${of} wiederhergestellt. Was dazwischen gedrückt, geschrieben und zugesagt wurde, ist unbekannt: bitte die Karten ansehen. Beiträge und Antworten aus dieser Zeit werden noch einmal vom Netzwerk gelesen.`,
  oneUnsent:
    '1 Text war damals unterwegs: nach ihm wird im Netzwerk gesucht, und ohne einen Druck geht er nicht hinaus.',
  unsent: (n) =>
    `${n} Texte waren damals unterwegs: nach jedem wird im Netzwerk gesucht, und ohne einen Druck geht keiner hinaus.`,
  cameBack: (purpose, what) => `${purpose} zu ${what} kam zurück.`,
  failed: (what, by) => `${what} von ${by} ging an den Absender zurück.`,
};
