import type { Clock } from '../clock.ts';
import { decided } from '../desk/decision.ts';
import type { Fault } from '../desk/fault.ts';
import { cardLost } from '../desk/lost-card.ts';
import type { SlackDone } from '../slack/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { type Attempt, GO_ON } from './lane.ts';
import type { Stubbornly } from './stubborn.ts';

interface LostDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly stubbornly: Stubbornly;
}

/** What was to be drawn or to stand under a card that somebody deleted waits for the card that is posted anew. */
export function createLost({ store, clock, stubbornly }: LostDeps) {
  return {
    async drawAnew(taken: TakenEffect, { at, hasThread }: NonNullable<SlackDone['lost']>): Promise<Attempt> {
      await stubbornly(() =>
        store.settle(taken, (state) =>
          state.type === 'mention' ? cardLost(state, at, hasThread, clock.now()) : decided(state),
        ),
      );
      return GO_ON;
    },
    /** @returns null where something else is wrong */
    async waitForCard(taken: TakenEffect, fault: Fault): Promise<Attempt | null> {
      const { state, ref } = taken;
      if (fault.act !== 'give-up' || fault.code !== 'message-gone' || state.type !== 'mention') return null;
      const { card } = state;
      if (card === null) return null;
      await stubbornly(() =>
        store.change(ref, (latest) =>
          latest.type === 'mention' ? cardLost(latest, card, false, clock.now()) : decided(latest),
        ),
      );
      await stubbornly(() => store.postpone(taken, clock.now(), false));
      return GO_ON;
    },
  };
}
