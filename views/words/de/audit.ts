import type { Words } from '../en.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : many}`;

export const audit: Words['audit'] = {
  column: {
    at: 'wann (ISO)',
    atLocal: 'wann',
    about: 'worum es geht',
    network: 'Netzwerk',
    isPublic: 'öffentlich',
    who: 'wer',
    whoId: 'wer (Slack-ID)',
    did: 'was',
    whom: 'wen',
    text: 'Text',
    why: 'warum',
    from: 'woher',
  },
  settings: 'Einstellungen',
  second: {
    guest: 'zweite Person: Text eines Gastes',
    incident: 'zweite Person: Wort zu einer Störung',
    apology: 'zweite Person: Entschuldigung',
    newcomer: 'zweite Person: jemand Neues',
  },
  file: (from, to) => `Verlauf ${from} bis ${to}.csv`,
  title: (period) => `Verlauf ${period}`,
  comment: (lines, period) =>
    `${count(lines, 'Zeile', 'Zeilen')} Verlauf, ${period}. Die Datei nennt, wer was getan hat, auch wo Berichte niemanden nennen, zur Rechenschaft.`,
  none: (period) => `Im Zeitraum ${period} ist nichts geschehen: Es gibt keinen Verlauf zu exportieren.`,
  onItsWay: (lines, period) =>
    `Eine Datei mit ${count(lines, 'Zeile', 'Zeilen')} Verlauf (${period}) kommt gleich als Direktnachricht von Earshot. Die Datei nennt Namen, zur Rechenschaft.`,
};
