import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { isLocked } from './lock.ts';
import type { Mention } from './mention.ts';
import { givenBack, publicationOf } from './publishing.ts';

/**
 * Words that lock a mention came while texts of ours waited for their turn: whoever pressed Send had not read them. The
 * texts go back to their writers; a keyholder sends them again, or what fits better.
 * @param before as it was without those words
 */
export function unreadGivenBack(before: Mention, after: Decision<Mention>, desk: Desk, now: Date): Decision<Mention> {
  const { settings } = desk;
  if (isLocked(before, settings) || !isLocked(after.state, settings)) return after;
  const waiting = after.state.publications.filter(({ status }) => status === 'waiting');
  return waiting.reduce<Decision<Mention>>((result, { id }) => {
    const one = publicationOf(result.state, id);
    // A text in numbered posts comes back as one.
    if (one?.status !== 'waiting') return result;
    const next = givenBack(result.state, one, { code: 'locked', detail: '' }, now);
    return decided(next.state, [...result.effects, ...next.effects]);
  }, after);
}
