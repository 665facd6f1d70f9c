import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../desk/instant.ts';
import { acknowledgeSaved } from './ack-saved.ts';
import { clientOptions } from './clients.ts';
import { createSlackLogger } from './logger.ts';
import { untilReached } from './reach.ts';
import { createRequests } from './requests.ts';
import { createSocket } from './socket.ts';

/** A socket that we open, or requests that Slack signs and sends to our port. */
export type Connection =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

interface BoltConfig {
  readonly botToken: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
  readonly connection: Connection;
}

interface BoltDeps {
  readonly config: BoltConfig;
  readonly clock: Clock;
  readonly log: Logger;
  /** The app can't go on: a token is not accepted any more. */
  readonly onFatal: (why: string) => void;
  /** Slack's socket is there, or was lost; never called where Slack sends requests. */
  readonly onLink?: (isUp: boolean) => void;
}

export interface Bolt {
  /** For `registerHandlers`, before `start`. */
  readonly app: App;
  /** @throws Error that says what to correct: a token, the port, the network. */
  start(): Promise<void>;
  /** Takes no new press, lets those under way end (7 seconds at most), then closes the connection. */
  stop(): Promise<void>;
}

/** Shorter than the app's own patience (src/app.ts), so that the connection is closed in order. */
const DRAIN_MS = 7 * SECOND_MS;

/** Slack's side of the app: what people press reaches it here. */
export function createBolt({ config, clock, log, onFatal, onLink = () => {} }: BoltDeps): Bolt {
  const logger = createSlackLogger(log, LogLevel.INFO);
  const { receiver, link, connect } = linkOf(config, logger, { clock, log, onFatal, onLink });
  const app = new App({
    token: config.botToken,
    receiver,
    logger,
    logLevel: LogLevel.INFO,
    // Never `headers` here: Socket Mode would then open its connection with the bot's token.
    clientOptions: clientOptions(config.apiUrl, log),
    convoStore: false,
    deferInitialization: true,
  });
  connect(app);
  acknowledgeSaved(app, { log });
  const running = new Set<Promise<void>>();
  let isStarted = false;
  let isStopping = false;
  let stopped: Promise<void> | null = null;

  app.use(async ({ next, body }) => {
    // An event would be acknowledged unhandled; a press left alone is delivered again.
    if (isStopping && !('event' in body)) return;
    const work = next();
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  });

  async function drain(): Promise<void> {
    if (running.size === 0) return;
    let cancel = () => {};
    const patience = new Promise<void>((resolve) => {
      cancel = clock.after(DRAIN_MS, resolve);
    });
    await Promise.race([Promise.allSettled(running), patience]);
    cancel();
    if (running.size > 0) log.warn({ presses: running.size }, 'slack: stopped before some presses were handled');
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await drain();
    if (isStarted) await link.stop();
  }

  return {
    app,
    async start() {
      await untilReached(() => app.init(), { clock, log, isStopped: () => isStopping });
      // A socket is sought for as long as it takes; a port is open at once or not at all.
      isStarted = config.connection.mode === 'socket';
      await link.start();
      isStarted = true;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

type LinkDeps = Required<Pick<BoltDeps, 'clock' | 'log' | 'onFatal' | 'onLink'>>;

function linkOf({ connection, apiUrl }: BoltConfig, logger: ReturnType<typeof createSlackLogger>, deps: LinkDeps) {
  if (connection.mode === 'socket') {
    const newReceiver = () =>
      new SocketModeReceiver({
        appToken: connection.appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: clientOptions(apiUrl, deps.log) },
      });
    let app: App | null = null;
    /** Each connection has a receiver of its own, so that one can be open while another one ends. */
    const newClient = () => {
      const receiver = newReceiver();
      if (app !== null) receiver.init(app);
      return receiver.client;
    };
    // The one that Bolt asks for is never started.
    const connect = (to: App) => {
      app = to;
    };
    return { receiver: newReceiver(), link: createSocket({ newClient, ...deps }), connect };
  }
  return { ...createRequests(connection, { clock: deps.clock, logger }), connect: () => {} };
}
