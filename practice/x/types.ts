import type { Composed } from './text.ts';

/** An account on the practice X. */
export interface Person {
  id: string;
  username: string;
  name: string;
  followers: number;
  following: number;
  verified: boolean;
  description: string;
  imageUrl: string;
  createdAt: Date;
  posts: number;
  /** Shows its posts to nobody but its followers, or is suspended: X tells others only that they may not see them. */
  isProtected: boolean;
}

export interface Media {
  key: string;
  type: 'photo' | 'video' | 'animated_gif';
  url?: string;
  previewUrl?: string;
  altText?: string;
  width: number;
  height: number;
}

/** A public post, ours or a customer's. */
export interface Post {
  id: string;
  author: Person;
  /** What its author typed, before X rewrites links and escapes. */
  written: string;
  shown: Composed;
  /** The whole text of a long post; `shown` is then only its beginning. */
  note?: Composed;
  at: Date;
  lang: string;
  conversationId: string;
  inReplyTo?: { id: string; author: Person };
  quoteOf?: string;
  retweetOf?: string;
  /** Oldest first, this version last. */
  versions: string[];
  media: Media[];
  counts: { replies: number; retweets: number; quotes: number; likes: number };
  hidden: boolean;
  /** Served in a shape that no reader expects, to see whether the reader sets it aside. */
  mangled: boolean;
}

/** Something that anybody can now see. */
export interface Change {
  kind: 'posted' | 'edited' | 'removed' | 'hidden' | 'shown';
  post: Post;
  at: Date;
}

/** One call that reached the server. */
export interface Seen {
  /** `METHOD path` as in X's documentation: `DELETE /2/tweets/:id`. */
  call: string;
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** 0 when the connection was cut instead. */
  status: number;
  /** X's reason, when it refused. */
  detail: string;
  at: Date;
}

export interface XRequest {
  method: string;
  path: string;
  /** The ids in the path, in order. */
  ids: string[];
  query: URLSearchParams;
  body: unknown;
}

export interface XAnswer {
  status: number;
  body: unknown;
}
