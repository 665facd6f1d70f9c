import type { Words } from '../en.ts';

export const notes: Words['notes'] = {
  parked: (why) =>
    `Earshot konnte etwas in Slack nicht zeigen: ${why}. Es ist nichts verloren; wenn die Ursache behoben ist, bitte noch einmal versuchen.`,
  notInChannel: (channel) =>
    `Earshot ist nicht in ${channel}; was dort erscheinen soll, wartet. Bitte dort \`/invite @Earshot\` eingeben oder für alles Weitere in \`/mentions settings\` unter „Kanäle“ einen anderen Kanal wählen.`,
  tryAgain: 'Noch einmal',
  setAside: (network, post, why) =>
    `Ein Beitrag auf ${network} war nicht lesbar und hat keine Karte (Beitrag ${post}: ${why}). Bitte dort nachsehen.`,
};
