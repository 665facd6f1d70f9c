/** The kill switch for all publishing. `by` and `at` are ready for `mrkdwn`. */
export const pause = {
  isPaused: (by: string, at: string) => `Publishing is paused by ${by} since ${at}.`,
  means: 'Nothing goes out, whoever presses Send, until it is resumed. Texts are kept; Undo and Delete still work.',
  form: 'Send is refused until it is resumed; the text is kept.',
  resume: 'Resume publishing',
  wasPaused: (by: string, ended: string, endedAt: string) =>
    `Publishing was paused by ${by}; resumed by ${ended}, ${endedAt}.`,
  resumed: (by: string) => `Publishing goes on: resumed by ${by}.`,
  waits: (by: string, at: string) => `paused by ${by} since ${at}`,
  done: (waiting: number) =>
    waiting === 0
      ? 'Publishing is paused for everyone. The channel is told; `/mentions resume` ends it.'
      : `Publishing is paused for everyone, and ${waiting === 1 ? 'one text that was' : `${waiting.toLocaleString('en-US')} texts that were`} about to go out ${waiting === 1 ? 'waits' : 'wait'}. The channel is told; \`/mentions resume\` ends it.`,
  goesOn: 'Publishing goes on. The channel is told.',
  already: (by: string, at: string) => `Publishing is paused already, by ${by} since ${at}.`,
  notPaused: 'Publishing is not paused.',
};
