import type { Logger } from 'pino';
import { type Clock, wait } from '../clock.ts';
import { CallFault, type Fault } from '../desk/fault.ts';
import { MINUTE_MS, SECOND_MS } from '../desk/instant.ts';
import { toFault } from './fault.ts';

interface ReachDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** Nobody waits any more. */
  readonly isStopped: () => boolean;
}

/**
 * Asks Slack until it answers: a machine may be up before its network, and Slack may be away for an hour. What a person
 * must correct, such as a token, ends it.
 * @throws whatever was not passing, or the last error once stopped
 */
export async function untilReached<T>(ask: () => Promise<T>, { clock, log, isStopped }: ReachDeps): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const fault = faultOf(error);
      if (fault.act === 'give-up' || isStopped()) throw error;
      log.warn({ why: fault.why, attempt }, 'slack: can’t be reached yet, trying again');
      const limitMs = fault.act === 'retry' ? fault.afterMs : 0;
      await wait(clock, Math.max(limitMs, Math.min(2 ** Math.min(attempt, 6) * SECOND_MS, MINUTE_MS)));
    }
  }
}

function faultOf(error: unknown): Fault {
  return error instanceof CallFault ? error.fault : toFault(error, 'harmless');
}
