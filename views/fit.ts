import type { KnownBlock } from '@slack/types';
import { LIMIT } from './limit.ts';

/**
 * The blocks with the first room that Slack takes as one message, from the widest to the narrowest. Texts and lists get
 * shorter, actions stay: cutting the blocks themselves would drop the buttons, which stand last.
 */
export function widestThatFits<Room>(
  rooms: readonly [Room, ...Room[]],
  build: (room: Room) => KnownBlock[],
): KnownBlock[] {
  let blocks: KnownBlock[] = [];
  for (const room of rooms) {
    blocks = build(room);
    if (fits(blocks)) break;
  }
  return blocks;
}

/** Counted as JSON, which is never less than what Slack counts. */
function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMIT.blocksInMessage && JSON.stringify(blocks).length <= LIMIT.messageTotal;
}
