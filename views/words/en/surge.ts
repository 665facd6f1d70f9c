import type { SurgeSignal } from '../../../src/desk/surge-limit.ts';
import type { Sensitivity } from '../../../src/desk/surge-settings.ts';

const number = (n: number) => n.toLocaleString('en-US');
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const minutes = (n: number) => (n === 60 ? 'an hour' : `${n} minutes`);

const counted: Record<SurgeSignal, (n: number) => string> = {
  complaints: (n) => count(n, 'complaint', 'complaints'),
  similar: (n) => `${count(n, 'complaint', 'complaints')} about the same thing`,
  volume: (n) => count(n, 'mention', 'mentions'),
};

const sensitivity: Record<Sensitivity, string> = {
  off: 'never',
  low: 'only when it is plain',
  normal: 'normal',
  high: 'early, with more false alarms',
};

/** Unusually many mentions in a short time. Values are ready for `mrkdwn`. */
export const surge = {
  counted,
  inMinutes: (what: string, n: number, usual: string) => `${what} in ${minutes(n)}; usual at this hour: ${usual}`,
  fewerThanOne: 'fewer than 1',
  /** It is still on, but no longer what it was. */
  easing: (what: string, since: string, lately: string) => `Easing: ${what} since ${since}, ${lately}`,
  lately: (now: number, n: number) =>
    `${now === 0 ? 'none' : number(now)} in the last ${n === 60 ? 'hour' : `${n} minutes`}`,
  words: (words: string) => `Often in them: ${words}`,
  total: (n: number, since: string) => `${number(n)} in all since ${since}`,
  peak: (n: number, over: number) => `${number(n)} in ${minutes(over)} at its peak`,
  over: (what: string, since: string, at: string) => `Over: ${what} from ${since} to ${at}; as usual again now`,
  dismissed: (by: string, until: string) => `${by} says that this is not a surge. No more of it until ${until}.`,
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
