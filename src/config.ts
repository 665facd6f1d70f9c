import { z } from 'zod';
import { blankIsMissing, hostOrDefault, number, numberOrNever, port, text, url } from './config-fields.ts';

/** Where Slack's Web API is; another address is somebody's own Slack, such as the practice workspace. */
export const SLACK_API_URL = 'https://slack.com/api/';
export const X_API_URL = 'https://api.x.com';

/** How Slack reaches us: a socket that we open, or requests that Slack signs. */
export type SlackConnection =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };

/** An address of this machine. */
export interface AdminAddress {
  readonly host: string;
  readonly port: number;
}

/** The process's own configuration; the team's rules are the settings (desk/settings.ts). */
export interface Config {
  readonly slack: {
    readonly botToken: string;
    readonly connection: SlackConnection;
    readonly channel: string;
    /** Ends with a slash. */
    readonly apiUrl: string;
    /** What the commands begin with, such as `es-`; none where other apps leave us the plain names. */
    readonly commandPrefix?: string;
  };
  readonly x: {
    readonly apiKey: string;
    readonly apiSecret: string;
    readonly accessToken: string;
    readonly accessSecret: string;
    readonly apiUrl: string;
    readonly pollMs: number;
    readonly backfillMs: number;
    /** What a UTC day may cost before searches pause; none unless given. */
    readonly dailyCapUsd?: number;
    /** Between two reads of our own posts; 0: never. */
    readonly ownMs: number;
    /** The words of posts that do not name our account, as X's query; null: no search. */
    readonly search: string | null;
    readonly searchMs: number;
    /** Between two looks whether the posts of open mentions are still there; 0: never. */
    readonly recheckMs: number;
  };
  readonly storeUrl: string;
  /** Where health and metrics are served; nowhere unless given. */
  readonly admin?: AdminAddress;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

const X_KEYS = 'see README, "Connect an X account"';

const CAP = 'dollars that a day of X may cost before searches pause, such as 5';

const environment = z.object({
  SLACK_BOT_TOKEN: text('the bot token of your Slack app, from "OAuth & Permissions"')
    // https://docs.slack.dev/authentication/using-token-rotation
    .refine((token) => !token.startsWith('xoxe.'), {
      error: 'ends within hours (xoxe.): make the app from manifest.yml, without token rotation, and copy its token',
      abort: true,
    })
    .startsWith('xoxb-', 'must begin with xoxb-: copy the "Bot User OAuth Token"'),
  SLACK_APP_TOKEN: z.preprocess(
    blankIsMissing,
    z
      .string()
      .trim()
      .startsWith('xapp-', 'must begin with xapp-: an app-level token with the scope connections:write')
      .optional(),
  ),
  SLACK_SIGNING_SECRET: z.preprocess(blankIsMissing, z.string().trim().optional()),
  PORT: port('the port for Slack’s requests, such as 3000'),
  ADMIN_PORT: port('the port for health and metrics, such as 9464'),
  ADMIN_HOST: hostOrDefault('127.0.0.1', 'the address that ADMIN_PORT is opened on'),
  SLACK_CHANNEL: text('the id of the channel for the cards (channel details, at the bottom)').regex(
    /^[CG][A-Z0-9]+$/,
    'must be a channel id such as C012AB3CD, not a name: channel details, at the bottom',
  ),
  SLACK_COMMAND_PREFIX: z.preprocess(
    blankIsMissing,
    z
      .string()
      .trim()
      .regex(/^[a-z0-9_-]*[a-z0-9][a-z0-9_-]*-$/, 'must be the prefix of your manifest’s commands, such as es-')
      .optional(),
  ),
  SLACK_API_URL: url(SLACK_API_URL),
  X_API_KEY: text(X_KEYS),
  X_API_SECRET: text(X_KEYS),
  X_ACCESS_TOKEN: text(X_KEYS),
  X_ACCESS_SECRET: text(X_KEYS),
  X_API_URL: url(X_API_URL),
  X_POLL_SECONDS: number(60, 'seconds between two reads of the mentions'),
  X_BACKFILL_HOURS: number(24, 'hours that the very first read goes back'),
  X_DAILY_CAP_USD: z.preprocess(
    blankIsMissing,
    z.coerce.number(`is no number: ${CAP}`).positive(`must be above 0: ${CAP}`).optional(),
  ),
  X_OWN_SECONDS: numberOrNever(120, 'seconds between two reads of our own posts, 0 for never'),
  X_SEARCH: z.preprocess(blankIsMissing, z.string().trim().optional()),
  X_SEARCH_SECONDS: number(300, 'seconds between two searches'),
  X_RECHECK_MINUTES: numberOrNever(60, 'minutes between two looks for deleted posts, 0 for never'),
  STORE_URL: z.preprocess(blankIsMissing, z.string().trim().default('file:./data')),
  LOG_LEVEL: z.preprocess(
    blankIsMissing,
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'must be one of trace, debug, info, warn, error, fatal, silent',
      )
      .default('info'),
  ),
});

