import { wait } from '../src/clock.ts';
import { SECOND_MS } from '../src/desk/instant.ts';
import { attempt, type Outcome } from './attempt.ts';
import type { Handler, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

const AGAIN_MS = 2 * SECOND_MS;

/** What somebody wrote could not be saved before the app stopped: Slack is not to think that we have it. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/**
 * Handles an event, again and again while the disk does not take it: nobody can press what they wrote a second time, and
 * Slack gives up after three deliveries. Its writer hears once that it is kept in mind. Ends unsaved only with the store.
 */
export async function untilSaved(handler: Handler, press: SlackPress, tools: Tools): Promise<Outcome> {
  let outcome = await attempt(handler, press, tools);
  if (outcome.again) await tools.answer(press, tools.context().words.fault.keptInMind);
  while (outcome.again) {
    await wait(tools.clock, AGAIN_MS);
    outcome = await attempt(handler, press, tools);
  }
  return outcome;
}
