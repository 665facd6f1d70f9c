import type { ApologyParts } from './apology.ts';
import type { Deed } from './deed.ts';
import type { Instant, UserId } from './instant.ts';
import type { Approval } from './needs-approval.ts';
import type { Origin } from './origin.ts';
import type { Reactions } from './reactions.ts';
import type { Draft } from './unsent.ts';

export type Purpose = 'reply' | 'holding' | 'apology' | 'incident-start' | 'incident-update' | 'incident-resolve';

/**
 * `approval` waits for a second person's press; `waiting` can still be undone; `sending` is saved before the call to the network, so that after a crash it is known
 * to be `unclear`: it may or may not be public.
 */
export type PublicationStatus =
  | 'approval'
  | 'waiting'
  | 'sending'
  | 'published'
  | 'unclear'
  | 'failed'
  | 'undone'
  | 'deleting'
  | 'deleted';

/** Why a publication did not go out, as the desk and the views tell it. */
export type PublicationFaultCode =
  | 'expired'
  | 'restored'
  | 'duplicate'
  | 'reply-not-allowed'
  | 'post-gone'
  | 'picture-unusable'
  | 'too-long'
  | 'out-of-credits'
  | 'not-authorised'
  | 'clock-off'
  /** Words that only some may answer came before it went out. */
  | 'locked'
  | 'refused';

export interface PublicationFault {
  readonly code: PublicationFaultCode;
  /** The network's own words, safe to show to staff. */
  readonly detail: string;
}

/** One public text of ours on its way: a reply, an apology, an incident's update. */
export interface Publication {
  /** Unique within its aggregate: `p1`, `p2`, … */
  readonly id: string;
  readonly purpose: Purpose;
  readonly text: string;
  readonly by: UserId;
  readonly pressedAt: Instant;
  /** The id of the network's post that this one answers; null for a post of its own. */
  readonly inReplyTo: string | null;
  readonly status: PublicationStatus;
  /** When it leaves; null until Slack has taken the message that shows Undo. */
  readonly goesOutAt: Instant | null;
  /** Not out by then: it goes back to its sender instead. */
  readonly expiresAt: Instant;
  readonly attempt: { readonly id: string; readonly at: Instant } | null;
  /** Looks at our own timeline that did not find it since it became unclear. */
  readonly looks: number;
  readonly post: PublicPost | null;
  readonly fault: PublicationFault | null;
  /** The time by which it says that we will be back; becomes a promise once it is public. */
  readonly promiseDueAt: Instant | null;
  /** The publication that it continues: a long text in numbered posts, or null. */
  readonly after: string | null;
  readonly picture: OutgoingPicture | null;
  /** What its form asked for, of an apology; null for a text that was written whole. */
  readonly parts: ApologyParts | null;
  /** The incident whose end it tells this customer, or null. */
  readonly tellsOf: string | null;
  /** Of an incident's word: what its linked customers are answered while it is the latest; null where it has none. */
  readonly answers: CustomerAnswers | null;
  /** Who inside the company confirmed what it says; for the team only. */
  readonly confirmedBy: string | null;
  /** The second person's press where one is needed; `override`: a lead let it go without. */
  readonly approved: { readonly by: UserId; readonly at: Instant; readonly override: boolean } | null;
  readonly approval: Approval | null;
  /** The text of ours beside it that it corrects, or null. */
  readonly corrects: string | null;
  /** It turned out wrong: who said so, and what whoever got it is told instead. */
  readonly wrong: Wrong | null;
  /** It turned out wrong, and its customer is not told: who decided so, and why. */
  readonly leftWrong: { readonly by: UserId; readonly at: Instant; readonly reason: string } | null;
  /** Of an apology to a customer: how the public took it; null while nobody has reacted, and of all others. */
  readonly reactions: Reactions | null;
}

export interface Wrong extends CustomerAnswers {
  readonly by: UserId;
  readonly at: Instant;
}

/** Whether somebody has sent it and it may still become public, perhaps only after a second person's press. */
export function isPending(publication: Pick<Publication, 'status'>): boolean {
  return publication.status === 'approval' || isUnderWay(publication);
}

/** Whether it may still become public by itself. */
export function isUnderWay({ status }: Pick<Publication, 'status'>): boolean {
  return status === 'waiting' || status === 'sending' || status === 'unclear';
}

/** An incident in words for one customer, by language; null where only the public word itself is there. */
export interface CustomerAnswers {
  readonly de: string | null;
  readonly en: string | null;
}

/** A picture that goes out with a text of ours, as somebody put it into the form. */
export interface OutgoingPicture {
  /** Slack's file id. */
  readonly file: string;
  readonly alt: string;
}

/** What every publication begins with. */
export const NEW_PUBLICATION = {
  status: 'waiting',
  goesOutAt: null,
  attempt: null,
  looks: 0,
  post: null,
  fault: null,
  promiseDueAt: null,
  after: null,
  picture: null,
  parts: null,
  tellsOf: null,
  answers: null,
  confirmedBy: null,
  approved: null,
  approval: null,
  corrects: null,
  wrong: null,
  leftWrong: null,
  reactions: null,
} as const satisfies Partial<Publication>;

/** Whether it is our answer: a holding reply only says that one will come. */
export function isAnswer({ purpose }: Publication): boolean {
  return purpose !== 'holding';
}

export interface PublicPost {
  readonly id: string;
  readonly url: string;
  readonly at: Instant;
}

/** What else goes with a text; see Publication. */
export type PublicationExtras = Partial<
  Pick<Publication, 'promiseDueAt' | 'after' | 'picture' | 'parts' | 'tellsOf' | 'confirmedBy' | 'answers' | 'corrects'>
>;

/** What an aggregate that publishes has; publication decisions work on any of these. */
export interface Publishing {
  readonly publications: readonly Publication[];
  readonly drafts: readonly Draft[];
  readonly history: readonly HistoryEntry[];
}

/** One line of the append-only history: who did what, when, and with which words. */
export interface HistoryEntry {
  readonly at: Instant;
  /** A Slack user, `customer`, `earshot` itself, or `elsewhere`: one of us on the network. */
  readonly by: UserId;
  readonly did: Deed;
  readonly text?: string;
  /** Whom it concerns beside the one who did it: who was named, to whom it was given. */
  readonly whom?: UserId;
  /** Which press it was, or which of the app's own ways in; absent in lines of before this was kept. */
  readonly from?: Origin;
}
