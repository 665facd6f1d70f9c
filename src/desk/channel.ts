import type { Alarm } from './alarm.ts';
import type { Instant, UserId } from './instant.ts';
import type { Kind } from './mention.ts';
import type { NetworkRefusal } from './network-refusal.ts';
import type { OwnPost } from './own-post.ts';
import type { SlackMessage } from './ref.ts';
import type { ShutOut } from './shut-out.ts';
import type { Silence } from './silence.ts';
import type { Surge } from './surge.ts';
import { NEW_USUAL, type UsualHours } from './usual.ts';

/** Why a mention is in a reminder: due, due at twice the time, or waiting since the night. */
export type Threshold = 'due' | 'second' | 'night';

export interface RoundMember {
  readonly mention: string;
  readonly clock: string;
  readonly threshold: Threshold;
  /** When the mention was settled: the line is struck off. */
  readonly struckAt: Instant | null;
}

/** One reminder message, about all that was due together. */
export interface Round {
  /** `r1`, `r2`, … */
  readonly id: string;
  readonly at: Instant;
  readonly members: readonly RoundMember[];
  readonly message: SlackMessage | null;
}

export type KindCounts = Readonly<Record<Kind, number>>;

/** The message that says how many mentions wait for their card. */
export interface BacklogLine {
  readonly waiting: KindCounts;
  /** Since when the oldest has waited, once that is long; kept until all have their card. */
  readonly since: Instant | null;
  readonly updatedAt: Instant;
  readonly message: SlackMessage | null;
}

/** The message that says that all publishing is paused, and who resumed it. */
export interface PauseLine {
  /** When it began; names the pause. */
  readonly at: Instant;
  readonly by: UserId;
  readonly ended: { readonly by: UserId; readonly at: Instant } | null;
  readonly message: SlackMessage | null;
}

/** A promise in a message to the channel: broken, or due while nobody had it. */
export interface PromiseMember {
  readonly mention: string;
  readonly promise: string;
  readonly threshold: 'due' | 'broken';
  /** When the promise ended: the line is struck off. */
  readonly struckAt: Instant | null;
}

/** One message about all promises that broke together. */
export interface PromiseRound {
  /** `w1`, `w2`, … */
  readonly id: string;
  readonly at: Instant;
  readonly members: readonly PromiseMember[];
  readonly message: SlackMessage | null;
}

/** A promise that the channel is still to hear of. */
export interface PromiseToTell {
  readonly mention: string;
  readonly promise: string;
  readonly threshold: 'due' | 'broken';
  readonly since: Instant;
}

/** A mention that anybody may take: left lying by its owner, passed on, or nobody's when its snooze was over. */
export interface Offer {
  readonly mention: string;
  readonly why: 'idle' | 'passed-on' | 'snooze-over';
  /** Since when it has lain with its owner; null for what nobody has. */
  readonly since: Instant | null;
}

/** A promise that a bell names. */
export interface BelledPromise {
  readonly mention: string;
  readonly promise: string;
}

/** One message at the desk's opening, or shortly before its closing. */
export interface Bell {
  /** `opening:` or `closing:` and the instant of it. */
  readonly id: string;
  readonly which: 'opening' | 'closing';
  /** When the desk opened or closes. */
  readonly edge: Instant;
  readonly mentions: readonly string[];
  readonly promises: readonly BelledPromise[];
  /** Who said "I take these". */
  readonly takers: Readonly<Partial<Record<Kind, readonly UserId[]>>>;
  readonly promisesTakenBy: UserId | null;
  readonly message: SlackMessage | null;
}

/** What belongs to the Slack channel itself: reminder rounds, the backlog line, "wrote again" lines. */
export interface Channel {
  readonly type: 'channel';
  /** Slack's channel id. */
  readonly id: string;
  readonly rounds: readonly Round[];
  readonly nextRound: number;
  readonly lastRoundAt: Instant | null;
  /** The opening (instant) whose night was already grouped. */
  readonly lastOpeningAt: Instant | null;
  readonly promisesToTell: readonly PromiseToTell[];
  readonly promiseRounds: readonly PromiseRound[];
  readonly nextPromiseRound: number;
  readonly backlog: BacklogLine | null;
  /** Mentions whose customer wrote again, still to be told in one line. */
  readonly again: readonly string[];
  readonly lastAgainAt: Instant | null;
  /** Still to be told in one message. */
  readonly offers: readonly Offer[];
  readonly lastOfferAt: Instant | null;
  /** Claims that were offered as left lying, and since when they had lain: each is offered once until it is touched. */
  readonly lying: readonly Offer[];
  /** The closing (instant) at which claims were last released; null before the first. */
  readonly lastClosingAt: Instant | null;
  /** The weekly report's schedule (`mon 09:00`) and the local day of its turn that was last seen to; null without one. */
  readonly weekly: { readonly schedule: string; readonly turn: string } | null;
  /** The latest pauses of publishing, oldest first. */
  readonly pauses: readonly PauseLine[];
  /** Of the team's own channel: those that are not over, and the latest of those that are. */
  readonly alarms: readonly Alarm[];
  /** The latest bells, oldest first; also those that had nothing to say. */
  readonly bells: readonly Bell[];
  /** Of the team's own channel: the networks that refuse to be read at present. */
  readonly refusals: readonly NetworkRefusal[];
  /** While Slack lets us show nothing here; null while it does. */
  readonly shutOut: ShutOut | null;
  /** Of the team's own channel: what is not heard any more, or is again and not told yet. */
  readonly silences: readonly Silence[];
  /** Of the team's own channel: the latest surges, oldest first; at most the last one is on. */
  readonly surges: readonly Surge[];
  readonly nextSurge: number;
  /** Of the team's own channel: the newest post on our profile, one a network. */
  readonly ourPosts: readonly OwnPost[];
  /** Of the team's own channel: what each hour of the week brings. */
  readonly usual: UsualHours;
  readonly handled: readonly string[];
}

/** What every channel begins with. */
export const NEW_CHANNEL = {
  type: 'channel',
  rounds: [],
  nextRound: 1,
  lastRoundAt: null,
  lastOpeningAt: null,
  promisesToTell: [],
  promiseRounds: [],
  nextPromiseRound: 1,
  backlog: null,
  again: [],
  lastAgainAt: null,
  offers: [],
  lastOfferAt: null,
  lying: [],
  lastClosingAt: null,
  weekly: null,
  pauses: [],
  alarms: [],
  bells: [],
  refusals: [],
  shutOut: null,
  silences: [],
  surges: [],
  nextSurge: 1,
  usual: NEW_USUAL,
  ourPosts: [],
  handled: [],
} as const satisfies Partial<Channel>;
