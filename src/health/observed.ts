import type { Clock } from '../clock.ts';
import { CallFault } from '../desk/fault.ts';
import type { Network } from '../networks/index.ts';
import type { Observer, PublishEnd } from '../observer.ts';
import { type Store, StoreFault, type StoreFaultCode } from '../store/index.ts';

/** Faults that say nothing about the disk. */
const NOT_THE_DISK: readonly StoreFaultCode[] = ['unknown-aggregate', 'lookup-taken', 'closed'];

/** The store, with an observer that hears how long each change took until it was on disk, waiting included. */
export function observedStore(store: Store, observer: Observer, clock: Pick<Clock, 'monotonicMs'>): Store {
  async function timed<R>(write: () => Promise<R>): Promise<R> {
    const startMs = clock.monotonicMs();
    try {
      const result = await write();
      if (!isRefusal(result)) observer.saved(clock.monotonicMs() - startMs, true);
      return result;
    } catch (error) {
      const isDisk = error instanceof StoreFault && !NOT_THE_DISK.includes(error.code);
      if (isDisk) observer.saved(clock.monotonicMs() - startMs, false);
      throw error;
    }
  }
  return {
    ...store,
    create: (type, id, decide) => timed(() => store.create(type, id, decide)),
    change: (ref, decide) => timed(() => store.change(ref, decide)),
    settle: (taken, decide) => timed(() => store.settle(taken, decide)),
    postpone: (taken, retryAt, unclear) => timed(() => store.postpone(taken, retryAt, unclear)),
    park: (taken, reason, decide) => timed(() => store.park(taken, reason, decide)),
    saveCursor: (name, value) => timed(() => store.saveCursor(name, value)),
  };
}

/** The network, with an observer that hears what became of each text of ours. */
export function observedNetwork(network: Network, observer: Observer): Network {
  return {
    ...network,
    async publish(text, inReplyTo, media) {
      try {
        const post = await network.publish(text, inReplyTo, media);
        observer.published(network.name, 'published');
        return post;
      } catch (error) {
        observer.published(network.name, endOf(error));
        throw error;
      }
    },
  };
}

function endOf(error: unknown): PublishEnd {
  if (!(error instanceof CallFault)) return 'unclear';
  return error.fault.act === 'give-up' ? 'refused' : error.fault.act;
}

/** A "no" writes nothing. */
function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'refused' in result;
}
