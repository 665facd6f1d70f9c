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
      `${what} is locked (${causes}): only ${who} may answer it. Everybody else asks them with Escalate. They or a lead can lift the lock (card, “More …”).`,
    notKeyholder:
      'Only leads and those who may answer here (the card names them beside 🔒) may do this. Please ask one of them.',
    more: {
      lift: { hint: 'Let everybody answer it again; takes a reason', text: 'Lift the lock' },
      again: { hint: 'Let only those who are named for it answer', text: 'Lock again' },
    },
    liftTitle: (number: number) => `Lift the lock of #${number}`,
    liftSubmit: 'Lift the lock',
    liftWhat:
      'Everybody who may publish can answer it from then on. “More …”, “Lock again” takes that back; a later post with such words locks it, too.',
    lockedAgain: (number: number) => `#${number} is locked again: only those who are named for it may answer.`,
    skipped: (n: number) =>
      `${count(n, 'customer is', 'customers are')} left out: their mentions are locked, and only those whom the settings name may answer them (List, Send).`,
  },
  mute: {
    title: 'Muted',
    show: 'Show it',
    empty: 'Nothing is muted.',
    intro: (n: number) =>
      `${count(n, 'mention has', 'mentions have')} no card, by the team’s mute list; newest first. “Show it” gives one its card.`,
    by: {
      author: (what: string) => `muted: ${what}`,
      word: (what: string) => `muted by “${what}”`,
    },
    inReport: (n: number) => `${count(n, 'mention was', 'mentions were')} muted and not counted: \`/mentions muted\`.`,
    today: 'Muted',
    inBell: (n: number) =>
      `${count(n, 'mention was', 'mentions were')} muted in the last 24 hours: \`/mentions muted\`.`,
  },
  /** The settings. */
  form: {
    intro:
      'A raised mention is due as a complaint is, whatever its kind; an urgent one sooner. Two reasons together, or ten times the reach, make it urgent; so do words of danger, press and law. Empty: never.',
    number: {
      followers: 'Raised from so many followers',
      likes: 'Raised from so many likes',
      reposts: 'Raised from so many reposts',
      repeats: 'Raised from so many posts without an answer',
      urgentMinutes: 'Minutes of office time until an urgent one is due',
    },
    hint: {
      followers: 'Of the author, as the network says',
      likes: 'Of a post; looked at again while it waits',
      reposts: 'With words of their own or without',
      repeats: 'Of one person, also in several mentions; at least 2',
      urgentMinutes: 'Empty: a quarter of a complaint’s time, at least 5',
    },
    lockIntro:
      'Words of danger, press and law lock a mention: only those named here answer it, everybody else is led to Escalate with them chosen. They and leads can lift a lock, with a reason.',
    noLock: 'Nobody is named: nothing is locked.',
    lockShort: (who: string) => `Danger, press and law: ${who}`,
    listsShort: (vip: number, muted: number) =>
      `VIP: ${vip.toLocaleString('en-US')} · muted: ${muted.toLocaleString('en-US')}`,
    lockGroup: 'Who answers what is locked: user group',
    lockPeople: 'Who answers what is locked: people',
    vip: 'VIP: accounts whose mentions are raised',
    handlesHint: 'One to a line, such as @jane_doe',
    muteHandles: 'Muted: accounts',
    muteHint:
      'Their mentions get no card and no deadline, but stand in /mentions muted. Danger and VIPs always get a card.',
    muteWords: 'Muted: words',
    wordsHint: 'One to a line; whole words, capitals and accents don’t matter. * stands for any letters: *giveaway*',
  },
  rules: {
    intro:
      'Asked for every new post. For each of kind, urgency, channel and person the first rule that fits and names it has the word. What staff said about a mention stays.',
    none: 'There are no rules.',
    add: 'Add a rule',
    changed: 'Somebody has changed the settings in the meantime. This is how the rules are now.',
    about: {
      words: (words: string) => `“${words}”`,
      authors: (handles: string) => `by ${handles}`,
    },
    language: { de: 'German', en: 'English', other: 'other languages' },
    unset: 'as usual',
    when: 'For which posts',
    whenHint: 'All that is filled in must fit; in each field one entry is enough.',
    does: 'What follows',
    words: 'With one of these words',
    wordsHint: 'One to a line; whole words. * stands for any letters: *cancel*',
    authors: 'By one of these accounts',
    authorsHint: 'One to a line, such as @jane_doe',
    languages: 'In one of these languages',
    kind: 'Kind',
    urgency: 'Urgency',
    channel: 'Channel of the card',
    channelHint: 'Earshot must be invited there. Danger always goes to the team’s own channel.',
    person: 'Person who gets it',
    personHint: 'It is claimed for them while nobody has it, and they are told.',
    place: 'Place in the order',
    remove: 'Delete rule',
    removeQuestion: 'Delete this rule?',
    removeText: 'New posts no longer follow it. What it did stays.',
  },
  /** A rule gave it to somebody. */
  assignedToYou: (what: string, name: string) => `By a rule of the team this is yours: ${what} from ${name}`,
  assignedTo: (to: string) => `${to} – by a rule of the team this is yours.`,
};
