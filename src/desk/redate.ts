import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { plan } from './effect.ts';
import { redatedChain } from './escalation-chain.ts';
import type { Mention, SlaClock } from './mention.ts';
import { withDeadlinesOf } from './sla.ts';

/**
 * The rules have changed: the mention's running clocks, and its escalations that nobody has taken, get the deadlines that
 * they would have by the present ones. A deadline is a function of the post and the rules alone, so twice is once. Null when nothing moves.
 */
export function redate(mention: Mention, desk: Desk): Decision<Mention> | null {
  const anew = withDeadlinesOf(mention.clocks, mention.kind, desk);
  const clocks = mention.clocks.map((clock, index) => moved(clock, anew[index] ?? clock));
  const escalations = redatedChain(mention, desk);
  if (clocks.some((clock, index) => clock !== mention.clocks[index])) {
    return decided({ ...mention, clocks, escalations }, [plan({ type: 'draw-card' }, priorityOf(mention))]);
  }
  return escalations === mention.escalations ? null : decided({ ...mention, escalations });
}

/** What was said about a deadline that stands is not said again. */
function moved(clock: SlaClock, anew: SlaClock): SlaClock {
  if (clock.dueAt === anew.dueAt && clock.warnAt === anew.warnAt && clock.secondAt === anew.secondAt) return clock;
  return clock.dueAt === anew.dueAt ? { ...anew, warned: clock.warned, late: clock.late } : anew;
}
