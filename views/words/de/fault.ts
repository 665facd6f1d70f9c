import type { Words } from '../en.ts';

export const fault: Words['fault'] = {
  cantSave:
    'Earshot kann gerade nicht speichern; nichts wurde gesendet oder geändert. Bitte den Text kopieren und es in einer Minute noch einmal versuchen. Der Grund steht im Protokoll von Earshot.',
  keptInMind:
    'Earshot kann gerade nicht speichern. Was hier geschrieben wurde, wird aufgenommen, sobald es wieder geht; niemand muss es noch einmal schreiben.',
  triggerGone: 'Slack war zu langsam, um das Formular zu öffnen. Nichts wurde geändert; bitte noch einmal drücken.',
  again: 'Noch einmal',
  slackBusy: 'Slack antwortet gerade nicht. Gespeichertes ist nicht verloren; bitte in einer Minute noch einmal.',
  slackRefused: (why) => `Slack hat es nicht angenommen (${why}). Gespeichertes ist nicht verloren; bitte noch einmal.`,
  unexpected:
    'In Earshot ist etwas schiefgegangen. Gespeichertes ist nicht verloren. Bitte noch einmal versuchen; wenn es wieder geschieht, hilft, wer Earshot betreibt: Der Grund steht im Protokoll.',
  notTold: {
    groups: (why) =>
      `Slack hat nicht gesagt, wer in den Benutzergruppen ist (${why}). Bitte in einer Minute noch einmal.`,
    channel: (why) => `Slack hat nicht gesagt, wer im Kanal des Teams ist (${why}). Bitte in einer Minute noch einmal.`,
    person: (why) => `Slack hat nicht gesagt, ob es um einen Gast geht (${why}). Bitte in einer Minute noch einmal.`,
  },
  done: 'Erledigt. Dieses Fenster kann geschlossen werden.',
  unknownCommand: (command) => `Earshot kennt ${command} nicht. \`/mentions help\` zeigt, was es kennt.`,
};
