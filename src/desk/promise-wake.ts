import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { APP, recorded } from './history.ts';
import type { Instant } from './instant.ts';
import type { Mention, PromiseTold, PublicPromise } from './mention.ts';
import { channelRef } from './ref.ts';

const RANK: Readonly<Record<PromiseTold, number>> = { nobody: 0, before: 1, due: 2, broken: 3 };

/** When the clock next changes something about an open promise; null when all is told. */
export function nextThreshold({ told, beforeAt, dueAt, brokenAt }: PublicPromise): Instant | null {
  switch (told) {
    case 'nobody':
      return beforeAt ?? dueAt;
    case 'before':
      return dueAt;
    case 'due':
      return brokenAt;
    case 'broken':
      return null;
  }
}

/**
 * Promises that come due, are due or are broken: each threshold is told once; of those that passed while the app was down
 * the highest alone. The owner hears by DM, at any hour; what is broken, and what is due and nobody's, the channel hears.
 */
export function wakePromises(mention: Mention, now: Date): Decision<Mention> {
  let state = mention;
  const effects: PlannedEffect[] = [];
  for (const promise of mention.promises) {
    const told = reached(promise, now);
    if (promise.ended !== null || RANK[told] <= RANK[promise.told]) continue;
    state = { ...state, promises: state.promises.map((one) => (one.id === promise.id ? { ...one, told } : one)) };
    if (told === 'broken') {
      state = recorded(state, now, APP, 'promise-broken');
      effects.push(plan({ type: 'draw-card' }, priorityOf(mention)));
    }
    effects.push(...tellOf(mention, promise, told));
  }
  return decided(state, effects);
}

function reached({ beforeAt, dueAt, brokenAt }: PublicPromise, now: Date): PromiseTold {
  const instant = now.toISOString();
  if (brokenAt <= instant) return 'broken';
  if (dueAt <= instant) return 'due';
  return beforeAt !== null && beforeAt <= instant ? 'before' : 'nobody';
}

function tellOf(mention: Mention, { id, owner }: PublicPromise, told: PromiseTold): PlannedEffect[] {
  if (told === 'nobody') return [];
  if (told === 'broken' || (told === 'due' && owner === null)) {
    const news = { type: 'promise-told', mention: mention.id, promise: id, threshold: told } as const;
    const to = channelRef(mention.channel);
    return [plan({ type: 'tell', id: `promise-${told}:${mention.id}:${id}`, to, news }, PRIORITY.channel)];
  }
  if (owner === null) return [];
  const notice = { type: 'promise', promise: id, threshold: told } as const;
  return [plan({ type: 'send-notice', id: `promise-${told}:${id}`, to: owner, notice }, PRIORITY.press)];
}
