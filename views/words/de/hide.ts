import type { Words } from '../en.ts';

export const hide: Words['hide'] = {
  hide: (on) => `Auf ${on} verbergen`,
  show: (on) => `Auf ${on} wieder zeigen`,
  hintHide: 'Unter einem Beitrag von uns: lesbar erst mit einem Klick mehr',
  hintShow: 'Verborgen unter unserem Beitrag',
  confirm: {
    title: (on) => `Auf ${on} verbergen?`,
    text: (on) =>
      `Auf ${on} bleibt sichtbar, dass wir verborgen haben, und mit einem weiteren Klick auch der Beitrag. Wer ihn schrieb, kann es bemerken.`,
    yes: 'Verbergen',
    no: 'So lassen',
  },
  isHidden: (on, by, at) => `Auf ${on} verborgen von ${by}, ${at}`,
  hiding: (on, by) => `wird auf ${on} verborgen, von ${by} …`,
  showing: (on, by) => `wird auf ${on} wieder gezeigt, von ${by} …`,
  notHidden: (on) => `Verbergen auf ${on} war nicht möglich.`,
  notShown: (on) => `Wieder zeigen auf ${on} war nicht möglich.`,
  said: (on, why) => `${on} sagt: ${why}`,
  doWhat: (on) => `Verbergen lassen sich nur Beiträge unter einem Beitrag von uns. Bitte auf ${on} nachsehen.`,
  notUnderOurs:
    'Dieser Beitrag steht in einem Gespräch, das der Kunde selbst begonnen hat; verbergen lassen sich nur Beiträge unter einem von uns.',
};
