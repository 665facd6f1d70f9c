import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Alarm } from './desk/alarm.ts';
import { CHANNEL_RULES, waitingIn } from './desk/channel-watch.ts';
import { type Decision, decided } from './desk/decision.ts';
import type { Desk } from './desk/desk.ts';
import { ERASURES } from './desk/facets.ts';
import { desktopOf, homeDigest, homeOf } from './desk/home.ts';
import { MINUTE_MS, SECOND_MS } from './desk/instant.ts';
import { isHomeKept, refreshHome } from './desk/person.ts';
import { underNewRules } from './desk/redate.ts';
import { channelRef, incidentRef, mentionRef, personRef, type States } from './desk/ref.ts';
import { isIncidentOutdated, isOutdated, outdate, outdateIncident } from './desk/retention.ts';
import type { AlarmSubject } from './desk/ring.ts';
import type { Vitals } from './desk/silence.ts';
import { createSketches } from './desk/surge-sketches.ts';
import { wakeByRules, wakeIncidentByRules } from './desk/wake.ts';
import { type Store, StoreFault } from './store/index.ts';

interface WatchDeps {
  readonly store: Store;
  readonly desk: () => Desk;
  /** Called now and then, so that a new year's holidays are there in time. */
  readonly refreshDesk: () => Promise<void>;
  readonly channel: string;
  /** What the app measures of itself, and that it notices that the machine slept. */
  readonly vitals: { read(): Vitals; slept(): void };
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Watch {
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5 * SECOND_MS;
/** Home tabs that somebody opened are compared with what they would show now at most this often. */
/** What customers wrote is counted this often: all mentions are gone through. */
const COUNTED_EVERY_MS = 15 * SECOND_MS;
const HOMES_EVERY_MS = 10 * SECOND_MS;
/** How many mentions one look dates anew, so that a change of the settings on a bad day holds nothing up. */
const DATED_IN_A_LOOK = 200;
/** What is outdated is looked for this often. */
const OUTDATED_EVERY_MS = 60 * MINUTE_MS;
const OUTDATED_IN_A_LOOK = 20;
/** A wall clock that moves otherwise than the machine's own is reported: reminders may come early or late. */
const CLOCK_JUMP_MS = MINUTE_MS;

/** Clock → desk: what is due now. Looks every few seconds, and at the instant that the next thing is due. */
export function createWatch({ store, desk, refreshDesk, channel, vitals, clock, log }: WatchDeps): Watch {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancelTimer = () => {};
  let rules: Desk | null = null;
  /** Those before them. */
  let former: Desk | null = null;
  const sketchOf = createSketches();
  let undated: string[] = [];
  let outdatedAtMs = Number.NEGATIVE_INFINITY;
  let countedAtMs = Number.NEGATIVE_INFINITY;
  let homesLookedAtMs = Number.NEGATIVE_INFINITY;
  let last = { wall: clock.now().getTime(), monotonic: clock.monotonicMs() };

  async function look(): Promise<void> {
    noticeJump();
    await apart(refreshDesk);
    await apart(dateAnew);
    const now = clock.now();
    for (const { id } of await store.list('mention', { wakeBefore: now })) {
      await apart(() => store.change(mentionRef(id), (state) => wakeByRules(state, desk(), clock.now())));
    }
    for (const { id } of await store.list('incident', { wakeBefore: now })) {
      await apart(() => store.change(incidentRef(id), (state) => wakeIncidentByRules(state, desk(), clock.now())));
    }
    await apart(() => lookAtChannels(now));
    await apart(() => lookAtHomes(now));
    await apart(() => lookAtOutdated(now));
  }

  /** A fault of ours about one thing must not keep the watch from all others; one of the store concerns them all. */
  async function apart(part: () => Promise<unknown>): Promise<void> {
    try {
      await part();
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      log.error({ err: error }, 'watch: a look failed in part, the next one follows');
    }
  }

  /** After a change of the settings (and at a start, which may have come between) the running clocks follow the rules. */
  async function dateAnew(): Promise<void> {
    const now = desk();
    if (rules !== now) {
      undated = (await store.list('mention', { open: true })).map((mention) => mention.id);
      former = rules;
      rules = now;
    }
    const batch = undated.slice(0, DATED_IN_A_LOOK);
    await Promise.all(batch.map(dateOne));
    undated = undated.slice(batch.length);
  }

  async function dateOne(id: string): Promise<void> {
    const mention = await store.read(mentionRef(id));
    const before = former;
    if (mention === undefined || underNewRules(mention, before, desk()) === null) return;
    await store.change(mentionRef(id), (state) => underNewRules(state, before, desk()) ?? decided(state));
  }

  async function lookAtChannels(now: Date): Promise<void> {
    const [channels, open, promised, uncarded, incidents] = await Promise.all([
      store.list('channel'),
      store.list('mention', { open: true }),
      store.list('mention', { promised: true }),
      store.list('mention', { uncarded: true }),
      store.list('incident', { open: true }),
    ]);
    const isCounted = clock.monotonicMs() - countedAtMs >= COUNTED_EVERY_MS;
    if (isCounted) countedAtMs = clock.monotonicMs();
    const mentions = isCounted ? await store.list('mention') : null;
    for (const { id, alarms } of channels) {
      const sight = {
        desk: desk(),
        isMain: id === channel,
        open: open.filter((mention) => mention.channel === id),
        promised,
        waiting: waitingIn(id, uncarded, now),
        incidents,
        mentions,
        sketchOf,
        alarmed: await subjectsOf(alarms),
        vitals: vitals.read(),
      };
      for (const rule of CHANNEL_RULES) await apart(() => applyRule(id, (state) => rule(state, sight, now)));
    }
  }

  async function subjectsOf(alarms: readonly Alarm[]): Promise<readonly AlarmSubject[]> {
    const refs = alarms.filter(({ overAt }) => overAt === null).map(({ about }) => about);
    const subjects = await Promise.all(refs.map((ref) => store.read(ref)));
    return subjects.filter((subject) => subject !== undefined && subject.type !== 'channel');
  }

  /** Most looks change nothing: only what does is written. */
  async function applyRule(
    id: string,
    rule: (state: States['channel']) => Decision<States['channel']> | null,
  ): Promise<void> {
    const state = await store.read(channelRef(id));
    if (state === undefined || rule(state) === null) return;
    await store.change(channelRef(id), (latest) => rule(latest) ?? decided(latest));
  }

  /**
   * What the retention time is over for loses its people and words: a few at a time, and the next only when Slack has deleted
   * the copies of the last, so that an old desk that begins with it holds nothing up.
   */
  async function lookAtOutdated(now: Date): Promise<void> {
    if (clock.monotonicMs() < outdatedAtMs || (await store.nextReady(ERASURES)) !== null) return;
    const rule = desk();
    const mentions = (await store.list('mention', { open: false })).filter((one) => isOutdated(one, rule, now));
    const incidents = (await store.list('incident', { open: false })).filter((one) =>
      isIncidentOutdated(one, rule, now),
    );
    const batch = mentions.slice(0, OUTDATED_IN_A_LOOK);
    await Promise.all(batch.map(({ id }) => store.change(mentionRef(id), (state) => outdate(state, desk(), now))));
    for (const { id } of incidents.slice(0, OUTDATED_IN_A_LOOK)) {
      await store.change(incidentRef(id), (state) => outdateIncident(state, desk(), now));
    }
    const isMore = Math.max(mentions.length, incidents.length) > OUTDATED_IN_A_LOOK;
    outdatedAtMs = isMore ? Number.NEGATIVE_INFINITY : clock.monotonicMs() + OUTDATED_EVERY_MS;
  }

  /** The tabs of those who opened them today follow what happens. */
  async function lookAtHomes(now: Date): Promise<void> {
    if (clock.monotonicMs() - homesLookedAtMs < HOMES_EVERY_MS) return;
    homesLookedAtMs = clock.monotonicMs();
    const people = (await store.list('person', { open: true })).filter((person) => isHomeKept(person, now));
    if (people.length === 0) return;
    const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
    const desktop = desktopOf({ mentions, incidents }, desk(), now);
    for (const person of people) {
      const digest = homeDigest(homeOf(person, desktop), desk(), now);
      if (refreshHome(person, digest, now) === null) continue;
      await store.change(personRef(person.id), (state) => refreshHome(state, digest, now) ?? decided(state));
    }
  }

  function noticeJump(): void {
    const next = { wall: clock.now().getTime(), monotonic: clock.monotonicMs() };
    const jumpMs = next.wall - last.wall - (next.monotonic - last.monotonic);
    const isJump = Math.abs(jumpMs) > CLOCK_JUMP_MS;
    if (isJump) log.warn({ jumpMs }, 'watch: the wall clock jumped; check its time service');
    // A machine that slept heard nothing, and whether the monotonic clock went on meanwhile differs by system.
    if (isJump || next.monotonic - last.monotonic > CLOCK_JUMP_MS) vitals.slept();
    last = next;
  }

  function run(): void {
    if (isStopped) return;
    underWay = look()
      .catch((error: unknown) => log.error({ err: error }, 'watch: a look failed, the next one follows'))
      .then(schedule);
  }

  async function schedule(): Promise<void> {
    if (isStopped) return;
    const wake = await store.nextWake();
    const untilWake = wake === null ? LOOK_EVERY_MS : wake.getTime() - clock.now().getTime();
    const pause = undated.length > 0 ? 0 : untilWake;
    // Never busier than every second, even when the store keeps failing to take what is due.
    cancelTimer = clock.after(Math.min(LOOK_EVERY_MS, Math.max(pause, SECOND_MS)), run);
  }

  return {
    start: run,
    async stop() {
      isStopped = true;
      cancelTimer();
      await underWay;
    },
  };
}
