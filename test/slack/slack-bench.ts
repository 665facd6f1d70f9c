import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { createPracticeSlack, type PracticeSlackOptions } from '../../practice/slack/index.ts';
import { type Effect, type EffectRow, PRIORITY, plan } from '../../src/desk/effect.ts';
import { CallFault, type Fault } from '../../src/desk/fault.ts';
import type { Aggregate } from '../../src/desk/ref.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { createSlackCourier } from '../../src/slack/courier.ts';
import type { SlackJob } from '../../src/slack/index.ts';
import { createPeople } from '../../src/slack/people.ts';
import { ANNA, aDesk, atRest, BEN, berlin, CARD } from '../desk/examples.ts';

interface Patience {
  /** Real milliseconds for which our clients wait for an answer; default: as the app has it. */
  readonly timeoutMs?: number;
}

/** A practice Slack with Anna and Ben in the team's channel, and our clients; it closes with the test. */
export async function openSlack({ timeoutMs, ...options }: Partial<PracticeSlackOptions> & Patience = {}) {
  const clock = createPracticeClock(berlin('2026-11-24T10:00'));
  const slack = createPracticeSlack({ clock, ...options });
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    clock.stop();
  });
  const { workspace } = slack;
  workspace.addUser({ id: ANNA, name: 'anna' });
  workspace.addUser({ id: BEN, name: 'ben' });
  workspace.addChannel({ id: CARD.channel, name: 'care', members: [ANNA, BEN] });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const clients = createSlackClients({
    botToken: slack.botToken,
    apiUrl: slack.url,
    log,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return { clock, slack, workspace, clients, log, lines, calls: callsOf(workspace) };
}

/** The same with a courier. */
export async function openCourier(options: Partial<PracticeSlackOptions> & Patience = {}) {
  const bench = await openSlack(options);
  const workspaceUrl = 'https://practice.slack.com/';
  const people = createPeople({ client: bench.clients.presses, clock: bench.clock });
  // What a test does to our wall clock, Slack's stays right.
  let wrongMs = 0;
  const clock = { ...bench.clock, now: () => new Date(bench.clock.now().getTime() + wrongMs) };
  const courier = createSlackCourier({ client: bench.clients.dispatch, people, workspaceUrl, clock, log: bench.log });
  return {
    ...bench,
    courier,
    /** Our wall clock is wrong from now on. */
    setClock: (byMs: number) => {
      wrongMs = byMs;
    },
    ourNow: () => clock.now().toISOString(),
    /** Carries one effect out; answers where its message stands. */
    carryOut: async (state: Aggregate, effect: Effect, more: Partial<SlackJob> & { at?: Partial<EffectRow> } = {}) => {
      const { at, ...fields } = more;
      const row = atRest(plan(effect, PRIORITY.press), at);
      const job = {
        effect,
        row,
        state,
        related: [],
        about: null,
        home: null,
        silent: null,
        report: null,
        desk: aDesk(),
        now: clock.now(),
        lookFirst: false,
        ...fields,
      };
      return (await courier.carryOut(job)).message;
    },
  };
}

/** The fault behind a rejected call; a call that succeeds is an error. */
export async function faultOf(call: Promise<unknown>): Promise<Fault> {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallFault) return error.fault;
    throw error;
  }
  throw new Error('the call succeeded');
}

function callsOf(workspace: { readonly requests: readonly { method: string; args: Record<string, unknown> }[] }) {
  return (method: string) => workspace.requests.filter((each) => each.method === method).map((each) => each.args);
}

/** Stands in an expected object for a text that has this in it. */
export function textWith(part: string | RegExp): unknown {
  return expect.stringMatching(part);
}
