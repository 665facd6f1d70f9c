/** What Earshot does not hear any more. Values are ready for `mrkdwn`. */
export const silence = {
  network: {
    began: (network: string, since: string) => `${network} can’t be read, the last time it could was ${since}.`,
    keepsTrying: (network: string) =>
      `Earshot keeps trying and says when it is over; mentions get their cards then. Until then, please look at ${network} itself.`,
    over: (network: string, at: string) => `${network} has been readable again since ${at}`,
    both: (network: string, since: string, at: string) => `${network} could not be read from ${since} to ${at}`,
  },
  socket: {
    began: (since: string) => `Slack’s connection to Earshot is down since ${since}: presses and commands do nothing.`,
    keepsTrying:
      'Earshot keeps trying and says when it is over. Cards still come, and texts already sent still go out.',
    over: (at: string) => `Buttons and commands work again since ${at}`,
    both: (since: string, at: string) => `Buttons and commands did not work from ${since} to ${at}`,
    pressAgain: 'What was pressed meanwhile had no effect: please press it again.',
  },
  nothingLost: 'nothing was lost.',
  cut: (network: string) =>
    `there were more mentions than ${network} remembers: the oldest may have no card. Please look there yourself.`,
  why: (why: string) => `The reason: ${why}`,
};
