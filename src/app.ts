import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createAnswer } from '../commands/answer.ts';
import { handlers } from '../commands/index.ts';
import { registerHandlers } from '../commands/register.ts';
import { createTools } from '../commands/tools.ts';
import { createSpeak } from '../views/words/prefixed.ts';
import { seeToAftermath } from './aftermath.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createCurrentDesk } from './current-desk.ts';
import { newChannel } from './desk/channel-lines.ts';
import { SECOND_MS } from './desk/instant.ts';
import { MICROS } from './desk/spending.ts';
import { createDispatch } from './dispatch/dispatch.ts';
import { takeOverSettings } from './first-settings.ts';
import { createHealth, type Health } from './health/health.ts';
import { createMetrics } from './health/metrics.ts';
import { observedNetwork, observedStore } from './health/observed.ts';
import { createVitals } from './health/vitals.ts';
import { createHolidays } from './holidays.ts';
import { createIntake } from './intake.ts';
import type { Network } from './networks/index.ts';
import { createXNetwork } from './networks/x/index.ts';
import { observers } from './observer.ts';
import { createFailedWrites, createOutage } from './outage.ts';
import { quiet } from './quiet-log.ts';
import { createRecall } from './recall/recall.ts';
import { signedStore } from './signed-store.ts';
import { createBolt } from './slack/bolt.ts';
import { createBulletin } from './slack/bulletin.ts';
import { createSlackClients } from './slack/clients.ts';
import { createSlackCourier } from './slack/courier.ts';
import { createEraser } from './slack/eraser.ts';
import { createFiles } from './slack/files.ts';
import { createFirstLanguage } from './slack/first-language.ts';
import { createOwners } from './slack/members.ts';
import { createModals } from './slack/modals.ts';
import { botTokenRefused, createPeople } from './slack/people.ts';
import { createPictures } from './slack/pictures.ts';
import { createPostbox } from './slack/postbox.ts';
import { untilReached } from './slack/reach.ts';
import { createSpendingBook } from './spending.ts';
import { stopParts } from './stop-parts.ts';
import type { StoreFault } from './store/index.ts';
import { openStore, storeFolder } from './store/open.ts';
import { createBrushOffEar } from './triage/brush-off.ts';
import { startingWeights } from './triage/choose.ts';
import { createReplyEar } from './triage/reply-language.ts';
import { createTriage } from './triage/triage.ts';
import { createWatch } from './watch.ts';

export interface AppDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the first start finds the team's settings. */
  readonly deskFile: string;
  /** The app can't go on, and why; whoever runs it ends the process. */
  readonly onFatal: (why: string) => void;
}

export interface App {
  /** @throws Error whose message says what to correct. */
  start(): Promise<void>;
  /** Finishes what is under way, in less than ten seconds; what is saved goes on at the next start. */
  stop(): Promise<void>;
}

const X = 'x';

/** A container is killed ten seconds after it was asked to stop: by then the store must be closed. */
const FINISH_MS = 8 * SECOND_MS;
const CLOSE_MS = 1.5 * SECOND_MS;

