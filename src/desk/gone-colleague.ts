import { type Decision, decided } from './decision.ts';
import { APP, recorded } from './history.ts';
import type { UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { tellOffered } from './offers.ts';
import { promisesPassed } from './promises.ts';
import { redraw } from './publishing.ts';

/**
 * A colleague can't be reached any more, as their account was deactivated: what they had is anybody's, and their promises
 * wait for whoever takes them.
 */
export function colleagueGone(mention: Mention, user: UserId, now: Date): Decision<Mention> {
  const isTheirs = mention.owner === user && mention.status !== 'answered' && mention.status !== 'closed';
  const passed = promisesPassed(mention, user, null);
  if (!isTheirs && passed === mention) return decided(mention);
  const freed = isTheirs
    ? ({ ...passed, owner: null, status: passed.status === 'claimed' ? 'open' : passed.status } as const)
    : passed;
  const next = recorded(freed, now, APP, 'released', undefined, user);
  const cause = `gone:${user}:${now.toISOString()}`;
  return decided(next, [redraw(next), ...(isTheirs ? [tellOffered(next, 'passed-on', cause)] : [])]);
}
