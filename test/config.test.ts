import { describe, expect, it } from 'vitest';
import { type Config, readConfig, readConfigParts } from '../src/config.ts';

type Environment = Parameters<typeof readConfig>[0];

const COMPLETE = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_CHANNEL: 'C012AB3CD',
  X_API_KEY: 'key',
  X_API_SECRET: 'secret',
  X_ACCESS_TOKEN: 'token',
  X_ACCESS_SECRET: 'access secret',
};

function configOf(changes: Environment = {}): Config {
  const read = readConfig({ ...COMPLETE, ...changes });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.config;
}

function faultsOf(env: Environment): readonly string[] {
  const read = readConfig(env);
  return 'faults' in read ? read.faults : [];
}

function namesIn(faults: readonly string[]): ReadonlySet<string> {
  return new Set(faults.map((fault) => fault.split(' ')[0] ?? ''));
}

describe('a complete environment', () => {
  it('needs nothing else: the rest has defaults', () => {
    expect(configOf()).toEqual({
      slack: {
        botToken: 'xoxb-1',
        connection: { mode: 'socket', appToken: 'xapp-1' },
        channel: 'C012AB3CD',
        apiUrl: 'https://slack.com/api/',
      },
      x: {
        apiKey: 'key',
        apiSecret: 'secret',
        accessToken: 'token',
        accessSecret: 'access secret',
        apiUrl: 'https://api.x.com',
        pollMs: 60_000,
        backfillMs: 24 * 3_600_000,
        ownMs: 120_000,
        search: null,
        searchMs: 300_000,
        recheckMs: 3_600_000,
      },
      storeUrl: 'file:./data',
      logLevel: 'info',
    });
  });

  it('may say everything', () => {
    const config = configOf({
      SLACK_API_URL: 'http://localhost:4001/api',
      X_API_URL: 'http://localhost:4002',
      X_POLL_SECONDS: '5',
      X_BACKFILL_HOURS: '0.5',
      STORE_URL: 'file:/var/lib/earshot',
      LOG_LEVEL: 'debug',
    });
    expect(config.slack.apiUrl).toBe('http://localhost:4001/api/');
    expect(config.x).toMatchObject({ apiUrl: 'http://localhost:4002', pollMs: 5_000, backfillMs: 1_800_000 });
    expect(config).toMatchObject({ storeUrl: 'file:/var/lib/earshot', logLevel: 'debug' });
  });

  it('knows what the commands begin with', () => {
    expect(configOf({ SLACK_COMMAND_PREFIX: ' es-' }).slack.commandPrefix).toBe('es-');
    expect(configOf({ SLACK_COMMAND_PREFIX: '' })).toEqual(configOf());
  });

  it('connects by HTTP with a signing secret and a port', () => {
    const { slack } = configOf({ SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'shh', PORT: '3000' });
    expect(slack.connection).toEqual({ mode: 'http', signingSecret: 'shh', port: 3000 });
  });

  it('prefers the socket when both are there', () => {
    expect(configOf({ SLACK_SIGNING_SECRET: 'shh', PORT: '3000' }).slack.connection.mode).toBe('socket');
  });

  it('takes an empty line for one that was left out', () => {
    const blank = { SLACK_API_URL: '', X_API_URL: ' ', X_POLL_SECONDS: '', STORE_URL: '', LOG_LEVEL: '', PORT: '' };
    expect(configOf({ ...blank, SLACK_SIGNING_SECRET: '' })).toEqual(configOf());
  });

  it('forgives blanks around a pasted value', () => {
    expect(configOf({ SLACK_BOT_TOKEN: ' xoxb-1 ', SLACK_APP_TOKEN: 'xapp-1\n' })).toEqual(configOf());
  });
});

