/** What only a person can mend, said in the channel. */
export const notes = {
  parked: (why: string) =>
    `Earshot could not show something in Slack: ${why}. Nothing is lost; once the cause is mended, try again.`,
  notInChannel: (channel: string) =>
    `Earshot is not in ${channel}, so what belongs there waits. Please type \`/invite @Earshot\` there, or choose another channel under “Channels” in \`/mentions settings\` for what comes next.`,
  tryAgain: 'Try again',
  setAside: (network: string, post: string, why: string) =>
    `A post on ${network} could not be read and has no card (post ${post}: ${why}). Please look at it there.`,
};
