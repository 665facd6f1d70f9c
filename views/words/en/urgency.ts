import type { Grave } from '../../../src/desk/lock-words.ts';
import type { UrgencyLevel } from '../../../src/desk/urgency-reason.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const level: Record<Exclude<UrgencyLevel, 'usual'>, string> = { urgent: 'urgent', raised: 'raised' };
const grave: Record<Grave, string> = { danger: 'danger', press: 'press', law: 'law' };

const nth = (n: number) => {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
  return (
    words[n] ??
    `${n.toLocaleString('en-US')}${n % 10 === 1 && n % 100 !== 11 ? 'st' : n % 10 === 2 && n % 100 !== 12 ? 'nd' : n % 10 === 3 && n % 100 !== 13 ? 'rd' : 'th'}`
  );
};

/** Why a mention is more urgent than its kind says, who alone may answer it, rules and lists. Ready for `mrkdwn`. */
export const urgency = {
  level,
  grave,
  line: (how: string, why: string) => `*${how}:* ${why}`,
  words: (what: string, words: string) => `${what} (${words})`,
  followers: (n: number) => count(n, 'follower', 'followers'),
  likes: (n: number) => count(n, 'like', 'likes'),
  reposts: (n: number) => count(n, 'repost', 'reposts'),
  repeats: (n: number) => `${nth(n)} post without an answer`,
  vip: 'on the VIP list',
  rule: 'by a rule of the team',
  /** A rule gave it to somebody. */
  assignedToYou: (what: string, name: string) => `By a rule of the team this is yours: ${what} from ${name}`,
  assignedTo: (to: string) => `${to} – by a rule of the team this is yours.`,
};
