import type { KnownBlock } from '@slack/types';
import type { ChartBlock } from './chart.ts';

/** One Slack message. `text` is what a phone's notification and a client without blocks show. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A message that may have charts, which older Slacks refuse. */
export interface ChartedMessage {
  readonly text: string;
  readonly blocks: (KnownBlock | ChartBlock)[];
}
