import type { Clock } from '../clock.ts';
import type { Instant } from '../desk/instant.ts';
import { isUnread, type NetworkVitals, type Vitals } from '../desk/silence.ts';
import { type Observer, UNOBSERVED } from '../observer.ts';

interface VitalsDeps {
  /** What is read, and how often. */
  readonly networks: readonly { readonly network: string; readonly everyMs: number }[];
  readonly clock: Clock;
}

/** Measures what the app hears; nothing of it is kept over a restart. */
export interface VitalsMonitor extends Observer {
  read(): Vitals;
  /** The machine slept, or its clock jumped: what was not heard meanwhile does not count as silence. */
  slept(): void;
}

interface Heard extends Omit<NetworkVitals, 'network' | 'everyMs' | 'silentMs'> {
  readonly atMs: number;
}

/** @returns an observer that knows how long ago each network, and Slack's socket, was last heard */
export function createVitals({ networks, clock }: VitalsDeps): VitalsMonitor {
  const start: Heard = { ...instantNow(), heardAt: null, failed: 0, why: null, isToldApart: false, isCut: false };
  const heard = new Map(networks.map(({ network }) => [network, start]));
  let socket: { readonly isUp: boolean; readonly atMs: number; readonly since: Instant } | null = null;
  let awakeSinceMs = clock.monotonicMs();

  function instantNow() {
    return { atMs: clock.monotonicMs(), since: clock.now().toISOString() };
  }

  function forMs(atMs: number): number {
    return clock.monotonicMs() - Math.max(atMs, awakeSinceMs);
  }

  function vitalsOf(network: string): NetworkVitals {
    const { atMs, ...rest } = heard.get(network) ?? start;
    const everyMs = networks.find((one) => one.network === network)?.everyMs ?? 0;
    return { network, everyMs, silentMs: forMs(atMs), ...rest };
  }

  return {
    ...UNOBSERVED,
    mentionsRead(network, isCut) {
      const before = vitalsOf(network);
      const now = instantNow();
      // Which reading ended a silence stays known until the next failure: the watch may look later than the one after it.
      const isAgain = before.heardAt === null || before.failed > 0 || isUnread(before);
      const again = isAgain ? { heardAt: now.since, isCut } : { heardAt: before.heardAt, isCut: before.isCut };
      heard.set(network, { ...now, ...again, failed: 0, why: null, isToldApart: false });
    },
    mentionsUnread(network, why, isToldApart) {
      const before = heard.get(network) ?? start;
      heard.set(network, { ...before, failed: before.failed + 1, why, isToldApart });
    },
    linked(isUp) {
      if (socket?.isUp !== isUp) socket = { isUp, ...instantNow() };
    },
    read() {
      const link = socket === null ? null : { isUp: socket.isUp, since: socket.since, forMs: forMs(socket.atMs) };
      return { networks: networks.map(({ network }) => vitalsOf(network)), socket: link };
    },
    slept() {
      awakeSinceMs = clock.monotonicMs();
    },
  };
}
