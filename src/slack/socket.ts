import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { type Clock, wait } from '../clock.ts';
import { MINUTE_MS, SECOND_MS } from '../desk/instant.ts';
import { toFault } from './fault.ts';
import { createLine, type Goodbye, type Line } from './line.ts';
import { untilReached } from './reach.ts';

interface SocketDeps {
  /** Of a new receiver that does not reconnect by itself and is connected to the app. */
  readonly newClient: () => SocketModeReceiver['client'];
  readonly clock: Clock;
  readonly log: Logger;
  /** The app can't go on: its app token is not accepted any more. */
  readonly onFatal: (why: string) => void;
  /** The connection is there, or was lost. */
  readonly onLink: (isUp: boolean) => void;
}

export interface Socket {
  /** Tries until Slack can be reached. @throws Error that names the variable to correct. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps a socket to Slack open; when Slack recycles it, the next one is open before it is closed. Socket Mode's own
 * reconnecting rejects where nobody listens when the token was revoked meanwhile, gives up for good after other errors,
 * and hangs up before what came in was acknowledged.
 */
export function createSocket({ newClient, clock, log, onFatal, onLink }: SocketDeps): Socket {
  let current: Line | null = null;
  let isStopped = false;
  let connecting: Promise<void> | null = null;
  /** Those that still have something to acknowledge, and the current one. */
  const lines = new Set<Line>();

  async function connect(): Promise<void> {
    const line = createLine({ client: newClient(), clock, onGoodbye, onLost });
    await line.open();
    lines.add(line);
    current = line;
    // Stopped while it was connecting.
    if (isStopped) return line.close();
    onLink(true);
  }

  /** One way to a new line at a time, whoever asks for it. */
  function connectAnew(): Promise<void> {
    connecting ??= tryUntilOpen().finally(() => {
      connecting = null;
    });
    return connecting;
  }

  async function tryUntilOpen(): Promise<void> {
    for (let attempt = 0; !isStopped; attempt += 1) {
      try {
        await connect();
        log.info('slack: connected again');
        return;
      } catch (error) {
        const why = explain(error);
        if (isRevoked(error)) {
          isStopped = true;
          onFatal(why);
          return;
        }
        log.warn({ why, attempt }, 'slack: the connection is lost, trying again');
        await wait(clock, Math.min(2 ** Math.min(attempt, 6) * SECOND_MS, MINUTE_MS));
      }
    }
  }

  function onLost(line: Line): void {
    lines.delete(line);
    if (line !== current || isStopped) return;
    current = null;
    onLink(false);
    void connectAnew();
  }

  function onGoodbye(line: Line, why: Goodbye): void {
    log.info({ why }, 'slack: asks for another connection');
    // Of a link that was switched off nothing is left to wait for; the next try says why.
    void (why === 'link_disabled' ? hangUp(line) : replace(line));
  }

  async function hangUp(line: Line): Promise<void> {
    await line.close();
    onLost(line);
  }

  async function replace(line: Line): Promise<void> {
    if (line === current) await connectAnew();
    lines.delete(line);
    await line.leave();
  }

  return {
    async start() {
      try {
        await untilReached(connect, { clock, log, isStopped: () => isStopped });
      } catch (error) {
        throw new Error(explain(error), { cause: error });
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all([...lines].map((line) => line.close()));
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
