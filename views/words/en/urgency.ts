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
  lock: {
    only: (who: string, causes: string) => `*Only ${who} may answer this* (${causes}).`,
    others: 'Everybody else: Escalate.',
    lifted: (by: string, at: string, reason: string) => `Lock lifted by ${by}, ${at}: ${reason}`,
    refused: (what: string, who: string, causes: string) =>
      `${what} is locked (${causes}): only ${who} may answer it. Please ask them here with Escalate; they or a lead can lift the lock (card, “More …”).`,
    notKeyholder:
      'Only those who may answer what is locked, and leads, may do this. Please ask one of them (settings, “Urgent and locked”).',
    more: {
      lift: { hint: 'Everybody who may publish can answer it again; takes a reason', text: 'Lift the lock' },
      again: { hint: 'Only those whom the settings name may answer it', text: 'Lock again' },
    },
    liftTitle: (number: number) => `Lift the lock of #${number}`,
    liftSubmit: 'Lift the lock',
    liftWhat:
      'Everybody who may publish can answer it from then on. A later post with such words locks it again; so does “Lock again” in “More …”.',
    lockedAgain: (number: number) => `#${number} is locked again.`,
    skipped: (n: number) =>
      `${count(n, 'customer is', 'customers are')} left out: their mentions are locked, and only those whom the settings name may answer them (List, Send).`,
  },
  /** A rule gave it to somebody. */
  assignedToYou: (what: string, name: string) => `By a rule of the team this is yours: ${what} from ${name}`,
  assignedTo: (to: string) => `${to} – by a rule of the team this is yours.`,
};
