import type { PauseNews, SpendingNews, StaffNamesNews } from './effect.ts';
import type { Instant } from './instant.ts';
import type { RefusalCause } from './network-refusal.ts';
import type { Ref } from './ref.ts';

/** A file of the store was damaged and set aside, and these mentions with it; see LostFile of the store. */
export interface FileLost {
  readonly type: 'file-lost';
  readonly file: string;
  readonly aside: string;
  readonly mentions: { readonly from: number; readonly to: number | null } | null;
  readonly settings: boolean;
}

/** A line of its own in the channel, about what only a person can mend. */
export type ChannelNote =
  | { readonly type: 'parked'; readonly ref: Ref; readonly key: string; readonly why: string }
  | { readonly type: 'search-refused'; readonly network: string; readonly why: string }
  | { readonly type: 'search-flood'; readonly network: string }
  | NetworkNote
  | { readonly type: 'set-aside'; readonly network: string; readonly post: string | null; readonly why: string }
  | Extract<PauseNews, { type: 'resumed' }>
  | SpendingNews
  | { readonly type: 'not-in-channel'; readonly channel: string }
  /** The store is a backup's, put back at `at`; `unsent` texts were on their way when it was made. */
  | { readonly type: 'restored'; readonly backup: Instant; readonly at: Instant; readonly unsent: number }
  | FileLost
  | StaffNamesNews;

/** A network refuses our reads, or takes them again; `since` is when it began to refuse. */
export type NetworkNote =
  | {
      readonly type: 'network-refuses';
      readonly network: string;
      readonly cause: RefusalCause;
      readonly why: string;
    }
  | { readonly type: 'network-takes'; readonly network: string; readonly since: Instant };
