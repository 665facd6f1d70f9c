import type { Words } from '../en.ts';

export const commands: Words['commands'] = {
  unknownMention: 'Earshot kennt diesen Vorgang nicht mehr. Bitte in `/mentions open` nachsehen.',
  unknownIncident: 'Earshot kennt diese Störung nicht mehr. Bitte in `/incident list` nachsehen.',
  noMentionHere: 'Diese Nachricht gehört zu keinem Vorgang. Bitte auf einer Karte oder in ihrem Thread verwenden.',
  needsNumber: (command) =>
    `Bitte mit der Nummer beginnen, etwa \`/${command} #42\`, oder nur \`/${command}\` eingeben und auswählen.`,
  noSuchNumber: (number) => `Es gibt keinen Vorgang #${number}. \`/mentions open\` zeigt die offenen.`,
  noSuchIncident: (number) => `Es gibt keine Störung ${number}. \`/incident list\` zeigt alle.`,
  noRunningIncident: 'Es läuft keine Störung. `/incident start` beginnt eine.',
  whichIncident: (numbers) =>
    `Es laufen mehrere Störungen (${numbers}). Bitte die Nummer nennen, etwa \`/incident update 2\`.`,
  personOrGroup: 'Bitte eine Person oder eine Gruppe auswählen.',
  unknownVerb: (what) => `Earshot kennt „${what}“ hier nicht.`,
  showNumber: 'Bitte mit der Nummer: `/mentions show #42`. `/mentions open` zeigt, welche offen sind.',
  mentionsUsage:
    'Es gibt `/mentions open`, `mine`, `overdue`, `promises`, `muted`, `show #42`, `handover @ben`, `find`, `close`, `report`, `export`, `dms off`, `settings`, `costs`, `pause`, `resume` und `help`, das alle erklärt.',
  dmsOn: 'Direktnachrichten von Earshot sind an. `/mentions dms off` lässt nur noch das durch, was ankommen muss.',
  dmsOff:
    'Earshot schickt nur noch, was ankommen muss: Texte, die nicht gesendet oder nicht gelöscht wurden, Fragen von anderen, Alarme während der Bereitschaft. `/mentions dms on` holt den Rest zurück.',
  incidentUsage:
    'Es gibt `/incident start was`, `update`, `resolve`, `list`, `show 1` und `timeline 1`. `/mentions help` erklärt alles.',
  minutes: 'Bitte ganze Minuten von 1 bis 1.440 angeben.',
  answerInThread:
    'Hier liest niemand mit. Eine Frage bitte in ihrem Thread beantworten: Dann sieht das Team die Antwort neben der Karte.',
  triedAgain: 'Earshot versucht es jetzt noch einmal.',
  nothingToTry: 'Hier gibt es nichts mehr zu versuchen.',
};
