import type { KnownBlock } from '@slack/types';

/** One Slack message. `text` is what a phone's notification and a client without blocks show. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
