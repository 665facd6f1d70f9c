import type { Instant, UserId } from './instant.ts';
import type { Draft, HistoryEntry, Publication } from './publication.ts';
import type { SlackMessage } from './ref.ts';

export const KINDS = ['complaint', 'question', 'praise', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export type Status = 'open' | 'claimed' | 'escalated' | 'answered' | 'closed';

/** The customer's language, as far as templates know it; `other` is offered English ones. */
export type Lang = 'de' | 'en' | 'other';

export interface Author {
  readonly id: string;
  /** Without the @. */
  readonly handle: string;
  readonly name: string;
  /** null when the network did not say. */
  readonly followers: number | null;
}

export interface Picture {
  /** Where Slack can fetch it; null for what has no preview. */
  readonly url: string | null;
  readonly alt: string;
  readonly type: 'photo' | 'video' | 'gif';
}

/** A customer's post, as the network delivered it: text is plain (entities decoded, links expanded). */
export interface Post {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
  readonly url: string;
  readonly pictures: readonly Picture[];
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

export interface Escalation {
  /** `e1`, `e2`, … */
  readonly id: string;
  readonly to: { readonly type: 'user' | 'group'; readonly id: string };
  readonly by: UserId;
  readonly at: Instant;
  readonly reason: string;
  /** Where it is told: a channel's id; null stands for a DM to the person, or for the card's own thread. */
  readonly channel: string | null;
  readonly message: SlackMessage | null;
  /** Slack's reason why it could not be told. */
  readonly fault: string | null;
  readonly answers: readonly EscalationAnswer[];
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
  /** Who said so: `triage`, or the person who corrected it. */
  readonly kindBy: UserId;
  readonly reasons: readonly string[];
  readonly lang: Lang;
  readonly status: Status;
  readonly owner: UserId | null;
  readonly closed: { readonly by: UserId; readonly at: Instant; readonly reason: string } | null;
  readonly clocks: readonly SlaClock[];
  readonly publications: readonly Publication[];
  readonly escalations: readonly Escalation[];
  readonly drafts: readonly Draft[];
  readonly writing: { readonly by: UserId; readonly since: Instant } | null;
  readonly card: SlackMessage | null;
  readonly history: readonly HistoryEntry[];
  /** Keys of presses and news that were handled, newest last; twice is once. */
  readonly handled: readonly string[];
}
