import { SlackError } from './errors.ts';
import { LIFETIMES } from './limits.ts';
import type { State } from './state.ts';

export interface Trigger {
  user: string;
  /** The modal in which the press happened, if any. */
  viewId: string | undefined;
}

/**
 * Triggers open one modal within three seconds. Their age is measured on the machine's own clock: a jump of the
 * practice clock does not make the network faster.
 */
export function createTriggers(state: State) {
  const issued = new Map<string, Trigger & { atMs: number; used: boolean }>();
  return {
    issue(user: string, viewId?: string): string {
      const id = `${issued.size + 1}.${state.team.id}.${state.newId('')}`;
      issued.set(id, { user, viewId, atMs: performance.now(), used: false });
      return id;
    },
    /** @throws SlackError `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`. */
    use(id: string): Trigger {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      const ageMs = Math.round(performance.now() - trigger.atMs);
      if (ageMs > LIFETIMES.triggerMs) throw new SlackError('expired_trigger_id', `the trigger is ${ageMs} ms old`);
      trigger.used = true;
      return trigger;
    },
  };
}

export type Triggers = ReturnType<typeof createTriggers>;
