import { waitingIn } from '../desk/channel-watch.ts';
import { KINDS, type Kind, type Status } from '../desk/mention.ts';
import type { Vitals } from '../desk/silence.ts';
import type { Queue, Store } from '../store/index.ts';

/** What stands in the house at one moment, as numbers. */
export interface Figures {
  readonly open: readonly { readonly kind: Kind; readonly status: Status; readonly count: number }[];
  /** Cards that wait, of all channels. */
  readonly backlog: readonly { readonly kind: Kind; readonly count: number }[];
  readonly backlogOldestMs: number;
  readonly queues: readonly Queue[];
  readonly vitals: Vitals;
}

const OPEN: readonly Status[] = ['open', 'claimed', 'escalated'];

/** Counts what is in the store; reads memory alone. */
export async function gatherFigures(store: Store, vitals: Vitals, now: Date): Promise<Figures> {
  const [open, uncarded, queues] = await Promise.all([
    store.list('mention', { open: true }),
    store.list('mention', { uncarded: true }),
    store.queues(),
  ]);
  const waiting = [...new Set(uncarded.map(({ channel }) => channel))].map((id) => waitingIn(id, uncarded, now));
  return {
    open: KINDS.flatMap((kind) =>
      OPEN.map((status) => {
        const count = open.filter((one) => one.kind === kind && one.status === status).length;
        return { kind, status, count };
      }),
    ),
    backlog: KINDS.map((kind) => ({ kind, count: waiting.reduce((sum, { counts }) => sum + counts[kind], 0) })),
    backlogOldestMs: waiting.reduce((oldest, { oldestMs }) => Math.max(oldest, oldestMs), 0),
    queues: merged(queues),
    vitals,
  };
}

/** The direct messages of all people are one line: their number has no bound, and who they are is nobody's business. */
function merged(queues: readonly Queue[]): readonly Queue[] {
  const all = new Map<string, Queue>();
  for (const queue of queues) {
    const destination = /^slack:post:[^CG]/.test(queue.destination) ? 'slack:direct' : queue.destination;
    const { waiting, parked } = all.get(destination) ?? { waiting: 0, parked: 0 };
    all.set(destination, { destination, waiting: waiting + queue.waiting, parked: parked + queue.parked });
  }
  return [...all.values()];
}
