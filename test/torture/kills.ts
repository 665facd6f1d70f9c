import { watch } from 'node:fs';
import type { Fault, Faults } from '../../practice/faults.ts';
import type { Stage } from '../../practice/stage.ts';
import type { Kill, KillKind } from './plan.ts';

/** A kill that waits for its moment. */
export interface Ambush {
  /** Resolves at the moment. */
  readonly hit: Promise<void>;
  /** Lets whatever is held go on; nothing is watched any more. */
  lift(): void;
}

/** Calls that are watched for, and how far they are let before the kill. */
const CALLS: Readonly<Partial<Record<KillKind, Pick<Fault, 'when' | 'kind'> & { readonly isAnswered: boolean }>>> = {
  'x-before': { when: 'POST /2/tweets', kind: 'cut-before', isAnswered: false },
  'x-after': { when: 'POST /2/tweets', kind: 'late-answer', isAnswered: false },
  'x-answered': { when: 'POST /2/tweets', kind: 'late-answer', isAnswered: true },
  'slack-before': { when: 'chat.postMessage', kind: 'cut-before', isAnswered: false },
  'slack-after': { when: 'chat.postMessage', kind: 'late-answer', isAnswered: false },
  'slack-answered': { when: 'chat.postMessage', kind: 'late-answer', isAnswered: true },
  'drawn-after': { when: 'chat.update', kind: 'late-answer', isAnswered: false },
  'mentions-read': { when: 'GET /2/users/:id/mentions', kind: 'late-answer', isAnswered: true },
};

/** Lies in wait for the moment of a kill: a call under way, a press acknowledged, a page between write and rename. */
export function lieInWait({ kind, afterMs, delayMs }: Kill, { slack, x }: Stage, folder: string): Ambush {
  let strike = () => {};
  const hit = new Promise<void>((resolve) => {
    strike = resolve;
  });
  const undo: (() => void)[] = [];
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    undo.push(() => clearTimeout(timer));
  };

  function begin(): void {
    const call = CALLS[kind];
    if (call !== undefined) {
      undo.push(holdCall(call.when === 'chat.postMessage' || call.when === 'chat.update' ? slack.faults : x.faults));
      return;
    }
    switch (kind) {
      case 'acknowledged':
        undo.push(
          slack.workspace.on((change) => {
            if (change.kind === 'delivered' && change.acked && change.type === 'interactive') strike();
          }),
        );
        return;
      case 'page-written':
        watchFor('.json.tmp');
        return;
      case 'page-saved':
        watchFor('.json');
        return;
      case 'cursor-saved':
        watchFor('meta.json');
        return;
      case 'settled': {
        // What Slack took is saved next: the effect is gone with that write, and its result must be there.
        const until = async () => watchFor('.json');
        undo.push(slack.faults.add({ when: 'chat.postMessage', kind: 'late-answer', times: 1, until }));
        return;
      }
      default:
        strike();
    }
  }

  function watchFor(ending: string): void {
    const watcher = watch(folder, (_event, name) => {
      if (name?.endsWith(ending)) strike();
    });
    undo.push(() => watcher.close());
  }

  function holdCall(faults: Faults): () => void {
    const call = CALLS[kind];
    if (call === undefined) return () => {};
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
    const remove = faults.add({ when: call.when, kind: call.kind, times: 1, until });
    return () => {
      remove();
      release();
    };
  }

  later(afterMs, begin);
  return {
    hit,
    lift() {
      for (const one of undo) one();
    },
  };
}
