/** That Slack lets us show nothing in a channel. */
export const shutOut = {
  for: {
    'not-in-channel': (channel: string, _why: string) =>
      `Earshot is no longer in ${channel}, so its cards, reminders and answers wait. Please type \`/invite @Earshot\` there: it goes on within a minute, and nothing is lost.`,
    archived: (channel: string, _why: string) =>
      `${channel} was archived, so Earshot’s cards, reminders and answers wait. Please unarchive it and type \`/invite @Earshot\` there, or ask whoever runs Earshot to name another channel. Nothing is lost.`,
    'scope-missing': (channel: string, why: string) =>
      `Slack no longer lets Earshot write in ${channel} (${why}). Please ask whoever runs Earshot to update the app from its manifest and to install it again: it goes on within a minute, and nothing is lost.`,
  },
  over: (channel: string, since: string) =>
    `Earshot is back in ${channel}. What has waited since ${since} is shown there now.`,
};
