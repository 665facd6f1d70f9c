import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { plan } from './effect.ts';
import { redatedChain } from './escalation-chain.ts';
import { lockCauses, lockIds } from './lock.ts';
import type { Mention } from './mention.ts';
import { unmoved, withDeadlinesOf } from './sla.ts';
import { judged } from './urgency.ts';

/**
 * The rules have changed, or what is known of the mention: it is judged anew, and its running clocks, and its escalations
 * that nobody has taken, get the deadlines that they would have by the present ones. A deadline is a function of the post,
 * the mention's urgency and the rules alone, so twice is once. Null when nothing moves.
 */
export function redate(mention: Mention, desk: Desk): Decision<Mention> | null {
  const now = judged(mention, desk);
  const anew = withDeadlinesOf(now.clocks, now, desk);
  const clocks = now.clocks.map((clock, index) => unmoved(clock, anew[index] ?? clock));
  const escalations = redatedChain(now, desk);
  if (now !== mention || clocks.some((clock, index) => clock !== mention.clocks[index])) {
    return decided({ ...now, clocks, escalations }, [plan({ type: 'draw-card' }, priorityOf(now))]);
  }
  return escalations === mention.escalations ? null : decided({ ...mention, escalations });
}

/**
 * As `redate`, where it is known what held before: a card that names who alone answers it is drawn anew when those are
 * others now.
 * @param before null at a start, when the cards are as the last rules had them
 */
export function underNewRules(mention: Mention, before: Desk | null, desk: Desk): Decision<Mention> | null {
  const dated = redate(mention, desk);
  if (dated !== null || before === null) return dated;
  const holds = mention.unlocked === null && lockCauses(mention).length > 0;
  const isSame = lockIds(before.settings).join() === lockIds(desk.settings).join();
  return !holds || isSame ? null : decided(mention, [plan({ type: 'draw-card' }, priorityOf(mention))]);
}