describe('an environment with faults', () => {
  it('that is empty names all that is missing at once, each with where it comes from', () => {
    const faults = faultsOf({});
    expect(namesIn(faults)).toEqual(new Set(Object.keys(COMPLETE)));
    for (const fault of faults) expect(fault).toMatch(/^[A-Z_]+ is missing: .{10}/);
  });

  it.each<[string, string | undefined, string]>([
    ['SLACK_BOT_TOKEN', 'xoxp-1', 'must begin with xoxb-: copy the "Bot User OAuth Token"'],
    ['SLACK_BOT_TOKEN', ' ', 'is empty'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'must begin with xapp-: an app-level token with the scope connections:write'],
    [
      'SLACK_APP_TOKEN',
      undefined,
      'is missing: the app-level token (Socket Mode), or set SLACK_SIGNING_SECRET and PORT',
    ],
    ['SLACK_CHANNEL', '#care', 'must be a channel id such as C012AB3CD, not a name'],
    ['SLACK_API_URL', 'slack.com', 'is no address: write it as https://slack.com/api/'],
    ['X_API_URL', 'ftp://x.com', 'is no address: write it as https://api.x.com'],
    ['X_ACCESS_SECRET', '', 'is empty: see README, "Connect an X account"'],
    ['X_POLL_SECONDS', 'often', 'is no number: seconds between two reads of the mentions'],
    ['X_BACKFILL_HOURS', '0', 'must be above 0: hours that the very first read goes back'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
    ['SLACK_COMMAND_PREFIX', 'es', 'must be the prefix of your manifest’s commands, such as es-'],
    ['PORT', 'http', 'must be a whole number from 1 to 65535'],
    ['PORT', '70000', 'must be a whole number from 1 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 1 to 65535'],
  ])('%s=%s: named with the remedy', (name, value, fault) => {
    const faults = faultsOf({ ...COMPLETE, [name]: value });
    expect(faults.join('\n')).toContain(`${name} ${fault}`);
    expect(faults.every((one) => one.startsWith(`${name} `))).toBe(true);
  });

  it('asks for the port that goes with a signing secret', () => {
    const faults = faultsOf({ ...COMPLETE, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'shh' });
    expect(faults).toEqual([expect.stringMatching(/^PORT is missing: .*the port for Slack/)]);
  });

  it('names each of several faults once, of whatever sort', () => {
    const faults = faultsOf({
      ...COMPLETE,
      SLACK_APP_TOKEN: '',
      X_API_KEY: '',
      LOG_LEVEL: 'loud',
      X_POLL_SECONDS: '-1',
    });
    expect(faults).toHaveLength(4);
    expect(namesIn(faults)).toEqual(new Set(['LOG_LEVEL', 'SLACK_APP_TOKEN', 'X_API_KEY', 'X_POLL_SECONDS']));
  });

  it('never repeats a secret', () => {
    const secrets = {
      SLACK_BOT_TOKEN: 'wrong-secret',
      SLACK_APP_TOKEN: 'wrong-secret',
      SLACK_SIGNING_SECRET: 'wrong-secret',
    };
    expect(faultsOf({ ...COMPLETE, ...secrets }).join('\n')).not.toContain('wrong-secret');
    expect(faultsOf({ ...COMPLETE, ...secrets })).toHaveLength(2);
  });
});

describe('for the doctor', () => {
  it('a complete environment gives every part', () => {
    const { slack, x, storeUrl } = configOf();
    expect(readConfigParts(COMPLETE)).toEqual({
      botToken: slack.botToken,
      appToken: 'xapp-1',
      channel: slack.channel,
      commandPrefix: '',
      slackApiUrl: slack.apiUrl,
      x,
      storeUrl,
      admin: null,
    });
  });

  it('what is right is there, whatever else is missing or wrong', () => {
    expect(readConfigParts({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_CHANNEL: '#care', X_API_KEY: 'key' })).toEqual({
      botToken: 'xoxb-1',
      appToken: null,
      channel: null,
      commandPrefix: '',
      slackApiUrl: 'https://slack.com/api/',
      x: null,
      storeUrl: 'file:./data',
      admin: null,
    });
  });

  it('a default never stands for what is wrong', () => {
    const parts = readConfigParts({ ...COMPLETE, SLACK_API_URL: 'slack.com', X_API_URL: 'ftp://x.com' });
    expect(parts).toMatchObject({ slackApiUrl: null, x: null, botToken: 'xoxb-1' });
  });
});

describe('the port for health and metrics', () => {
  it('is closed unless set, and then open to this machine alone unless another address is set', () => {
    expect(configOf({}).admin).toBeUndefined();
    expect(configOf({ ADMIN_HOST: '0.0.0.0' }).admin).toBeUndefined();
    expect(configOf({ ADMIN_PORT: '9464' }).admin).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(configOf({ ADMIN_PORT: '9464', ADMIN_HOST: '0.0.0.0' }).admin).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(readConfigParts({ ADMIN_PORT: '9464' }).admin).toEqual({ host: '127.0.0.1', port: 9464 });
  });

  it.each([
    [{ ADMIN_PORT: '0' }, /^ADMIN_PORT must be a whole number from 1 to 65535: the port for health and metrics/],
    [{ ADMIN_PORT: '9464', ADMIN_HOST: 'http://me' }, /^ADMIN_HOST must be an address such as 127\.0\.0\.1/],
    [
      { ADMIN_PORT: '3000', PORT: '3000', SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'shh' },
      /^ADMIN_PORT is the same as PORT/,
    ],
  ])('%j is a fault that names the remedy', (env, fault) => {
    expect(faultsOf({ ...COMPLETE, ...env })).toEqual([expect.stringMatching(fault)]);
  });
});

describe('a token with rotation', () => {
  it('is refused, because it would end within hours', () => {
    expect(faultsOf({ ...COMPLETE, SLACK_BOT_TOKEN: 'xoxe.xoxb-1-abc' })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN ends within hours .*without token rotation/),
    ]);
  });
});

describe('the daily cap for X', () => {
  it('is none unless set, and a number of dollars above 0', () => {
    expect(configOf({ X_DAILY_CAP_USD: ' ' }).x.dailyCapUsd).toBeUndefined();
    expect(configOf({ X_DAILY_CAP_USD: '2.5' }).x.dailyCapUsd).toBe(2.5);
    expect(faultsOf({ ...COMPLETE, X_DAILY_CAP_USD: '0' })).toEqual([
      'X_DAILY_CAP_USD must be above 0: dollars that a day of X may cost before searches pause, such as 5',
    ]);
  });
});