/** Wires every part: three ways in, one place where anything is decided, one store, one way out. */
export function createApp(config: Config, { clock, log: given, deskFile, onFatal }: AppDeps): App {
  const log = quiet(given);
  /** What was started and uses the store. */
  const parts: Record<string, () => Promise<void>> = {};
  let closeStore = async () => {};
  let health: Health | null = null;
  let stopped: Promise<void> | null = null;

  function onLost({ message }: StoreFault): void {
    log.fatal(message);
    onFatal(message);
  }

  async function start(): Promise<void> {
    const weights = startingWeights(storeFolder(config.storeUrl), log);
    const triage = createTriage(weights);
    const { channel } = config.slack;
    const vitals = createVitals({ networks: [{ network: X, everyMs: config.x.pollMs }], clock });
    const metrics = config.admin && createMetrics();
    const writes = createFailedWrites(clock);
    const observer = observers([vitals, writes, ...(metrics === undefined ? [] : [metrics])]);
    const store = observedStore(await openStore(config.storeUrl, { clock, log, onLost }), observer, clock);
    closeStore = () => store.close();
    if (config.admin !== undefined && metrics !== undefined) {
      health = createHealth({ address: config.admin, store, vitals, metrics, clock, log });
      await health.start();
      log.info(config.admin, 'earshot: health and metrics are served');
    }
    const clients = createSlackClients({ botToken: config.slack.botToken, apiUrl: config.slack.apiUrl, log });
    const people = createPeople({ client: clients.presses, clock });
    const patience = { clock, log, isStopped: () => stopped !== null };
    const { url: workspaceUrl, botUserId } = await untilReached(() => people.workspace(), patience);

    if (await takeOverSettings(store, deskFile, createFirstLanguage(people, log)))
      log.info({ deskFile }, 'settings: taken over, from now on in the store');
    const holidays = createHolidays();
    const membersOf = (group: string) => people.membersOf(group);
    const currentDesk = await createCurrentDesk({ store, holidays, clock, channel, membersOf });
    const desk = currentDesk.read;
    await store.create('channel', channel, () => newChannel(channel, desk(), clock.now()));

    const { dailyCapUsd } = config.x;
    const cap = { micros: dailyCapUsd === undefined ? null : Math.round(dailyCapUsd * MICROS), channel };
    const spending = await createSpendingBook({ store, network: X, cap, clock, log });
    parts.spending = () => spending.stop();
    const x = observedNetwork(createXNetwork({ ...config.x, clock, log, meter: spending.meter }), observer);
    const networks = new Map<string, Network>([[x.name, x]]);

    const speak = createSpeak(config.slack.commandPrefix ?? '');
    const context = () => ({
      words: speak(desk().settings.language),
      desk: desk(),
      now: clock.now(),
      workspaceUrl,
    });
    const postbox = createPostbox({ client: clients.dispatch, log });
    const outage = createOutage({ writes, store, bulletin: createBulletin({ postbox, channel, context }), clock, log });
    const courier = createSlackCourier({ client: clients.dispatch, people, workspaceUrl, clock, log, speak });
    const newId = randomUUID;
    const pictures = createPictures(clients.dispatch);
    const dispatch = createDispatch({
      store: signedStore(store, { way: 'effect', name: '' }, clock),
      slack: courier,
      files: pictures,
      eraser: createEraser({ client: clients.dispatch, botUserId }),
      networks,
      desk,
      channel,
      clock,
      log,
      newId,
      owners: createOwners(clients.dispatch),
      onFatal: (why) => onFatal(botTokenRefused(why)),
    });
    const watch = createWatch({
      store: signedStore(store, { way: 'clock', name: '' }, clock),
      desk,
      refreshDesk: currentDesk.refresh,
      channel,
      vitals,
      clock,
      log,
    });
    const intake = createIntake({
      network: x,
      store: signedStore(store, { way: 'network', name: x.name }, clock),
      desk,
      triage,
      channel,
      clock,
      log,
      observer,
      ...config.x,
      maySearch: () => spending.maySearch(),
    });

    const bolt = createBolt({ config: config.slack, clock, log, onFatal, onLink: (isUp) => observer.linked(isUp) });
    const answer = createAnswer({ client: clients.presses, log });
    const modals = createModals(clients.presses);
    const files = createFiles(clients.presses);
    const recall = createRecall({ store, clock });
    parts.recall = () => recall.stop();
    const rules = { desk, refreshDesk: currentDesk.refresh, placeFault: holidays.placeFault.bind(holidays) };
    const tools = createTools({
      store,
      clock,
      log,
      people,
      modals,
      files,
      answer,
      observer,
      ...rules,
      networks,
      recall,
      brushOffChance: createBrushOffEar(weights),
      languageOf: createReplyEar(),
      accounts: async () => [{ spending: await spending.read(), capMicros: cap.micros }],
      channel,
      workspaceUrl,
      speak,
    });
    registerHandlers(bolt.app, handlers, tools);

    // Before anybody presses: what is open as of a backup may have been sent since.
    await seeToAftermath({ store: signedStore(store, { way: 'clock', name: '' }, clock), channel, clock });
    // In this order: the last letter may be on its way.
    parts.slack = () => bolt.stop().then(() => tools.typed.stop());
    await bolt.start();
    await dispatch.start();
    parts.dispatch = () => dispatch.stop();
    parts.watch = () => watch.stop();
    const isRead = intake.start();
    parts.intake = () => intake.stop();
    // What came while the app was down is read before the first look: one reminder then names all that is due.
    void isRead.then(() => watch.start());
    void recall.ready();
    outage.start();
    parts.outage = () => outage.stop();
    health?.now('running');
    log.info({ channel, network: x.name }, 'earshot: listening');
  }

  async function stop(): Promise<void> {
    health?.now('stopping');
    await stopParts(parts, { clock, log, patienceMs: FINISH_MS });
    const last = { health: async () => health?.stop(), store: () => closeStore() };
    await stopParts(last, { clock, log, patienceMs: CLOSE_MS });
  }

  return {
    start,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
