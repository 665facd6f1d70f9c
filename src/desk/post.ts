import type { Instant, UserId } from './instant.ts';

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
  /** How many liked it and passed it on, when that last changed something here; null where the network did not say. */
  readonly likes: number | null;
  readonly reposts: number | null;
  /** How it was found: it names us, or it has the words of the team's search; only the first may be answered by the API. */
  readonly via: 'mention' | 'search';
  /** What stood there before its author edited it, oldest first. */
  readonly versions: readonly PostVersion[];
  /** When we saw that its author had deleted it, or (`withdrawn`) no longer shows it: a protected or suspended account. */
  readonly deletedAt: Instant | null;
  readonly withdrawn: boolean;
  /** Hidden on the network by one of us, under a post of ours. */
  readonly hidden: { readonly by: UserId; readonly at: Instant } | null;
  /** What one of us wants instead, on its way to the network or refused by it. */
  readonly hideWish: HideWish | null;
}

/** Somebody's wish to hide a post, or to show it again. */
export interface HideWish {
  readonly hidden: boolean;
  readonly by: UserId;
  readonly at: Instant;
  /** The network's reason against it; null while it is on its way. */
  readonly fault: string | null;
}

/** An edited post as it was: the network gives every version an id of its own. */
export interface PostVersion {
  readonly id: string;
  readonly text: string;
}

/** What every post begins with. */
export const NEW_POST = {
  likes: null,
  reposts: null,
  via: 'mention',
  versions: [],
  deletedAt: null,
  withdrawn: false,
  hidden: null,
  hideWish: null,
} as const satisfies Partial<Post>;
