import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { setStage } from '../../practice/stage.ts';
import { check, type Evidence, type Finding, messagesOf } from './check.ts';
import { REMIND_EVERY_MINUTES, toldOf } from './check-reminders.ts';
import { isGivenBack } from './check-texts.ts';
import { createCustomers } from './customers.ts';
import { createFastClock } from './fast-clock.ts';
import { createHands } from './hands.ts';
import { keepEvidence } from './keep.ts';
import { lieInWait } from './kills.ts';
import { createLedger } from './ledger.ts';
import { createMortalProcess, type MortalProcess } from './mortal-process.ts';
import { readDisk } from './on-disk.ts';
import { type KillKind, planRounds, type Round } from './plan.ts';
import { createStaff } from './staff.ts';

export interface TortureOptions {
  readonly rounds: number;
  readonly seed: number;
  /** The compiled app-process. */
  readonly appProcess: string;
  /** Every kill is of this kind. */
  readonly kill?: KillKind;
  /** Where what a finding can be studied with is kept. */
  readonly keep?: string;
  /** Told after each round. */
  readonly onRound?: (done: number) => void;
}

export interface TortureResult {
  readonly rounds: number;
  readonly seed: number;
  readonly kills: number;
  /** Customers' posts that X had. */
  readonly posts: number;
  /** Texts that staff sent for the public. */
  readonly replies: number;
  /** Thresholds that were told. */
  readonly reminders: number;
  readonly lost: number;
  readonly doubled: number;
  readonly seconds: number;
  /** Of the replies: taken back in time, too late for that, and given back to their senders with words. */
  readonly undone: number;
  readonly tooLate: number;
  readonly returned: number;
  /** Of the kills of each kind: whether they came at the moment that they waited for. */
  readonly moments: ReadonlyMap<KillKind, readonly boolean[]>;
  readonly findings: readonly Finding[];
  /** What the app logged as an error. */
  readonly troubles: readonly string[];
}

/** Minutes pass in seconds; Slack's and X's patience, and the pace of the limiters, stay those of the real world. */
const SPEED = 15;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** The engineer answers where somebody lies in wait for his answer. */
const ANSWER_MS = 50;
/** A kill whose moment does not come happens anyway, so long after the app has begun to listen. */
const MOMENT_WITHIN_MS = 5_000;
/** At the end the app has as long as it gets anything done; Slack takes a message a second. */
const STILL_MS = 60_000;
/** So many waiting effects are more than Slack's pace lets through in a short life: the app gets a longer one. */
const CROWDED = 20;
const RELIEVED = 5;
const BREATHING_MS = 30_000;
const TEAM = ['U0TEAM1', 'U0TEAM2', 'U0TEAM3', 'U0TEAM4', 'U0TEAM5', 'U0TEAM6'] as const;
const ALWAYS = ['00:00-24:00'];

