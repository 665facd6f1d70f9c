import type { Words } from '../en.ts';

export const notes: Words['notes'] = {
  parked: (why) =>
    `Earshot konnte etwas in Slack nicht zeigen: ${why}. Es ist nichts verloren; wenn die Ursache behoben ist, bitte noch einmal versuchen.`,
  tryAgain: 'Noch einmal',
  setAside: (network, post, why) =>
    `Ein Beitrag auf ${network} war nicht lesbar und hat keine Karte (Beitrag ${post}: ${why}). Bitte dort nachsehen.`,
};
