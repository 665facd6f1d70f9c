import { HTTPReceiver } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';
import type { createSlackLogger } from './logger.ts';

interface RequestsConfig {
  readonly signingSecret: string;
  readonly port: number;
}

interface RequestsDeps {
  readonly clock: Clock;
  readonly logger: ReturnType<typeof createSlackLogger>;
}

/** A form with all its texts has some 100 kB; nobody but Slack has a reason to send more, and Slack does not. */
const BODY_BYTES = 1_048_576;

/** Slack sends a request at once; whoever dribbles one is not Slack, and holds no connection for long. */
const SERVER = {
  headersTimeout: 5 * SECOND_MS,
  requestTimeout: 10 * SECOND_MS,
  connectionsCheckingInterval: SECOND_MS,
  keepAliveTimeout: 5 * SECOND_MS,
  maxHeaderSize: 16_384,
} as const;
/** Slack opens a handful; more would be somebody who wants to use up all that the process may open. */
const CONNECTIONS = 500;
const CLOSING_MS = SECOND_MS;

/**
 * Requests that Slack signs, at `POST /slack/events`. Bolt refuses a wrong signature and one older than five minutes:
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function createRequests({ signingSecret, port }: RequestsConfig, { clock, logger }: RequestsDeps) {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    bodyLimit: BODY_BYTES,
    // Without the address: whoever sends it may write into it what they like.
    dispatchErrorHandler: ({ response }) => {
      logger.info('a request that is no POST to /slack/events was answered with 404');
      response.writeHead(404).end();
    },
  });
  let closeAll = () => {};

  const link = {
    /** @throws Error that names the port and why it can't be opened. */
    async start(): Promise<void> {
      try {
        const server = await receiver.start(port, SERVER);
        server.maxConnections = CONNECTIONS;
        closeAll = () => server.closeAllConnections();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`PORT ${port} can't be opened for Slack's requests: ${why}.`, { cause: error });
      }
    },
    /** A connection on which nothing comes does not hold up the stop. */
    async stop(): Promise<void> {
      const cancel = clock.after(CLOSING_MS, () => closeAll());
      await receiver.stop().finally(() => cancel());
    },
  };
  return { receiver, link };
}