/** Kills the app again and again in the midst of its work, lets it come to rest, and counts what was lost or doubled. */
export async function torture({
  rounds,
  seed,
  appProcess,
  kill: only,
  keep,
  onRound,
}: TortureOptions): Promise<TortureResult> {
  const began = performance.now();
  const shape = { realStartMs: Date.now(), startMs: Date.parse('2026-11-24T09:00:00+01:00'), speed: SPEED };
  const clock = createFastClock(shape);
  const lives: MortalProcess[] = [];
  const stage = await setStage({
    createApp(config, { deskFile }) {
      const life = createMortalProcess({ file: appProcess, clock: shape, now: () => clock.now(), config, deskFile });
      lives.push(life);
      return { start: () => life.start(), stop: async () => void (await life.stop()) };
    },
    clock,
    log: pino({ level: 'silent' }),
    pollMs: 5 * SECOND_MS,
    x: { ownMs: 30 * SECOND_MS, recheckMs: 10 * MINUTE_MS },
    desk: {
      publishers: TEAM,
      officeHours: {
        week: { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS },
      },
      sla: {
        complaint: 2,
        question: 2,
        praise: 2,
        other: 2,
        followUp: 2,
        warnMinutes: 1,
        remindEveryMinutes: REMIND_EVERY_MINUTES,
      },
      claim: { idleMinutes: 10, releaseAtClosing: false },
      undoSeconds: 20,
      expireMinutes: 120,
      incident: { updateMinutes: 20 },
    },
  });
  const app = onlyOne(lives);
  try {
    for (const id of TEAM) {
      stage.slack.workspace.addUser({ id, name: id.toLowerCase() });
      await stage.slack.workspace.invite(stage.channels.support, id);
    }
    const hands = createHands(stage);
    const ledger = createLedger();
    const staff = createStaff({ stage, hands, ledger, app, team: TEAM });
    const customers = createCustomers(stage.x.world);

    /** Begins with a dead app and ends with one. */
    async function play({ acts, kill, restMs }: Round): Promise<void> {
      const early = kill.isEarly ? lieInWait(kill, stage, app) : null;
      const listening = app.start();
      // Customers know nothing of an app; staff press what they see once it answers.
      for (const { afterMs, act } of acts) {
        if (act.type === 'write') void sleep(afterMs).then(() => customers.write(act));
        else void listening.then(() => sleep(restMs + afterMs)).then(() => staff.play(act));
      }
      void staff.clearUp();
      if (kill.kind !== 'event-acknowledged') void staff.answerEscalations();
      if (early === null) await listening;
      const ambush = early ?? lieInWait(kill, stage, app);
      if (kill.kind === 'event-acknowledged')
        void sleep(ANSWER_MS).then(() => staff.answerEscalations({ again: true }));
      const tooLate = listening.then(() => sleep(kill.afterMs + MOMENT_WITHIN_MS, false));
      const isHit = await Promise.race([ambush.hit.then(() => true), tooLate]);
      moments.set(kill.kind, [...(moments.get(kill.kind) ?? []), isHit]);
      await app.kill(kill.kind === 'stopping' ? kill.delayMs * 5 : undefined);
      ambush.lift();
      await listening;
    }

    const waiting = () => readDisk(app.folder).effects.filter(({ notBefore }) => notBefore === null).length;

    async function breathe(): Promise<void> {
      if (waiting() < CROWDED) return;
      const until = performance.now() + BREATHING_MS;
      await app.start();
      while (waiting() > RELIEVED && performance.now() < until) await sleep(500);
      await app.kill();
    }

    const moments = new Map<KillKind, boolean[]>();
    await app.kill();
    let done = 0;
    for (const round of planRounds(rounds, seed, only)) {
      await play(round);
      await breathe();
      done += 1;
      onRound?.(done);
    }
    await app.start();
    let calmAt = clock.now();
    const evidence = (): Evidence => ({
      stage,
      ledger,
      disk: readDisk(app.folder),
      messages: messagesOf(stage, TEAM),
      lives: app.lives,
      calmAt,
      now: clock.now(),
    });
    const count = (kind: Finding['kind'], found: readonly Finding[]) => found.filter((one) => one.kind === kind).length;

    /** Until all is said and done, or nothing goes on any more. */
    async function calm(): Promise<void> {
      let fewest = Number.POSITIVE_INFINITY;
      let until = performance.now() + STILL_MS;
      while (fewest > 0 && performance.now() < until) {
        await staff.idle();
        await staff.clearUp();
        await staff.answerEscalations();
        await sleep(500);
        calmAt = clock.now();
        const left = count('lost', check(evidence()));
        if (left < fewest) until = performance.now() + STILL_MS;
        fewest = Math.min(fewest, left);
      }
    }

    await calm();
    await staff.rush();
    await calm();
    const code = await app.stop();
    const last = evidence();
    const findings: readonly Finding[] = [
      ...check(last),
      ...app.sudden.map((what) => ({ kind: 'lost', what }) as const),
      ...(code === 0 ? [] : [{ kind: 'lost', what: `the app did not stop in order: ${code}` } as const]),
    ];
    if (findings.length > 0 && keep !== undefined) await keepEvidence(keep, last, app);
    const { world } = stage.x;
    const texts = ledger.texts.filter(({ state }) => state !== 'not-sent');
    return {
      rounds,
      seed,
      kills: rounds,
      posts: world.timeline().filter(({ author }) => author !== world.us).length,
      replies: texts.length,
      reminders: toldOf(last).size,
      lost: count('lost', findings),
      doubled: count('doubled', findings),
      seconds: Math.round((performance.now() - began) / SECOND_MS),
      undone: texts.filter(({ undoneAs }) => undoneAs === 'undone').length,
      tooLate: texts.filter(({ undoneAs }) => undoneAs !== null && undoneAs !== 'undone').length,
      returned: texts.filter((sent) => isGivenBack(sent, last)).length,
      moments,
      findings,
      troubles: app.troubles,
    };
  } finally {
    await stage.stop();
  }
}

function onlyOne(lives: readonly MortalProcess[]): MortalProcess {
  const [life] = lives;
  if (life === undefined) throw new Error('the stage started no app');
  return life;
}
