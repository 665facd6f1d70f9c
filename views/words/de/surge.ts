import type { SurgeSignal } from '../../../src/desk/surge-limit.ts';
import type { Sensitivity } from '../../../src/desk/surge-settings.ts';
import type { Words } from '../en.ts';

const number = (n: number) => n.toLocaleString('de-DE');
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const minutes = (n: number) => (n === 60 ? 'einer Stunde' : `${n} Minuten`);

const counted: Record<SurgeSignal, (n: number) => string> = {
  complaints: (n) => count(n, 'Beschwerde', 'Beschwerden'),
  similar: (n) => `${count(n, 'Beschwerde', 'Beschwerden')} über dasselbe`,
  volume: (n) => count(n, 'Vorgang', 'Vorgänge'),
};

const sensitivity: Record<Sensitivity, string> = {
  off: 'nie',
  low: 'nur wenn es eindeutig ist',
  normal: 'normal',
  high: 'früh, mit mehr Fehlalarmen',
};

export const surge: Words['surge'] = {
  counted,
  inMinutes: (what, n, usual) => `${what} in ${minutes(n)}; üblich zu dieser Stunde: ${usual}`,
  fewerThanOne: 'weniger als 1',
  easing: (what, since, lately) => `Lässt nach: ${what} seit ${since}, ${lately}`,
  lately: (now, n) => `${now === 0 ? 'keine' : number(now)} davon in den letzten ${n} Minuten`,
  words: (words) => `Oft darin: ${words}`,
  total: (n, since) => `${number(n)} insgesamt seit ${since}`,
  peak: (n, over) => `höchstens ${number(n)} in ${minutes(over)}`,
  over: (what, since, at) => `Vorbei seit ${at}: ${what} seit ${since}, jetzt wieder wie üblich`,
  dismissed: (by, until) => `${by}: keine Welle. Ruhe bis ${until}.`,
  explainedBy: (incident, by) => `${incident} erklärt es (${by})`,
  mayExplain: (incident) => `${incident} erklärt es vielleicht.`,
  start: 'Störung melden …',
  link: 'Damit verknüpfen',
  dismiss: 'Keine Welle',
  linked: (n) =>
    n === 1
      ? 'Eine Beschwerde wird mit der Störung verknüpft.'
      : `${number(n)} Beschwerden werden mit dieser Störung verknüpft.`,
  alarm: (what) => `Ungewöhnlich viele: ${what}`,
  nothingToLink: 'Es ist schon alles verknüpft.',
  setting: 'Ungewöhnlich viele Vorgänge melden',
  settingHint: 'Mit einer Nachricht im Kanal; auch die Bereitschaft wird gerufen, zu jeder Stunde.',
  sensitivity,
};
