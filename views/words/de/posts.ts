import type { Words } from '../en.ts';

export const posts: Words['posts'] = {
  split: (n) => `In ${n} Beiträge teilen`,
  whole: 'Bei einem Beitrag bleiben',
  send: (n) => `${n} Beiträge senden`,
  publish: (n) => `${n} veröffentlichen`,
  shown: (n) => `Geht als ${n} Beiträge hinaus, jeder unter dem vorigen:`,
  tooMany: (n) => `Mehr als ${n} Beiträge wären zu viele.`,
  lookAgain: 'Der Text ist nicht mehr der, den die Beiträge zeigten. Bitte noch einmal ansehen, dann senden.',
  behind: 'geht hinaus, sobald der Beitrag davor öffentlich ist',
};
