import type { Effect } from '../desk/effect.ts';
import { destinationOf, UPDATES } from '../desk/facets.ts';
import type { Fault } from '../desk/fault.ts';
import { MINUTE_MS, SECOND_MS } from '../desk/instant.ts';
import type { TakenEffect } from '../store/index.ts';
import { shutOutCause } from './shut.ts';

/** How long a channel is left alone while we are shut out of it. */
const SHUT_OUT_MS = MINUTE_MS;

/** How long until the next try: as long as the other side asks, else longer each time. */
export function pauseOf(fault: Fault, attempts: number): number {
  const limit = fault.act === 'retry' ? fault.afterMs : fault.act === 'give-up' ? SHUT_OUT_MS : 0;
  return limit > 0 ? limit : backOffMs(attempts);
}

/** 1, 2, 4 … up to 60 seconds. */
export function backOffMs(attempts: number): number {
  return Math.min(2 ** Math.min(attempts, 6) * SECOND_MS, MINUTE_MS);
}

/** A channel comes back when somebody mends what shut us out; a revoked token ends the app with all kept. */
export function isWorthWaiting({ row }: TakenEffect, fault: Fault): boolean {
  if (fault.act === 'give-up' && fault.code === 'revoked') return true;
  const isForOne = row.effect.type === 'send-notice' || (row.effect.type === 'post-report' && row.effect.to !== null);
  return shutOutCause(fault) !== null && row.effect.type !== 'post-escalation' && !isForOne;
}

export function isAboutShut(effect: Effect): boolean {
  return effect.type === 'send-notice' && (effect.notice.type === 'shut-out' || effect.notice.type === 'let-in');
}

/** Updates of all channels go one way: where the bot was removed from one, the others go on. */
export function isAlone({ state, row }: TakenEffect, fault: Fault): boolean {
  return fault.act === 'unclear' || (shutOutCause(fault) !== null && destinationOf(state, row.effect) === UPDATES);
}
