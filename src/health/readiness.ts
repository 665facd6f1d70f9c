import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';
import { isUnread, type Vitals } from '../desk/silence.ts';
import { type Store, tryToSave } from '../store/index.ts';

/** A part that does not do its work, and why; no secret, no address and nobody's words. */
export interface Unready {
  readonly part: string;
  readonly why: string;
}

/** What Earshot needs at this moment to do its work; empty when all is well. */
export function unready(vitals: Vitals, storeFault: string | null): readonly Unready[] {
  const { networks, socket } = vitals;
  const all: Unready[] = [];
  if (socket !== null && !socket.isUp) {
    all.push({ part: 'slack', why: `the socket is down for ${seconds(socket.forMs)}` });
  }
  if (storeFault !== null) all.push({ part: 'store', why: `it can’t be saved to: ${storeFault}` });
  for (const one of networks) {
    if (one.heardAt === null) all.push({ part: one.network, why: 'the mentions were not read yet' });
    else if (isUnread(one)) {
      all.push({ part: one.network, why: `the mentions were last read ${seconds(one.silentMs)} ago` });
    }
  }
  return all;
}

const CHECK_EVERY_MS = 10 * SECOND_MS;

/**
 * Whether the store can be written to; tried at most every ten seconds, however often it is asked.
 * @returns the fault's code, or null
 */
export function createStoreCheck(store: Pick<Store, 'saveCursor'>, clock: Clock): () => Promise<string | null> {
  let last: { readonly atMs: number; readonly fault: Promise<string | null> } | null = null;

  return () => {
    const nowMs = clock.monotonicMs();
    if (last === null || nowMs - last.atMs >= CHECK_EVERY_MS)
      last = { atMs: nowMs, fault: tryToSave(store, clock.now()) };
    return last.fault;
  };
}

function seconds(ms: number): string {
  return `${Math.round(ms / SECOND_MS)} s`;
}
