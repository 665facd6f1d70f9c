import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';
import { withdrawnWords } from './withdrawn.ts';

/** A lead wants everything of a mention kept: nothing of it is deleted, whoever asks and however old it is. */
export function hold(mention: Mention, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.held !== null) return refused({ reason: 'already-done' });
  const held = { by: press.by, at: now.toISOString(), reason };
  const next = remember(recorded({ ...mention, held }, now, press.by, 'held', reason), press.key);
  return decided(next, [redraw(next)]);
}

/** The hold ends: what its author deleted meanwhile is deleted here now. */
export function liftHold(mention: Mention, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.held === null) return refused({ reason: 'already-done' });
  const lifted = remember(recorded({ ...mention, held: null }, now, press.by, 'hold-lifted', reason), press.key);
  const gone = lifted.posts.filter(({ deletedAt }) => deletedAt !== null);
  const result = gone.reduce<Decision<Mention>>((before, { id }) => {
    const after = withdrawnWords(before.state, id);
    return decided(after.state, [...before.effects, ...after.effects]);
  }, decided(lifted));
  return decided(result.state, [redraw(lifted), ...result.effects]);
}
