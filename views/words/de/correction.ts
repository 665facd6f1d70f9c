import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const correction: Words['correction'] = {
  more: { hint: 'Etwas, das wir gesagt haben, war falsch', text: 'Richtigstellen …' },
  chooseTitle: 'Richtigstellen',
  choose: 'Welcher Text war falsch?',
  choice: 'Dieser',
  nothing: 'Hier ist nichts von uns öffentlich.',
  formTitle: 'Richtigstellen',
  save: 'Wer hat es bekommen?',
  still: 'Er zählt weiter als Richtigstellung dessen, was wir vorher geschrieben haben.',
  saveAnyway: 'Trotzdem so lassen',
  wrongText: 'Was falsch war:',
  de: 'Richtigstellung (deutsch)',
  en: 'Richtigstellung (englisch)',
  hint: '{name} wird zum Namen des Kunden. Beide Lücken […] ausfüllen. Eine Sprache genügt; ein unveränderter Text zählt nicht.',
  blamed: 'Wurde jemand zu Unrecht beschuldigt?',
  blamedHint:
    'Wie es im Satz stünde, etwa „die Stadtwerke“: Dann bittet die Richtigstellung auch dort um Entschuldigung. Leer: niemand.',
  nothingSent: 'Noch geht nichts hinaus: Jeder Kunde bekommt es mit einem eigenen Klick.',
  noText: 'Bitte in einer Sprache die Richtigstellung ausfüllen, beide Lücken […].',
  blanks: 'Es sind noch Lücken […] auszufüllen.',
  listTitle: 'Richtigstellen',
  progress: (corrected, all) =>
    `Bei ${corrected.toLocaleString('de-DE')} von ${count(all, 'Kunden', 'Kunden')} richtiggestellt`,
  rest: (underWay, skipped, gone) =>
    [
      ...(underWay > 0 ? [`${underWay.toLocaleString('de-DE')} unterwegs`] : []),
      ...(skipped > 0 ? [`${skipped.toLocaleString('de-DE')} ausgelassen`] : []),
      ...(gone > 0 ? [count(gone, 'hat die eigenen Beiträge gelöscht', 'haben ihre Beiträge gelöscht')] : []),
    ].join(' · '),
  told: 'Was sie erfahren:',
  nobody: 'Sonst hat es niemand bekommen.',
  allDone: 'Alle, die es bekommen haben, sind versorgt.',
  change: 'Richtigstellung ändern',
  publicly: 'Öffentlich richtigstellen',
  publicDone: (by, at) => `Öffentlich richtiggestellt von ${by}, ${at}`,
  send: 'Senden',
  edit: 'Erst ändern',
  skip: 'Auslassen',
  handOnly:
    'Das Netzwerk nimmt von hier keine Antwort an. Bitte dort von Hand antworten und dann mit diesem Grund auslassen.',
  editTitle: (number) => `#${number} richtigstellen`,
  publicTitle: 'Richtigstellung',
  text: 'Die Richtigstellung, wie alle sie lesen',
  skipTitle: (number) => `#${number} auslassen`,
  skipReason: 'Warum erfährt es dieser Kunde nicht?',
  skipHint: 'Bleibt im Verlauf.',
  isWrong: (by, at) => `als falsch gekennzeichnet von ${by}, ${at}`,
  corrects: 'stellt richtig, was wir vorher gesagt haben',
};
