import type { App } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Events are acknowledged after they were handled, not before as Bolt does it, and however long that takes: a crash
 * between the two would lose a colleague's answer for good, where Slack would have delivered it again. After three seconds
 * Slack does so in any case; that delivery joins the work under way. Presses acknowledge themselves.
 */
export function acknowledgeSaved(app: App, { log }: { readonly log: Logger }): void {
  const handle = app.processEvent.bind(app);
  app.processEvent = async (delivered) => {
    if (!('event' in delivered.body)) return handle(delivered);
    try {
      await handle({ ...delivered, ack: async () => {} });
    } catch (error) {
      log.warn(
        { err: error },
        'slack: an event could not be saved and is not acknowledged; it will be delivered again',
      );
      return;
    }
    // One that does not get through, or comes too late, is delivered again, and known by its key.
    await delivered.ack().catch((error: unknown) => log.warn({ err: error }, 'slack: an event was not acknowledged'));
  };
}
