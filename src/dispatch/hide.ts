import type { Clock } from '../clock.ts';
import { decided } from '../desk/decision.ts';
import { CallFault } from '../desk/fault.ts';
import { stayedAsItWas, wasHidden } from '../desk/hide.ts';
import type { Network } from '../networks/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { type Attempt, GO_ON } from './lane.ts';
import type { Stubbornly } from './stubborn.ts';

interface HideDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly stubbornly: Stubbornly;
  readonly backOffMs: (attempts: number) => number;
}

/** Hides a customer's post on its network or shows it again, as was wished last. To ask twice does no harm. */
export function createHide({ store, clock, stubbornly, backOffMs }: HideDeps) {
  return async (taken: TakenEffect<'mention'>, id: string, network: Network): Promise<Attempt> => {
    const wish = taken.state.posts.find((post) => post.id === id)?.hideWish ?? null;
    if (wish === null) {
      await stubbornly(() => store.settle(taken, (state) => decided(state)));
      return GO_ON;
    }
    try {
      await network.hide(id, wish.hidden);
      await stubbornly(() => store.settle(taken, (state) => wasHidden(state, id, wish.hidden)));
      return GO_ON;
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      const { fault } = error;
      if (fault.act === 'give-up') {
        await stubbornly(() => store.settle(taken, (state) => stayedAsItWas(state, id, fault.why, clock.now())));
        return GO_ON;
      }
      const limit = fault.act === 'retry' ? fault.afterMs : 0;
      const pauseMs = limit > 0 ? limit : backOffMs(taken.row.attempts);
      await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + pauseMs), false));
      return { pauseMs };
    }
  };
}
