import type { LogLevel, WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';

type SlackLogger = NonNullable<WebClientOptions['logger']>;

/** What Slack's packages say, as far as it can be repeated whole: none of it comes from outside. */
const WHOLE = [
  'a request that is no POST to /slack/events',
  'Failed to parse and verify the request data: Failed to verify authenticity',
  'Request body exceeded the maximum allowed size',
  'An incoming event was not acknowledged',
  'An unhandled error occurred after ack()',
  'Authorization of incoming event did not succeed',
  'Could not determine the type of an incoming event',
  'ack() has already been called',
  'API Call failed due to rate limiting',
  'Going to establish',
  'Now connected to Slack',
  "A ping wasn't received",
  "A pong wasn't received",
  'Peer did not complete',
  'Failed to send a message as the client',
];

/** The same, with something behind it that is not repeated: an error's words, or part of a body. */
const BEGINNINGS = [
  'Failed to parse and verify the request data',
  'Malformed request body',
  'An unhandled error occurred while Bolt processed',
  'An unexpected error occurred during a request',
  'http request failed',
  'WebSocket error',
  'Failed to retrieve a new WSS URL',
  'Failed to send a WebSocket message',
  'Failed to send ping to Slack',
];

/**
 * Slack's packages log through ours, at info and above: at debug they write whole request bodies, with customers' words
 * and addresses that answer in our name. Of the rest only what is known to hold no such thing is repeated: the Web client
 * logs Slack's reasons for a refusal, which may quote a message; ours name the place alone (fault.ts).
 */
export function createSlackLogger(log: Logger, info: LogLevel): SlackLogger {
  return {
    debug() {},
    info: (...parts: unknown[]) => repeat(parts, (text) => log.info(text)),
    warn: (...parts: unknown[]) => repeat(parts, (text) => log.warn(text)),
    error: (...parts: unknown[]) => repeat(parts, (text) => log.error(text)),
    setLevel() {},
    getLevel: () => info,
    setName() {},
  };
}

function repeat([said]: readonly unknown[], write: (text: string) => void): void {
  if (typeof said !== 'string') return;
  const known = WHOLE.some((one) => said.startsWith(one)) ? said : BEGINNINGS.find((one) => said.startsWith(one));
  if (known !== undefined) write(`slack: ${known.slice(0, 300)}`);
}
