import { watch } from 'node:fs';
import { z } from 'zod';
import type { Fault, Faults } from '../../practice/faults.ts';
import type { Stage } from '../../practice/stage.ts';
import type { Halt } from './halting-disk.ts';
import type { MortalProcess } from './mortal-process.ts';
import type { Kill, KillKind } from './plan.ts';

/** A kill that waits for its moment. */
export interface Ambush {
  /** Resolves at the moment. */
  readonly hit: Promise<void>;
  /** Lets whatever is held go on; nothing is watched any more. */
  lift(): void;
}

interface Call extends Pick<Fault, 'when' | 'kind'> {
  readonly isAnswered: boolean;
}

/** Calls that are watched for, and how far they are let before the kill. */
const CALLS: Readonly<Partial<Record<KillKind, Call>>> = {
  'x-before': { when: 'POST /2/tweets', kind: 'cut-before', isAnswered: false },
  'x-after': { when: 'POST /2/tweets', kind: 'late-answer', isAnswered: false },
  'x-answered': { when: 'POST /2/tweets', kind: 'late-answer', isAnswered: true },
  'slack-before': { when: 'chat.postMessage', kind: 'cut-before', isAnswered: false },
  'slack-after': { when: 'chat.postMessage', kind: 'late-answer', isAnswered: false },
  'slack-answered': { when: 'chat.postMessage', kind: 'late-answer', isAnswered: true },
  'drawn-after': { when: 'chat.update', kind: 'late-answer', isAnswered: false },
  'mentions-read': { when: 'GET /2/users/:id/mentions', kind: 'late-answer', isAnswered: true },
};

/** Calls whose result the app is about to save. */
const RESULTS: Readonly<Partial<Record<KillKind, string>>> = {
  settling: 'chat.postMessage',
  'settling-x': 'POST /2/tweets',
};

/** Real milliseconds for which a call to Slack takes, where no kill waits for one. */
const SLACK_MS = 150;

const HALTS: Readonly<Partial<Record<KillKind, Halt>>> = { 'page-half': 'half', 'page-written': 'before-rename' };

/** Lies in wait for the moment of a kill: a call under way, a press acknowledged, a page between write and rename. */
export function lieInWait({ kind, afterMs, delayMs }: Kill, { slack, x }: Stage, app: MortalProcess): Ambush {
  let strike = () => {};
  const hit = new Promise<void>((resolve) => {
    strike = resolve;
  });
  const undo: (() => void)[] = [];
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    undo.push(() => clearTimeout(timer));
  };

  /** Slack takes its time, as the real one does: what changes while a card is being drawn must be drawn as well. */
  function slowDown(): void {
    undo.push(slack.faults.add({ when: /^chat\./, kind: 'delay', delayMs: SLACK_MS }));
  }

  function begin(): void {
    const call = CALLS[kind];
    const result = RESULTS[kind];
    const halt = HALTS[kind];
    if (call !== undefined) undo.push(holdCall(call));
    else if (halt !== undefined) void app.haltAt(halt).then(strike);
    // The next write is that of the result, or of something beside it: its page is there, and not in its place.
    else if (result !== undefined) whenAnswered(result, () => void app.haltAt('before-rename').then(strike));
    else beginOther();
  }

  function beginOther(): void {
    switch (kind) {
      case 'acknowledged':
        whenAcknowledged('interactive', () => true);
        return;
      case 'event-acknowledged':
        whenAcknowledged('events_api', isByPerson);
        return;
      case 'page-saved':
        watchFor('.json');
        return;
      case 'cursor-saved':
        watchFor('meta.json');
        return;
      case 'settled':
        // What Slack took is saved next: the effect is gone with that write, and its result must be there.
        whenAnswered('chat.postMessage', () => watchFor('.json'));
        return;
      default:
        strike();
    }
  }

  function whenAcknowledged(type: string, isMeant: (payload: Record<string, unknown>) => boolean): void {
    undo.push(
      slack.workspace.on((change) => {
        if (change.kind === 'delivered' && change.acked && change.type === type && isMeant(change.payload)) strike();
      }),
    );
  }

  function whenAnswered(call: string, run: () => void): void {
    undo.push(faultsOf(call).add({ when: call, kind: 'late-answer', times: 1, until: async () => run() }));
  }

  function faultsOf(call: Fault['when']): Faults {
    return String(call).startsWith('chat.') ? slack.faults : x.faults;
  }

  function watchFor(ending: string): void {
    const watcher = watch(app.folder, (_event, name) => {
      if (name?.endsWith(ending)) strike();
    });
    undo.push(() => watcher.close());
  }

  function holdCall(call: Call): () => void {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const until = async () => {
      if (call.isAnswered) later(delayMs, strike);
      else {
        strike();
        await released;
      }
    };
    const remove = faultsOf(call.when).add({ when: call.when, kind: call.kind, times: 1, until });
    return () => {
      remove();
      release();
    };
  }

  if (!isAboutSlack(kind)) slowDown();
  later(afterMs, begin);
  return {
    hit,
    lift() {
      for (const one of undo) one();
    },
  };
}

function isAboutSlack(kind: KillKind): boolean {
  return kind === 'settled' || String(CALLS[kind]?.when ?? RESULTS[kind] ?? '').startsWith('chat.');
}

const eventOf = z.object({ event: z.object({ bot_id: z.undefined().optional(), type: z.literal('message') }) });

/** What a colleague wrote; most events tell of the app's own messages. */
function isByPerson(payload: Record<string, unknown>): boolean {
  return eventOf.safeParse(payload).success;
}
