import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Clock, wait } from '../clock.ts';
import { MINUTE_MS, SECOND_MS } from '../desk/instant.ts';
import { toFault } from './fault.ts';

interface SocketDeps {
  /** Of a receiver that does not reconnect by itself. */
  readonly client: SocketModeReceiver['client'];
  readonly clock: Clock;
  readonly log: Logger;
  /** The app can't go on: its app token is not accepted any more. */
  readonly onFatal: (why: string) => void;
  /** The connection is there, or was lost. */
  readonly onLink: (isUp: boolean) => void;
}

export interface Socket {
  /** @throws Error that names the variable to correct. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps the socket to Slack open. Socket Mode's own reconnecting rejects where nobody listens when the token was revoked
 * meanwhile, and gives up for good after other errors.
 */
export function createSocket({ client, clock, log, onFatal, onLink }: SocketDeps): Socket {
  let state: 'closed' | 'connecting' | 'open' | 'stopped' = 'closed';

  async function connect(): Promise<void> {
    state = 'connecting';
    await client.start();
    // Stopped while it was connecting.
    if (isStopped()) return client.disconnect();
    state = 'open';
    onLink(true);
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !isStopped(); attempt += 1) {
      try {
        await connect();
        log.info('slack: connected again');
        return;
      } catch (error) {
        const why = explain(error);
        if (isRevoked(error)) {
          state = 'stopped';
          onFatal(why);
          return;
        }
        log.warn({ why, attempt }, 'slack: the connection is lost, trying again');
        await wait(clock, Math.min(2 ** Math.min(attempt, 6) * SECOND_MS, MINUTE_MS));
      }
    }
  }

  function isStopped(): boolean {
    return state === 'stopped';
  }

  client.on('disconnected', () => {
    if (state !== 'open') return;
    state = 'closed';
    onLink(false);
    void reconnect();
  });

  return {
    async start() {
      try {
        await connect();
      } catch (error) {
        state = 'closed';
        throw new Error(explain(error), { cause: error });
      }
    },
    async stop() {
      const wasOpen = state === 'open';
      state = 'stopped';
      if (wasOpen) await client.disconnect();
    },
  };
}

const REVOKED = 'SLACK_APP_TOKEN is not accepted';

function isRevoked(error: unknown): boolean {
  return explain(error).startsWith(REVOKED);
}

function explain(error: unknown): string {
  const fault = toFault(error, 'harmless');
  if (fault.act === 'give-up' && (fault.code === 'revoked' || /not_allowed_token_type|missing_scope/.test(fault.why))) {
    return `${REVOKED} (${fault.why}): make an app-level token with the scope connections:write.`;
  }
  return `Slack's socket can't be opened: ${fault.why}. Check the network, and that Socket Mode is on for the app.`;
}
