import type { Clock } from '../clock.ts';
import { decided, isRefused } from '../desk/decision.ts';
import type { EffectOf } from '../desk/effect.ts';
import { foldedOf, lead, leadOfGroup, stepDown } from '../desk/fold.ts';
import type { Instant } from '../desk/instant.ts';
import type { Mention } from '../desk/mention.ts';
import { mentionRef } from '../desk/ref.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { type Attempt, GO_ON } from './lane.ts';
import type { Stubbornly } from './stubborn.ts';

interface TendDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly stubbornly: Stubbornly;
}

/**
 * Sees to a group of mentions that say the same: one of them leads, and its card shows the others. Whatever a crash left
 * undone, doing it again makes whole.
 */
export function createTend({ store, clock, stubbornly }: TendDeps) {
  /** When each group was last seen to: what was saved before is on that drawing. */
  const seenTo = new Map<string, string>();

  async function tend(group: string): Promise<void> {
    const members = await store.list('mention', { group });
    const former = members.filter((one) => one.group?.as === 'lead');
    const leader = leadOfGroup(members);
    if (leader === undefined && foldedOf(members).length === 0) return;
    // With the first of a group, the one under which it was folded does not know yet that it leads.
    const first = await store.read(mentionRef(group));
    const candidates = [leader, first, ...foldedOf(members)].filter((one) => one !== undefined);
    const chosen = await firstToLead(candidates, group);
    for (const { id } of former.filter((one) => one.id !== chosen?.id)) {
      await stubbornly(() => store.change(mentionRef(id), (state) => stepDown(state)));
    }
  }

  async function firstToLead(candidates: readonly Mention[], group: string): Promise<Mention | undefined> {
    for (const { id } of candidates) {
      const outcome = await stubbornly(() => store.change(mentionRef(id), (state) => lead(state, group, clock.now())));
      if (!isRefused(outcome)) return outcome.state;
    }
    return undefined;
  }

  return async (taken: TakenEffect, { group }: EffectOf<'tend-group'>): Promise<Attempt> => {
    const last = seenTo.get(group);
    const now = clock.now().toISOString();
    // By the turn, not by when the row first came to wait: it may have been planned again since. A clock that was set
    // back knows nothing of what was seen to.
    if (last === undefined || last < turnOf(taken) || last > now) {
      await tend(group);
      seenTo.set(group, now);
    }
    await stubbornly(() => store.settle(taken, (state) => decided(state)));
    return GO_ON;
  };
}

/** Later than all that it is planned for. */
function turnOf({ row }: TakenEffect): Instant {
  return row.notBefore ?? row.savedAt;
}
