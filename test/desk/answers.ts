import { writeAgain } from '../../src/desk/arrive.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { becamePublic } from '../../src/desk/published.ts';
import { type Publisher, pressSend } from '../../src/desk/publishing.ts';
import { ANNA, aDesk, aMention, anArrival, aPost, aPublication, aPublicPost, berlin, instant } from './examples.ts';

const desk = aDesk();

/** When Anna's answer is pressed, and when it is public. */
export const pressedAt = berlin('2026-11-24T10:05');
export const sentAt = berlin('2026-11-24T10:06');

/** Anna's answer was pressed just now and is not shown yet. */
export function pressed(): Mention {
  const wish = { by: ANNA, purpose: 'reply', text: 'On its way.', inReplyTo: '1001' } as const;
  return pressSend(aMention(), wish, desk, pressedAt);
}

/** An open mention with a publication `p1` in any state. */
export function aMentionWith(fields: Partial<Publication>): Mention {
  return aMention({ publications: [aPublication(fields)] });
}

/** Anna's mention with her answer on its way to the network. */
export function sendingMention(fields: Partial<Publication> = {}): Mention {
  return { ...aMentionWith({ status: 'sending', ...fields }), status: 'claimed', owner: ANNA };
}

/** The same, public. */
export function answeredMention(start: Mention = sendingMention()): Mention {
  return asMention(becamePublic(start, 'p1', aPublicPost(), aDesk(), sentAt).state);
}

/** The customer wrote a second post, `1002`. */
export function laterPost(mention: Mention, at = instant('2026-11-24T10:30')): Mention {
  const arrival = anArrival({ post: aPost({ id: '1002', text: 'And now?', at }) });
  return writeAgain(mention, arrival, desk, new Date(at)).state;
}

export function asMention(state: Publisher): Mention {
  if (state.type !== 'mention') throw new Error('no mention');
  return state;
}

/** Which publication stopped each clock; null for one that runs. */
export function stops(mention: Mention): (string | null)[] {
  return mention.clocks.map((clock) => clock.stopped?.publication ?? null);
}
