import type { Span } from './erasure.ts';
import type { UserId } from './instant.ts';
import type { Origin } from './origin.ts';
import type { ForgetRequest } from './person.ts';
import type { SlackMessage } from './ref.ts';

/** To the channels: a mention's customer, or what the customer wrote, is no longer there to be shown. */
export interface EmptiedNews {
  readonly type: 'mention-emptied';
  readonly mention: string;
  readonly card: SlackMessage | null;
  readonly span: Span;
}

/** To each mention of somebody who is to be forgotten; see forget.ts. */
export interface ForgetNews {
  readonly type: 'forget';
  readonly by: UserId;
  readonly from: Origin;
  /** The team's own channel. */
  readonly channel: string;
  readonly replies: boolean;
  readonly report: { readonly to: UserId; readonly request: string };
}

/** One mention of a request is done. */
export interface ForgottenNews {
  readonly type: 'forgotten';
  readonly request: string;
  readonly done: ForgetRequest['done'][number];
}

/** To the desk: somebody had these mentions forgotten. */
export interface ForgotNews {
  readonly type: 'forgot';
  readonly by: UserId;
  readonly from: Origin;
  readonly numbers: readonly number[];
  /** What they are called on the network, to be taken out of the team's lists; absent in news that an older Earshot saved. */
  readonly handles?: readonly string[];
}
