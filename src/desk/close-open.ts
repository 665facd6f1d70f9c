import { type Outcome, refused } from './decision.ts';
import { wasHandled } from './handled.ts';
import { close } from './handling.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import type { Publication } from './publication.ts';

/**
 * "No answer needed" for one of several that somebody chose from a list: unlike on its card, its latest state was not
 * before their eyes. What is answered, or about to be, stays as it is.
 */
export function closeOpen(mention: Mention, press: Press, reason: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const answer = mention.publications.findLast((one) => isGoingOut(one) || isAnswer(one, mention));
  if (answer !== undefined) {
    return refused({ reason: 'answered-meanwhile', by: answer.by, at: answer.pressedAt, text: answer.text });
  }
  return mention.status === 'answered' ? refused({ reason: 'already-done' }) : close(mention, press, reason, now);
}

function isGoingOut({ status }: Publication): boolean {
  return status === 'waiting' || status === 'sending' || status === 'unclear';
}

function isAnswer({ status }: Publication, mention: Mention): boolean {
  return mention.status === 'answered' && status === 'published';
}
