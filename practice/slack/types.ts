import type { Block } from './blocks/layout.ts';
import type { ViewSource } from './blocks/view.ts';

/** The clock that both practice servers and the app share. */
export interface Clock {
  now(): Date;
  monotonicMs(): number;
  after(ms: number, run: () => void): () => void;
}

export interface User {
  id: string;
  name: string;
  realName: string;
  isBot: boolean;
  deleted: boolean;
  tz: string;
  email: string;
  /** Such as `de-DE`; told only to those who ask for it. */
  locale?: string;
  isAdmin?: boolean;
  /** A guest: of several channels, or of one. */
  guest?: 'multi' | 'single';
  /** Of another company, in a shared channel: the id of its workspace. */
  teamId?: string;
}

export interface UserGroup {
  id: string;
  handle: string;
  name: string;
  users: string[];
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  subtype?: 'thread_broadcast' | 'tombstone';
  /** Written by the app; only such messages can it change. */
  byBot: boolean;
  blocks?: Block[];
  attachments?: unknown[];
  metadata?: Metadata;
  threadTs?: string;
  editedTs?: string;
  files: StoredFile[];
  reactions: Map<string, string[]>;
}

export interface Metadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

/** A message that one person sees. */
export interface Ephemeral extends Message {
  channel: string;
  to: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  archived: boolean;
  createdSeconds: number;
  members: Set<string>;
  /** By ts, oldest first; replies included. */
  messages: Map<string, Message>;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  altText: string;
  size: number;
  bytes: Buffer | undefined;
  shared: boolean;
  /** In seconds since the epoch. */
  created: number;
  /** Who put it there, unless the app did. */
  user?: string;
  mimetype?: string;
}

/** What a person chose or typed in one element, as Slack reports it in `state.values`. */
export interface ElementValue {
  type: string;
  [field: string]: unknown;
}

/** block_id → action_id → value */
export type Values = Record<string, Record<string, ElementValue>>;

export interface View {
  id: string;
  user: string;
  hash: string;
  source: ViewSource;
  values: Values;
  rootId: string;
  previousId: string | null;
}

export interface Rejection {
  method: string;
  error: string;
  detail: string;
  at: Date;
  rateLimited: boolean;
}

/** Everything that somebody could see happen. */
export type Change =
  | { kind: 'message_posted' | 'message_updated' | 'message_deleted'; channel: string; message: Message }
  | { kind: 'ephemeral_posted' | 'ephemeral_updated' | 'ephemeral_deleted'; message: Ephemeral }
  | { kind: 'modal_opened' | 'modal_pushed' | 'modal_updated' | 'modal_closed'; view: View }
  | { kind: 'home_published'; view: View }
  | { kind: 'reaction_added'; channel: string; ts: string; name: string }
  | { kind: 'socket_opened' | 'socket_closed' }
  | { kind: 'delivered'; type: string; payload: Record<string, unknown>; acked: boolean }
  | { kind: 'requested'; method: string }
  | { kind: 'rejected'; rejection: Rejection };
