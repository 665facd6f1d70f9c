import type { GroupPlace } from './fold.ts';
import type { Forgotten, Hold } from './forgotten.ts';
import type { HelpedBy, Helpful } from './helpful.ts';
import type { IncidentLink } from './incident-link.ts';
import type { SuggestedLink } from './incident-match.ts';
import type { Instant, UserId } from './instant.ts';
import type { Post } from './post.ts';
import type { HistoryEntry, Publication } from './publication.ts';
import type { SlackMessage } from './ref.ts';
import type { Draft } from './unsent.ts';
import { type Urgency, USUAL } from './urgency-reason.ts';

export const KINDS = ['complaint', 'question', 'praise', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Who said which kind it is, where no person did; a rule of the team's is neither triage nor a correction of it. */
export const TRIAGE = 'triage';
export const RULE = 'rule';

export type Status = 'open' | 'claimed' | 'escalated' | 'answered' | 'closed';

/** The customer's language, as far as templates know it; `other` is offered English ones. */
export type Lang = 'de' | 'en' | 'other';

export interface Author {
  readonly id: string;
  /** Without the @; the id where the network did not say, see named.ts. */
  readonly handle: string;
  readonly name: string;
  /** null when the network did not say. */
  readonly followers: number | null;
}

/** One promise of the SLA: from a customer's post until our answer. */
export interface SlaClock {
  /** `c1`, `c2`, … */
  readonly id: string;
  readonly post: string;
  readonly startedAt: Instant;
  /** Started by the customer's first post, or by a later one. */
  readonly cause: 'first' | 'follow-up';
  /** All null when this kind has no SLA. */
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly secondAt: Instant | null;
  readonly warned: boolean;
  /** The card was drawn again to say that it is late. */
  readonly late: boolean;
  readonly stopped: { readonly at: Instant; readonly publication: string | null } | null;
}

export interface EscalationAnswer {
  readonly by: UserId;
  readonly text: string;
  readonly ts: string;
}

/** Somebody inside the company who is asked, and where. */
export interface Asked {
  readonly to: { readonly type: 'user' | 'group'; readonly id: string };
  readonly at: Instant;
  /** Where it is told: a channel's id; null stands for a DM to the person, or for the card's own thread. */
  readonly channel: string | null;
  readonly message: SlackMessage | null;
  /** Slack's reason why it could not be told. */
  readonly fault: string | null;
}

/** A question inside the company; the one who is asked first is its own `to`. */
export interface Escalation extends Asked {
  /** `e1`, `e2`, … */
  readonly id: string;
  readonly by: UserId;
  readonly reason: string;
  readonly answers: readonly EscalationAnswer[];
  /** Who sees to it. */
  readonly taken: { readonly by: UserId; readonly at: Instant } | null;
  /** By the first answer, or because it was sent back; `reason` says why it was. */
  readonly ended: {
    readonly how: 'answered' | 'sent-back';
    readonly by: UserId;
    readonly at: Instant;
    readonly reason: string | null;
  } | null;
  /** Who was asked after the first, as nobody took it: steps of the settings' chain. */
  readonly told: readonly Asked[];
  /** When the next one is told, or the team that nobody sees to it; null when the clock changes nothing more. */
  readonly due: Instant | null;
}

/** What everybody who is asked begins with. */
export const NEW_ASKED = { channel: null, message: null, fault: null } as const satisfies Partial<Asked>;

/** What every escalation begins with. */
export const NEW_ESCALATION = {
  ...NEW_ASKED,
  answers: [],
  taken: null,
  ended: null,
  told: [],
  due: null,
} as const satisfies Partial<Escalation>;

/** How far the reminders of a promise have come. */
export type PromiseTold = 'nobody' | 'before' | 'due' | 'broken';

/** A time by which we said in public that we would be back. */
export interface PublicPromise {
  /** `w1`, `w2`, … */
  readonly id: string;
  /** Whose it is; null while it passes to whoever opens the desk. */
  readonly owner: UserId | null;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** When its owner is told that it comes due; null when they are not. */
  readonly beforeAt: Instant | null;
  /** From then on it counts as broken, by the team's grace when it was made. */
  readonly brokenAt: Instant;
  /** The publication that made it. */
  readonly publication: string;
  readonly told: PromiseTold;
  readonly ended: { readonly at: Instant; readonly how: 'kept' | 'replaced' | 'dropped'; readonly by: UserId } | null;
}

/** A customer's post that names us, with all that followed: the unit on a card. */
export interface Mention {
  readonly type: 'mention';
  /** `network:postId` of the first post. */
  readonly id: string;
  /** For people: `#42`. */
  readonly number: number;
  readonly network: string;
  readonly conversation: string;
  /** The Slack channel whose card this is. */
  readonly channel: string;
  readonly author: Author;
  readonly posts: readonly [Post, ...Post[]];
  readonly kind: Kind;
  /** Who said so: `triage`, a `rule` of the team's, or the person who corrected it. */
  readonly kindBy: UserId;
  /** The words of the customer's that made triage propose its kind. */
  readonly reasons: readonly string[];
  /** What triage proposed, whoever said something else later; null of a mention that is older than this. */
  readonly proposed: Kind | null;
  readonly lang: Lang;
  /** How urgent it is beyond its kind, as of the last post, look at the network, or change of the rules. */
  readonly urgency: Urgency;
  /** Posts of this person that waited for an answer in other mentions when they last wrote here. */
  readonly elsewhere: number;
  /** Who let everybody answer it again although its words lock it, and why; null: the lock holds where there is one. */
  readonly unlocked: { readonly by: UserId; readonly at: Instant; readonly reason: string } | null;
  /** By which name or word of the team's list it has no card; null for all others. */
  readonly muted: { readonly at: Instant; readonly by: 'author' | 'word'; readonly what: string } | null;
  readonly status: Status;
  readonly owner: UserId | null;
  readonly closed: { readonly by: UserId; readonly at: Instant; readonly reason: string } | null;
  readonly clocks: readonly SlaClock[];
  readonly publications: readonly Publication[];
  readonly escalations: readonly Escalation[];
  readonly drafts: readonly Draft[];
  readonly writing: { readonly by: UserId; readonly since: Instant } | null;
  /** When its owner last began to write an answer, which no line of the history tells; see touch.ts. */
  readonly touchedAt: Instant | null;
  readonly snooze: { readonly until: Instant; readonly by: UserId } | null;
  readonly promises: readonly PublicPromise[];
  /** Topic labels, in the team's own words. */
  readonly topics: readonly string[];
  /** Where the case is kept elsewhere: a web address, or that system's own number. */
  readonly ticket: string | null;
  readonly incident: IncidentLink | null;
  /** The incident that may explain it, as its card asks. */
  readonly suggested: SuggestedLink | null;
  /** Incidents of which somebody said that they do not. */
  readonly declined: readonly string[];
  /** It answers another customer's question. */
  readonly helpful: Helpful | null;
  /** Other customers' answers to this one. */
  readonly helpedBy: readonly HelpedBy[];
  /** Its place among mentions that say the same; null: it has always stood alone. See fold.ts. */
  readonly group: GroupPlace | null;
  readonly card: SlackMessage | null;
  /** Of one that the store had forgotten: since then Slack may show its card, which is looked for before it is posted. */
  readonly seekFrom: Instant | null;
  readonly held: Hold | null;
  readonly forgotten: Forgotten | null;
  /** The thread of a card that somebody deleted, the last one that had any. */
  readonly oldThread: SlackMessage | null;
  readonly history: readonly HistoryEntry[];
  /** Keys of presses and news that were handled, newest last; twice is once. */
  readonly handled: readonly string[];
}

/** What every mention begins with. */
export const NEW_MENTION = {
  type: 'mention',
  kindBy: TRIAGE,
  proposed: null,
  urgency: USUAL,
  elsewhere: 0,
  unlocked: null,
  muted: null,
  status: 'open',
  owner: null,
  closed: null,
  publications: [],
  escalations: [],
  drafts: [],
  writing: null,
  touchedAt: null,
  snooze: null,
  promises: [],
  topics: [],
  ticket: null,
  incident: null,
  suggested: null,
  declined: [],
  helpful: null,
  helpedBy: [],
  group: null,
  card: null,
  seekFrom: null,
  held: null,
  forgotten: null,
  oldThread: null,
  history: [],
  handled: [],
} as const satisfies Partial<Mention>;
