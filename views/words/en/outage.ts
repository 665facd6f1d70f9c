/** While nothing can be saved, and when that is over. Values are ready for `mrkdwn`. */
export const outage = {
  cantSave: (since: string, why: string) =>
    `Earshot can’t save since ${since}: ${why}. Presses are answered with an error, and nothing of them is sent or changed. New mentions wait on the network and get their cards when it is over. Whoever runs Earshot finds the reason in its log.`,
  full: 'its disk is full',
  readOnly: 'it may not write to its disk',
  failed: 'its disk does not take what is written',
  savesAgain: (since: string, until: string) =>
    `Earshot could not save from ${since} to ${until}. It saves again; whatever was answered with an error in between has to be pressed again.`,
};
