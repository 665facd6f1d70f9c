import { createFaults, type Faults } from '../faults.ts';
import { createDelivery } from './delivery.ts';
import { readerOf } from './describe.ts';
import { createEvents, type EventName } from './events.ts';
import { createHttpTransport } from './http-delivery.ts';
import { createHttpServer } from './http-server.ts';
import { createMessages } from './messages.ts';
import type { Context } from './method.ts';
import { createPayloads } from './payloads.ts';
import { createRates } from './rates.ts';
import { createResponseUrls } from './response-urls.ts';
import { createSockets } from './socket.ts';
import { ALL_SCOPES, createState } from './state.ts';
import { createTriggers } from './triggers.ts';
import type { Clock } from './types.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

export type { Person } from './person.ts';
export { type Names, type Reader, renderMessage, renderView } from './render-text.ts';
export type { Change, Channel, Ephemeral, Message, Rejection, User, UserGroup, View } from './types.ts';
export type { Workspace } from './workspace.ts';

export interface PracticeSlackOptions {
  clock: Clock;
  /** Default: any free one. */
  port?: number;
  /** One line for each refused call. */
  log?: (line: string) => void;
  /** The app's scopes; default: all that this Slack knows. */
  scopes?: readonly string[];
  /** Types of blocks that this Slack does not know yet, such as `data_visualization`; default: none. */
  unknownBlocks?: readonly string[];
  /** The events that the app subscribes to. */
  events?: readonly EventName[];
  /** The app's slash commands as in its manifest; without them any is accepted, and escaped. */
  commands?: readonly { command: string; should_escape?: boolean }[];
  /** Where to deliver instead of Socket Mode, and the secret that signs it. */
  http?: { requestUrl: string; signingSecret: string };
  faults?: Faults;
  /** Keeps every call for later checks; default true. */
  keepRequests?: boolean;
  random?: () => number;
}

const DEFAULT_EVENTS: readonly EventName[] = [
  ...(['message.channels', 'message.groups', 'message.im'] as const),
  ...(['app_home_opened', 'member_joined_channel'] as const),
];

/** A small Slack on localhost, its state in memory: the Web API, Socket Mode, and the people of one workspace. */
export function createPracticeSlack(options: PracticeSlackOptions) {
  const { clock, random = Math.random, log } = options;
  const faults = options.faults ?? createFaults();
  const state = createState({
    clock,
    random,
    scopes: options.scopes ?? ALL_SCOPES,
    unknownBlocks: options.unknownBlocks ?? [],
  });
  let listeningOn: number | undefined;

  function origin(): string {
    if (listeningOn === undefined) throw new Error('the practice Slack has no address before start()');
    return `http://127.0.0.1:${listeningOn}`;
  }

  const sockets = createSockets(state, random);
  const context: Context = {
    state,
    origin,
    messages: createMessages(state),
    views: createViews(state),
    triggers: createTriggers(state),
    responseUrls: createResponseUrls(state, origin),
    socketUrl: () => sockets.url(origin()),
  };
  const webApi = createWebApi({ context, rates: createRates(clock), keepRequests: options.keepRequests ?? true });
  const http = createHttpServer({ context, webApi, faults });
  const transport = options.http ? createHttpTransport(options.http) : sockets.transport;
  const delivery = createDelivery({ state, faults, transport });
  const events = createEvents({ state, delivery, subscribed: new Set(options.events ?? DEFAULT_EVENTS) });
  const commands = options.commands?.map(
    ({ command, should_escape }) => [command, { shouldEscape: should_escape ?? false }] as const,
  );
  const workspace = createWorkspace({
    context,
    delivery,
    events,
    payloads: createPayloads(context),
    commands: commands && new Map(commands),
  });

  sockets.attach(http.server);
  state.onChange((change) => {
    if (change.kind !== 'rejected') return;
    log?.(`slack refused ${change.rejection.method}: ${change.rejection.error} ${change.rejection.detail}`);
  });

  return {
    workspace,
    faults,
    botToken: state.tokens.bot,
    appToken: state.tokens.app,
    /** The value for SLACK_API_URL. @throws Error before `start`. */
    get url(): string {
      return `${origin()}/api/`;
    },
    async start(): Promise<void> {
      listeningOn = await http.listen(options.port ?? 0);
    },
    async stop(): Promise<void> {
      await Promise.all([delivery.stop(), sockets.transport.stop()]);
      await http.close();
    },
    /** Names and a time zone, for `renderMessage` and `renderView`. */
    reader: (timeZone?: string) => readerOf(state, timeZone),
    sockets: {
      count: sockets.count,
      /** Says `disconnect` first, as Slack does when it recycles connections. */
      disconnect: sockets.disconnect,
      /** Cuts them without a word. */
      cut: sockets.cut,
    },
    /** Takes a token away, as an uninstall does; the app's sockets end with the app token. */
    revoke(which: 'bot' | 'app'): void {
      state.tokens.revoked.add(state.tokens[which]);
      if (which === 'app') sockets.disconnect('link_disabled');
    },
    restore(which: 'bot' | 'app'): void {
      state.tokens.revoked.delete(state.tokens[which]);
    },
    /** Takes a scope away or gives it back. */
    setScopes(scopes: readonly string[]): void {
      state.scopes.clear();
      for (const scope of scopes) state.scopes.add(scope);
    },
  };
}

export type PracticeSlack = ReturnType<typeof createPracticeSlack>;
