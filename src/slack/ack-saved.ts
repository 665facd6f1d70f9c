import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';

/** Slack waits three seconds for an acknowledgement and then delivers again; half a second is left for the way. */
const ACK_AFTER_MS = 2.5 * SECOND_MS;

/**
 * Events are acknowledged after they were handled, not before as Bolt does it: a crash between the two would lose a
 * colleague's answer for good, where Slack would have delivered it again. Presses acknowledge themselves.
 */
export function acknowledgeSaved(app: App, { clock, log }: { readonly clock: Clock; readonly log: Logger }): void {
  const handle = app.processEvent.bind(app);
  app.processEvent = async (delivered) => {
    if (!('event' in delivered.body)) return handle(delivered);
    const work = handle({ ...delivered, ack: async () => {} });
    let cancel = () => {};
    const tooLong = new Promise<void>((resolve) => {
      cancel = clock.after(ACK_AFTER_MS, resolve);
    });
    await Promise.race([work, tooLong]).finally(() => cancel());
    // One that does not get through is delivered again, and known by its key.
    await delivered.ack().catch((error: unknown) => log.warn({ err: error }, 'slack: an event was not acknowledged'));
    await work;
  };
}
