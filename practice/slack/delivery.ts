import { delayOf, type Faults } from '../faults.ts';
import { LIFETIMES } from './limits.ts';
import type { State } from './state.ts';

/** What the app is told: a press or form, a slash command, or an event. */
export interface Envelope {
  type: 'interactive' | 'slash_commands' | 'events_api';
  payload: Record<string, unknown>;
  acceptsResponse: boolean;
}

/** The app's acknowledgement, with what it sent along. */
export interface Ack {
  payload: unknown;
}

export interface Delivered {
  acked: boolean;
  payload: unknown;
}

/** Brings one envelope to the app; undefined when no acknowledgement came within three seconds. */
export interface Transport {
  send: (envelope: Envelope, attempt: number) => Promise<Ack | undefined>;
  /** Whether somebody is there to listen right now. */
  connected: () => boolean;
  stop: () => Promise<void>;
}

/**
 * Delivers envelopes and repeats what is not acknowledged, up to three times. The person who pressed learns after the
 * first three seconds that the app did not answer; the repeats go on behind that.
 * Faults are named `deliver:interactive`, `deliver:slash_commands` and `deliver:events_api`.
 */
export function createDelivery(deps: { state: State; faults: Faults; transport: Transport }) {
  const { state, faults, transport } = deps;
  let stopped = false;
  let held: (() => void)[] = [];

  function delivered({ type, payload }: Envelope, acked: boolean): void {
    state.changed({ kind: 'delivered', type, payload, acked });
  }

  async function redeliver(envelope: Envelope) {
    for (let attempt = 1; attempt <= LIFETIMES.redeliveries && !stopped; attempt++) {
      const ack = await transport.send(envelope, attempt);
      delivered(envelope, ack !== undefined);
      if (ack) return;
    }
  }

  function release() {
    const waiting = held;
    held = [];
    for (const go of waiting) go();
  }

  async function applyFault(envelope: Envelope): Promise<'send' | 'drop'> {
    const fault = faults.take(`deliver:${envelope.type}`);
    if (fault?.kind === 'again') {
      void fault.until?.().then(() => (stopped ? undefined : transport.send(envelope, 1)));
      return 'send';
    }
    await delayOf(fault);
    switch (fault?.kind) {
      case 'hold':
        await new Promise<void>((resolve) => held.push(resolve));
        return 'send';
      case 'duplicate':
        void transport.send(envelope, 0);
        return 'send';
      case 'drop':
      case 'cut-before':
        return 'drop';
      default:
        return 'send';
    }
  }

  return {
    async deliver(envelope: Envelope): Promise<Delivered> {
      const fate = await applyFault(envelope);
      const answer = fate === 'drop' ? Promise.resolve(undefined) : transport.send(envelope, 0);
      if (fate === 'send') setImmediate(release);
      const ack = await answer;
      if (!ack && !stopped) void redeliver(envelope);
      delivered(envelope, ack !== undefined);
      return { acked: ack !== undefined, payload: ack?.payload };
    },
    connected: transport.connected,
    async stop(): Promise<void> {
      stopped = true;
      release();
      await transport.stop();
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
