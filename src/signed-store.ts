import type { Clock } from './clock.ts';
import { type Decision, isRefused, type Refusal, refused } from './desk/decision.ts';
import { withFolds } from './desk/fold.ts';
import type { Forgotten } from './desk/forgotten.ts';
import { type Origin, signed } from './desk/origin.ts';
import { isForgotten } from './desk/reduced.ts';
import type { Aggregate } from './desk/ref.ts';
import type { Store } from './store/index.ts';

/**
 * The store as one way into the house sees it: each line that a decision adds to a history says where it came from, and
 * what is forgotten hears of nothing any more, neither presses nor posts nor the clock. Whatever is decided about a
 * mention, its place among those that say the same follows in the same write.
 */
export function signedStore(store: Store, from: Origin, clock: Pick<Clock, 'now'>): Store {
  function sign<S extends Aggregate>(decision: Decision<S>, before: Aggregate | null): Decision<S> {
    const placed = withFolds(before, decision, clock.now());
    return { ...placed, state: signed(placed.state, before, from) };
  }
  return {
    ...store,
    create: (type, id, decide) => store.create(type, id, (number) => sign(decide(number), null)),
    change: (ref, decide) =>
      store.change(ref, (state) => {
        if (from.way !== 'effect' && isForgotten(state)) return refused(goneOf(state.forgotten));
        const outcome = decide(state);
        return isRefused(outcome) ? outcome : sign(outcome, state);
      }),
    settle: (taken, decide) => store.settle(taken, (state) => sign(decide(state), state)),
    park: (taken, reason, decide) => store.park(taken, reason, (state) => sign(decide(state), state)),
  };
}

function goneOf({ by, at }: Forgotten): Refusal {
  return { reason: 'forgotten', by, at };
}
