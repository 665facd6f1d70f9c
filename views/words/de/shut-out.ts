import type { Words } from '../en.ts';

export const shutOut: Words['shutOut'] = {
  for: {
    'not-in-channel': (channel) =>
      `Earshot ist nicht mehr in ${channel}; Karten, Erinnerungen und Antworten warten. Bitte dort \`/invite @Earshot\` eingeben: innerhalb einer Minute geht es weiter, verloren ist nichts.`,
    archived: (channel) =>
      `${channel} wurde archiviert; Karten, Erinnerungen und Antworten von Earshot warten. Bitte wieder öffnen und dort \`/invite @Earshot\` eingeben oder vom Betrieb von Earshot einen anderen Kanal eintragen lassen. Verloren ist nichts.`,
    'scope-missing': (channel, why) =>
      `Slack lässt Earshot in ${channel} nicht mehr schreiben (${why}). Bitte vom Betrieb von Earshot die App aus ihrem Manifest aktualisieren und neu installieren lassen: innerhalb einer Minute geht es weiter, verloren ist nichts.`,
  },
  over: (channel, since) => `Earshot ist wieder in ${channel}. Was seit ${since} gewartet hat, erscheint dort jetzt.`,
};
