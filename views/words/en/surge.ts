import type { SurgeSignal } from '../../../src/desk/surge-limit.ts';
import type { Sensitivity } from '../../../src/desk/surge-settings.ts';

const number = (n: number) => n.toLocaleString('en-US');
const minutes = (n: number) => (n === 60 ? 'an hour' : `${n} minutes`);

const counted: Record<SurgeSignal, (n: number) => string> = {
  complaints: (n) => `${number(n)} complaints`,
  similar: (n) => `${number(n)} complaints about the same thing`,
  volume: (n) => `${number(n)} mentions`,
};

const sensitivity: Record<Sensitivity, string> = {
  off: 'never',
  low: 'only when it is plain',
  normal: 'as usual',
  high: 'early, with more false alarms',
};

/** Unusually many mentions in a short time. Values are ready for `mrkdwn`. */
export const surge = {
  counted,
  inMinutes: (what: string, n: number, usual: string) => `${what} in ${minutes(n)}; usual for this hour: ${usual}`,
  words: (words: string) => `Often in them: ${words}`,
  total: (n: number, since: string) => `${number(n)} in all since ${since}`,
  peak: (n: number, over: number) => `at most ${number(n)} in ${minutes(over)}`,
  over: (what: string, since: string, at: string) => `Over since ${at}: ${what} since ${since}, now as usual again`,
  dismissed: (by: string, until: string) => `${by}: not a surge. Quiet until ${until}.`,
  explainedBy: (incident: string, by: string) => `${incident} explains it (${by})`,
  mayExplain: (incident: string) => `${incident} may explain it.`,
  start: 'Start incident …',
  link: 'Link them to it',
  dismiss: 'Not a surge',
  linked: (n: number) =>
    n === 1 ? 'It will be linked to the incident.' : `${number(n)} complaints will be linked to this incident.`,
  alarm: (what: string) => `Unusually many: ${what}`,
  nothingToLink: 'Everything is linked already.',
  setting: 'Tell of unusually many mentions',
  settingHint: 'One message in the channel, and a call to who is on call, at any hour.',
  sensitivity,
};
