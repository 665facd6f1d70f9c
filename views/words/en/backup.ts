/** After a damaged file, and after a backup was put back. Values are ready for `mrkdwn`. */
export const backup = {
  fileLost: (file: string, aside: string) =>
    `A data file of Earshot (${file}) is damaged; it was set aside as ${aside}.`,
  missing: {
    none: 'No mention was on it.',
    one: (number: number) => `Mention #${number} may be missing, with what was claimed, written and promised there.`,
    range: (from: number, to: number) =>
      `Mentions #${from} to #${to} may be missing, with what was claimed, written and promised there.`,
    later: (from: number) =>
      `Mentions from #${from} on may be missing, with what was claimed, written and promised there.`,
  },
  comesBack:
    'What the network still shows of the last day comes back by itself, under new numbers; what was answered there shows as answered.',
  settingsLost: 'The team’s settings were on it, too: please check `/mentions settings`.',
  bringBack: 'Whoever runs Earshot can bring a backup back: `npm run restore`.',
  restored: (of: string, at: string) =>
    `Earshot was restored ${at} from a backup of ${of}. What was pressed, written and promised in between is unknown to it: please look at your cards. Mentions and answers of that time are read again from the network.`,
  oneUnsent: '1 text was on the way then: it is looked for on the network, and is not sent without a press.',
  unsent: (n: number) =>
    `${n} texts were on the way then: each is looked for on the network, and none is sent without a press.`,
  cameBack: (purpose: string, what: string) => `${purpose} for ${what} came back to you.`,
  failed: (what: string, by: string) => `${what} by ${by} went back to its writer.`,
};
