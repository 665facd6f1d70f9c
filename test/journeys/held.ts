import type { FaultKind, Faults } from '../../practice/faults.ts';

export interface Held {
  /** Whether the call has come in. */
  readonly isHit: () => boolean;
  /** Lets it go on, to the end that the fault gives it. */
  readonly release: () => void;
}

/** Holds the next call of this name at the server, before its effect; `kind` is how it ends. */
export function hold(faults: Faults, when: string, kind: FaultKind = 'delay'): Held {
  let isHit = false;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const until = () => {
    isHit = true;
    return released;
  };
  faults.add({ when, kind, times: 1, until });
  return { isHit: () => isHit, release: () => release() };
}
