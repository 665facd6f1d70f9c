/** Short answers to slash commands and presses. */
export const commands = {
  unknownMention: 'Earshot does not know this mention any more. Please look at `/mentions open`.',
  unknownIncident: 'Earshot does not know this incident any more. Please look at `/incident list`.',
  noMentionHere: 'This message belongs to no mention. Use the shortcut on a card, or on a message in its thread.',
  needsNumber: (command: string) =>
    `Begin with the mention’s number, as in \`/${command} #42\`, or type \`/${command}\` alone to choose.`,
  noSuchNumber: (number: number) => `There is no mention #${number}. \`/mentions open\` lists those that are open.`,
  noSuchIncident: (number: number) => `There is no incident ${number}. \`/incident list\` lists them.`,
  noRunningIncident: 'No incident is running. `/incident start` opens one.',
  whichIncident: (numbers: string) =>
    `Several incidents are running (${numbers}). Say which one, as in \`/incident update 2\`.`,
  personOrGroup: 'Please choose one person or one group.',
  unknownVerb: (what: string) => `Earshot does not know “${what}” here.`,
  showNumber: 'Please give the number: `/mentions show #42`. `/mentions open` lists those that are open.',
  mentionsUsage:
    'There is `/mentions open`, `mine`, `overdue`, `promises`, `muted`, `show #42`, `handover @ben`, `find`, `close`, `report`, `export`, `dms off`, `settings`, `costs`, `pause`, `resume` and `help`, which explains them all.',
  dmsOn: 'You get Earshot’s direct messages. `/mentions dms off` leaves only those that must reach you.',
  dmsOff:
    'Earshot sends you only what must reach you: a text that was not sent or not deleted, a question to you, an alarm while you are on call. `/mentions dms on` brings the rest back.',
  incidentUsage:
    'There is `/incident start what`, `update`, `resolve`, `list`, `show 1` and `timeline 1`. `/mentions help` explains them all.',
  minutes: 'Please give whole minutes from 1 to 1,440.',
  answerInThread:
    'Nobody reads along here. To answer a question, please write in its thread: then the team sees it beside the card.',
  triedAgain: 'Earshot tries it again now.',
  nothingToTry: 'Nothing is left to try again here.',
};