const X_VARIABLES = {
  X_API_KEY: true,
  X_API_SECRET: true,
  X_ACCESS_TOKEN: true,
  X_ACCESS_SECRET: true,
  X_API_URL: true,
  X_POLL_SECONDS: true,
  X_BACKFILL_HOURS: true,
  X_DAILY_CAP_USD: true,
  X_OWN_SECONDS: true,
  X_SEARCH: true,
  X_SEARCH_SECONDS: true,
  X_RECHECK_MINUTES: true,
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigResult = { readonly config: Config } | { readonly faults: readonly string[] };

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

type Values = z.infer<typeof environment>;

/** What is right by itself, whatever else is missing; null for what is not. */
export interface ConfigParts {
  readonly botToken: string | null;
  readonly appToken: string | null;
  readonly channel: string | null;
  /** Empty for none. */
  readonly commandPrefix: string;
  readonly slackApiUrl: string | null;
  readonly x: Config['x'] | null;
  readonly storeUrl: string | null;
  readonly admin: AdminAddress | null;
}

/** For the doctor, who looks at everything that can be looked at. */
export function readConfigParts(env: Environment): ConfigParts {
  const { shape } = environment;
  const slackApiUrl = right(shape.SLACK_API_URL, env.SLACK_API_URL);
  const x = right(environment.pick(X_VARIABLES), env);
  const adminPort = right(shape.ADMIN_PORT, env.ADMIN_PORT) ?? null;
  const adminHost = right(shape.ADMIN_HOST, env.ADMIN_HOST);
  return {
    botToken: right(shape.SLACK_BOT_TOKEN, env.SLACK_BOT_TOKEN),
    appToken: right(shape.SLACK_APP_TOKEN, env.SLACK_APP_TOKEN) ?? null,
    channel: right(shape.SLACK_CHANNEL, env.SLACK_CHANNEL),
    commandPrefix: right(shape.SLACK_COMMAND_PREFIX, env.SLACK_COMMAND_PREFIX) ?? '',
    slackApiUrl: slackApiUrl === null ? null : withSlash(slackApiUrl),
    x: x === null ? null : xOf(x),
    storeUrl: right(shape.STORE_URL, env.STORE_URL),
    admin: adminPort === null || adminHost === null ? null : { host: adminHost, port: adminPort },
  };
}

function right<T>(schema: z.ZodType<T>, value: unknown): T | null {
  return schema.safeParse(value).data ?? null;
}

/** Reads the environment; all faults are reported together, each naming the variable and the remedy. */
export function readConfig(env: Environment): ConfigResult {
  const parsed = environment.safeParse(env);
  const issues = parsed.error?.issues ?? [];
  const faults = [...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`), ...connectionFaults(env)];
  if (!parsed.success || faults.length > 0) return { faults: [...new Set(faults)] };
  const { data } = parsed;
  return {
    config: {
      slack: {
        botToken: data.SLACK_BOT_TOKEN,
        connection: connectionOf(data),
        channel: data.SLACK_CHANNEL,
        apiUrl: withSlash(data.SLACK_API_URL),
        ...(data.SLACK_COMMAND_PREFIX === undefined ? {} : { commandPrefix: data.SLACK_COMMAND_PREFIX }),
      },
      x: xOf(data),
      storeUrl: data.STORE_URL,
      ...(data.ADMIN_PORT === undefined ? {} : { admin: { host: data.ADMIN_HOST, port: data.ADMIN_PORT } }),
      logLevel: data.LOG_LEVEL,
    },
  };
}

/** Apart from the schema, which would look at several variables together only once each of them is right. */
function connectionFaults(env: Environment): readonly string[] {
  const isMissing = (name: string) => blankIsMissing(env[name]) === undefined;
  if (!isMissing('ADMIN_PORT') && env.ADMIN_PORT?.trim() === env.PORT?.trim() && isMissing('SLACK_APP_TOKEN')) {
    return ['ADMIN_PORT is the same as PORT: choose another one, Slack’s requests come to that'];
  }
  if (!isMissing('SLACK_APP_TOKEN')) return [];
  if (isMissing('SLACK_SIGNING_SECRET')) {
    return [
      'SLACK_APP_TOKEN is missing: the app-level token (Socket Mode), or set SLACK_SIGNING_SECRET and PORT (HTTP)',
    ];
  }
  if (!isMissing('PORT')) return [];
  return ['PORT is missing: with SLACK_SIGNING_SECRET and no SLACK_APP_TOKEN, the port for Slack’s requests'];
}

function xOf(data: Pick<Values, keyof typeof X_VARIABLES>): Config['x'] {
  return {
    apiKey: data.X_API_KEY,
    apiSecret: data.X_API_SECRET,
    accessToken: data.X_ACCESS_TOKEN,
    accessSecret: data.X_ACCESS_SECRET,
    apiUrl: data.X_API_URL,
    pollMs: data.X_POLL_SECONDS * SECOND_MS,
    backfillMs: data.X_BACKFILL_HOURS * HOUR_MS,
    ...(data.X_DAILY_CAP_USD === undefined ? {} : { dailyCapUsd: data.X_DAILY_CAP_USD }),
    ownMs: data.X_OWN_SECONDS * SECOND_MS,
    search: data.X_SEARCH ?? null,
    searchMs: data.X_SEARCH_SECONDS * SECOND_MS,
    recheckMs: data.X_RECHECK_MINUTES * MINUTE_MS,
  };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function connectionOf(data: Values): SlackConnection {
  if (data.SLACK_APP_TOKEN !== undefined) return { mode: 'socket', appToken: data.SLACK_APP_TOKEN };
  return { mode: 'http', signingSecret: data.SLACK_SIGNING_SECRET ?? '', port: data.PORT ?? 0 };
}
