import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { EffectOf } from '../desk/effect.ts';
import type { Erasure } from '../desk/erasure.ts';
import { CallFault } from '../desk/fault.ts';
import { erased } from '../desk/forget.ts';
import type { Undeleted } from '../desk/forgotten.ts';
import { channelRef, type SlackMessage } from '../desk/ref.ts';
import type { SlackEraser } from '../slack/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { type Attempt, GO_ON } from './lane.ts';
import type { Stubbornly } from './stubborn.ts';

interface EraseDeps {
  readonly store: Store;
  readonly eraser: SlackEraser;
  readonly clock: Clock;
  readonly log: Logger;
  readonly stubbornly: Stubbornly;
  readonly backOffMs: (attempts: number) => number;
}

/**
 * Deletes copies in Slack. Trouble is tried again for as long as it takes; what Slack refuses for good is told to whoever
 * asked, because only a person can delete it then.
 */
export function createErase({ store, eraser, clock, log, stubbornly, backOffMs }: EraseDeps) {
  /** Messages of a channel that are still drawn: those lose the name by being drawn again. */
  async function drawn(erasure: Erasure): Promise<readonly SlackMessage[]> {
    const channel = erasure.what === 'lines' ? await store.read(channelRef(erasure.channel)) : undefined;
    if (channel === undefined) return [];
    const { rounds, promiseRounds, bells, alarms } = channel;
    return [...rounds, ...promiseRounds, ...bells, ...alarms].flatMap(({ message }) => message ?? []);
  }

  return async (taken: TakenEffect, { id, erasure }: EffectOf<'erase'>): Promise<Attempt> => {
    const { ref } = taken;
    try {
      const left = await eraser.erase({ erasure, ref: `${ref.type}:${ref.id}`, spare: await drawn(erasure) });
      await stubbornly(() => store.settle(taken, (state) => erased(state, id, { left, undeleted: null })));
      return GO_ON;
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      const { fault } = error;
      log.warn({ fault, key: taken.row.key, attempts: taken.row.attempts }, 'slack: copies were not deleted');
      if (fault.act === 'give-up' && fault.code !== 'revoked') {
        const undeleted = undeletedBy(erasure, fault.why);
        await stubbornly(() => store.settle(taken, (state) => erased(state, id, { left: [], undeleted })));
        return GO_ON;
      }
      const limit = fault.act === 'retry' ? fault.afterMs : 0;
      const pauseMs = limit > 0 ? limit : backOffMs(taken.row.attempts);
      await stubbornly(() => store.postpone(taken, new Date(clock.now().getTime() + pauseMs), false));
      return { pauseMs };
    }
  };
}

function undeletedBy(erasure: Erasure, why: string): Undeleted {
  switch (erasure.what) {
    case 'message':
    case 'notes':
      return { at: erasure.at, user: null, why };
    case 'direct':
      return { at: null, user: erasure.user, why };
    case 'lines':
      return { at: erasure.card, user: null, why };
    case 'files':
      return { at: null, user: null, why };
  }
}
