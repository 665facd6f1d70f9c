import type { Clock } from '../clock.ts';
import { CallFault } from '../desk/fault.ts';
import { MINUTE_MS } from '../desk/instant.ts';
import { causeOf, refusalOf, refusedReads, tookReads } from '../desk/network-refusal.ts';
import { channelRef } from '../desk/ref.ts';
import type { Store } from '../store/index.ts';

interface RefusalsDeps {
  /** The network's name. */
  readonly network: string;
  readonly store: Store;
  /** The team's own channel. */
  readonly channel: string;
  readonly clock: Clock;
  /** Between two reads that go well. */
  readonly pollMs: number;
}

/** Tells the team that the network refuses to be read, and that it does no longer. */
export interface Refusals {
  /** A read failed. @returns milliseconds until it is to be tried again where it was refused; null otherwise */
  failed(error: unknown): Promise<number | null>;
  /** A read went well. */
  over(): Promise<void>;
}

/** Nobody buys credits within minutes, and each refused call may cost. */
const WITHOUT_CREDITS_MS = 60 * MINUTE_MS;
/** A password that was changed does not mend itself within a minute. */
const REFUSED_FACTOR = 5;
/** What X gives no known reason for may be its own mistake: the second time in a row it is told. */
const VAGUE_TIMES = 2;

/** What is told is kept in the channel: a restart, which a new token needs, neither repeats nor forgets it. */
export function createRefusals({ network, store, channel, clock, pollMs }: RefusalsDeps): Refusals {
  const ref = channelRef(channel);
  let inARow = 0;

  return {
    async failed(error) {
      if (!(error instanceof CallFault) || error.fault.act !== 'give-up') return null;
      const { code, why } = error.fault;
      const cause = causeOf(code);
      inARow += 1;
      if (cause !== 'refused' || inARow >= VAGUE_TIMES) {
        await store.change(ref, (state) => refusedReads(state, network, { cause, why }, clock.now()));
      }
      return cause === 'out-of-credits' ? Math.max(WITHOUT_CREDITS_MS, pollMs) : pollMs * REFUSED_FACTOR;
    },
    async over() {
      inARow = 0;
      const state = await store.read(ref);
      if (state === undefined || refusalOf(state, network) === undefined) return;
      await store.change(ref, (latest) => tookReads(latest, network, clock.now()));
    },
  };
}
