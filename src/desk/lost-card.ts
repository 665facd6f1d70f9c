import { type Decision, decided } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import { APP, recorded } from './history.ts';
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { SlackMessage } from './ref.ts';

/**
 * Somebody deleted a card in Slack: it is posted again, however many ways tell us. A thread that hung on it stays where it
 * was, and the new card leads there.
 * @param at the message that is gone
 */
export function cardLost(mention: Mention, at: SlackMessage, hasThread: boolean, now: Date): Decision<Mention> {
  // Of one that was forgotten we deleted it ourselves.
  if (mention.forgotten !== null) return decided(mention);
  if (mention.card?.ts !== at.ts || mention.card.channel !== at.channel) return decided(mention);
  const next: Mention = { ...mention, card: null, oldThread: hasThread ? at : mention.oldThread };
  return decided(recorded(next, now, APP, 'card-lost'), [plan({ type: 'draw-card' }, PRIORITY.press)]);
}

/** Since when a mention has waited for its card: one that was folded had none to wait for. */
export function uncardedSince({ history }: Pick<Mention, 'history'>): Instant | undefined {
  return (history.findLast(({ did }) => did === 'card-lost' || did === 'unfolded') ?? history[0])?.at;
}
