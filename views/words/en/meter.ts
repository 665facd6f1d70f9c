/** How long the public has heard nothing, and what it heard last. Values are ready for `mrkdwn`. */
export const meter = {
  complaints: (n: number) => (n === 1 ? '1 complaint since' : `${n.toLocaleString('en-US')} complaints since`),
  silent: (network: string, ago: string) => `No public word on ${network}: the last one was ${ago}`,
  never: (network: string, ago: string) => `No public word on ${network} yet: the incident began ${ago}`,
  cheerful: (network: string, said: string, at: string) =>
    `The newest post on our ${network} profile is cheerful (${said}, ${at}).`,
  whatToDo: 'During an incident it is read as mockery: please delete it there, or post a word about the incident.',
  see: 'See the post',
};
