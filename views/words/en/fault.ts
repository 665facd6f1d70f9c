/** What a person is told when something went wrong: what happened, that nothing was lost, what to do. */
export const fault = {
  cantSave:
    'Earshot can’t save at the moment, so nothing was sent or changed. Please copy your text and try again in a minute; whoever runs Earshot finds the reason in its log.',
  keptInMind:
    'Earshot can’t save at the moment. What was written here is taken in as soon as it can; nobody has to write it again.',
  triggerGone: 'Slack was too slow to open the form. Nothing was changed; please press again.',
  /** Beside a press that came to nothing. */
  again: 'Try once more',
  slackBusy: 'Slack is not answering at the moment. Nothing that was saved is lost; please try again in a minute.',
  slackRefused: (why: string) => `Slack did not take it (${why}). Nothing that was saved is lost; please try again.`,
  unexpected:
    'Something went wrong inside Earshot. Nothing that was saved is lost. Please try again; if it happens again, tell whoever runs Earshot: the reason is in its log.',
  /** What Slack did not tell, so that a press could not be let through. */
  notTold: {
    groups: (why: string) => `Slack did not say who is in your user groups (${why}). Please try again in a minute.`,
    channel: (why: string) => `Slack did not say who is in the team’s channel (${why}). Please try again in a minute.`,
    person: (why: string) => `Slack did not say whether you are a guest (${why}). Please try again in a minute.`,
  },
  done: 'Done. You can close this.',
  unknownCommand: (command: string) => `Earshot does not know ${command}. \`/mentions help\` shows what it knows.`,
};
