import type { Words } from '../en.ts';

export const escalation: Words['escalation'] = {
  buttons: { take: 'Ich kümmere mich', sendBack: 'Zurückgeben' },
  taken: (by, at) => `bei ${by} seit ${at}`,
  answered: (by, at) => `beantwortet von ${by}, ${at}`,
  sentBack: (by, at) => `zurückgegeben von ${by}, ${at}`,
  next: (to, at) => `dann ${to}, ${at}`,
  asksNext: (by) => `${by} braucht Hilfe bei einem öffentlichen Kundenbeitrag, und noch kümmert sich niemand darum.`,
  asksNextGroup: (group, by) =>
    `${group} – ${by} braucht Hilfe bei einem öffentlichen Kundenbeitrag, und noch kümmert sich niemand darum.`,
  askedBefore: (who) => `Vorher gefragt: ${who}`,
  ago: (to, duration) => `${to} vor ${duration}`,
  why: 'Warum geht es zurück?',
  whyHint: 'Für das Team, neben der Karte: wer es wissen könnte oder was fehlt.',
  noteSentBack: (asker, by) => `${asker} – ${by} hat die Frage zurückgegeben:`,
  noteUntaken: (asker, who) =>
    `${asker} – um diese Frage kümmert sich niemand. Gefragt wurden ${who}. Bitte auf anderem Weg fragen oder ohne sie antworten.`,
  noteLeft: (asker, by, duration) =>
    `${asker} – ${by} kümmert sich seit ${duration} um diese Frage, und noch gibt es keine Antwort.`,
  noticeSentBack: (by, what, name) =>
    `${by} hat die Frage zu ${what} von ${name} zurückgegeben: der Vorgang ist wieder hier.`,
};
