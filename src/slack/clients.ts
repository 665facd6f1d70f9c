import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { createSlackLogger } from './logger.ts';

interface ClientsConfig {
  readonly botToken: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
  readonly log: Logger;
  /** Silence after which a call counts as ended; default 10 s. */
  readonly timeoutMs?: number;
}

export interface SlackClients {
  /** Answers to people: opening modals and the like; never waits behind posts. */
  readonly presses: WebClient;
  /** The dispatcher's. */
  readonly dispatch: WebClient;
}

const TIMEOUT_MS = 10_000;

/** No client repeats a call by itself: a post that was cut off may be there, and only the dispatcher looks. */
export function clientOptions(apiUrl: string, log: Logger, timeoutMs: number = TIMEOUT_MS): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: createSlackLogger(log, LogLevel.INFO),
  };
}

/** Two clients, because a 429 on any method pauses the whole queue of its client. */
export function createSlackClients({ botToken, apiUrl, log, timeoutMs }: ClientsConfig): SlackClients {
  return {
    presses: new WebClient(botToken, clientOptions(apiUrl, log.child({ client: 'presses' }), timeoutMs)),
    dispatch: new WebClient(botToken, clientOptions(apiUrl, log.child({ client: 'dispatch' }), timeoutMs)),
  };
}
