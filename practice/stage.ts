import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PracticeClock } from './clock.ts';
import { createPracticeSlack, type PracticeSlack } from './slack/index.ts';
import { createPracticeX, type PracticeX } from './x/server.ts';

const HOUR_MS = 3_600_000;
/** The mentions alone. */
const QUIET = { ownMs: 0, search: null, searchMs: 300_000, recheckMs: 0 };

/** What the app is told when it is started; to it these are a workspace and an account like any other. */
export interface StageConfig {
  readonly slack: {
    readonly botToken: string;
    readonly connection:
      | { readonly mode: 'socket'; readonly appToken: string }
      | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };
    readonly channel: string;
    readonly apiUrl: string;
  };
  readonly x: PracticeX['keys'] & {
    readonly apiUrl: string;
    readonly pollMs: number;
    readonly backfillMs: number;
    readonly ownMs: number;
    readonly search: string | null;
    readonly searchMs: number;
    readonly recheckMs: number;
  } & Pick<XWishes, 'dailyCapUsd' | 'timeoutMs'>;
  readonly storeUrl: string;
  readonly logLevel: 'info';
}

/** What of X the app is told beside its keys. */
export interface XWishes {
  /** What a UTC day may cost before searches pause. */
  readonly dailyCapUsd?: number;
  /** What it listens to beside the mentions; nothing unless given. */
  readonly ownMs?: number;
  readonly search?: string;
  readonly searchMs?: number;
  readonly recheckMs?: number;
  /** Real milliseconds of silence after which a call counts as ended; default: as the app has it. */
  readonly timeoutMs?: number;
}

interface StageDeps {
  readonly clock: PracticeClock;
  readonly log: Logger;
  readonly deskFile: string;
  readonly onFatal: (why: string) => void;
}

type DeskWishes = Readonly<Record<string, unknown>>;

export interface StageOptions {
  /** Makes the unmodified app. */
  readonly createApp: (config: StageConfig, deps: StageDeps) => { start(): Promise<void>; stop(): Promise<void> };
  readonly clock: PracticeClock;
  readonly log: Logger;
  readonly pollMs: number;
  /** Further names under which customers address us, as in a replay of other companies' mentions. */
  readonly alsoKnownAs?: string[];
  /** Keeps every call, for looking at them later. */
  readonly keepRequests?: boolean;
  readonly x?: XWishes;
  /** Slack sends signed requests to this port of this machine, instead of a socket. */
  readonly http?: { readonly port: number; readonly signingSecret: string };
  /** Added to the team's settings, as in `desk.json`; the ids of people and groups are known only now. */
  readonly desk?: DeskWishes | ((people: Stage['people'], groups: Stage['groups']) => DeskWishes);
}

/** Both servers, the people, and the app between them. */
export interface Stage {
  readonly clock: PracticeClock;
  readonly slack: PracticeSlack;
  readonly x: PracticeX;
  /** The ids of the people: two of the staff, a lead, and an engineer who is asked. */
  readonly people: Readonly<Record<'anna' | 'ben' | 'carla' | 'dmitri', string>>;
  readonly channels: Readonly<Record<'support' | 'network' | 'praise', string>>;
  readonly groups: Readonly<Record<'network', string>>;
  /** The folder of the app's store. */
  readonly dataFolder: string;
  /** The app alone goes and comes back, on the same store. */
  stopApp(): Promise<void>;
  startApp(): Promise<void>;
  stop(): Promise<void>;
}

/** A company's afternoon in a box: servers on free ports, a new store in a temporary folder, the app as it is. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { clock, log, pollMs } = options;
  const { http } = options;
  const slack = createPracticeSlack({
    clock,
    keepRequests: options.keepRequests ?? false,
    ...(http && {
      http: { requestUrl: `http://127.0.0.1:${http.port}/slack/events`, signingSecret: http.signingSecret },
    }),
  });
  const us = { username: 'NordfunkHilft', name: 'Nordfunk', alsoKnownAs: options.alsoKnownAs ?? [] };
  const x = createPracticeX({ clock, us });
  await Promise.all([slack.start(), x.start()]);

  const { workspace } = slack;
  const people = {
    anna: workspace.addUser({ name: 'anna', realName: 'Anna Albers' }).id,
    ben: workspace.addUser({ name: 'ben', realName: 'Ben Okafor' }).id,
    carla: workspace.addUser({ name: 'carla', realName: 'Carla Winter' }).id,
    dmitri: workspace.addUser({ name: 'dmitri', realName: 'Dmitri Voss' }).id,
  };
  const { anna, ben, carla, dmitri } = people;
  const channels = {
    support: workspace.addChannel({ name: 'support', members: [anna, ben, carla] }).id,
    network: workspace.addChannel({ name: 'network', members: [carla, dmitri] }).id,
    /** Empty until the settings send something there. */
    praise: workspace.addChannel({ name: 'praise', members: [anna, ben, carla] }).id,
  };
  const groups = { network: workspace.addUserGroup({ handle: 'network-team', users: [dmitri] }).id };

  const folder = await mkdtemp(join(tmpdir(), 'earshot-practice-'));
  const deskFile = join(folder, 'desk.json');
  const desk = {
    publishers: [anna, ben],
    leads: [carla],
    holidays: { country: '' },
    escalation: { group: groups.network, channels: { [groups.network]: channels.network } },
    ...(typeof options.desk === 'function' ? options.desk(people, groups) : options.desk),
  };
  await writeFile(deskFile, JSON.stringify(desk));

  const config: StageConfig = {
    slack: {
      botToken: slack.botToken,
      connection: http === undefined ? { mode: 'socket', appToken: slack.appToken } : { mode: 'http', ...http },
      channel: channels.support,
      apiUrl: slack.url,
    },
    x: { ...x.keys, apiUrl: x.url, pollMs, backfillMs: 24 * HOUR_MS, ...QUIET, ...options.x },
    storeUrl: `file:${join(folder, 'data')}`,
    logLevel: 'info',
  };
  const newApp = () => options.createApp(config, { clock, log, deskFile, onFatal: (why) => log.fatal(why) });
  let app = newApp();
  await app.start();
  return {
    clock,
    slack,
    x,
    people,
    channels,
    groups,
    dataFolder: join(folder, 'data'),
    stopApp: () => app.stop(),
    async startApp() {
      app = newApp();
      await app.start();
    },
    async stop() {
      await app.stop();
      await Promise.all([slack.stop(), x.stop()]);
      clock.stop();
      // On a busy machine the app stops before its store has closed, as it would when a container is ended: a last write may still come.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
