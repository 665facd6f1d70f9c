import type { Words } from '../en.ts';

export const alarm: Words['alarm'] = {
  word: (word) => `„${word}“`,
  danger: (words, what) => `Klingt nach Gefahr (${words}): ${what}`,
  updateOverdue: (what, at) => `Kein öffentlicher Zwischenstand: ${what}, fällig ${at}`,
  called: (names) => `gerufen: ${names}`,
  nobodyYet: 'noch kümmert sich niemand; nach 10 Minuten wird die nächste Person gerufen',
  calling: 'Die Bereitschaft wird gerufen …',
  nobodyOnCall: 'Gerade hat niemand Bereitschaft: Wer das liest, bitte nachsehen.',
  take: 'Ich kümmere mich',
  takenBy: (by, at) => `${by} kümmert sich seit ${at}`,
  over: (at) => `Erledigt ${at}`,
  onCall: (at) => `Seit ${at}. Bereitschaft: Ein Klick auf den Knopf übernimmt, sonst wird die nächste Person gerufen.`,
  youAreOnIt: 'Übernommen: Niemand wird mehr gerufen, und wer gerufen war, erfährt es.',
  alreadyTaken: (by, at) => `${by} kümmert sich seit ${at}. Mehr ist nicht zu tun.`,
  alreadyOver: 'Dieser Alarm ist vorbei. Mehr ist nicht zu tun.',
  onCard: (words) => `Gefahr: ${words}`,
};
