import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import type { TakenEffect } from '../../src/store/index.ts';
import { note, put, takeOne } from './states.ts';
import type { Bench } from './suite.ts';

const POSTS = 'slack:post:C1';

const ACTS = ['plan one', 'plan other', 'take', 'settle', 'postpone', 'restart'] as const;
type Act = (typeof ACTS)[number];

/** What is planned is carried out at least once after its last plan, and never twice at once. */
export function obeysTheLawOfEffects(at: () => Bench): void {
  it('all that were planned and nothing else, whatever happens in between', async () => {
    let runs = 0;
    const law = fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { maxLength: 16 }), async (acts) => {
      runs += 1;
      const { id } = await put(at().store, `law${runs}`, [], { card: { channel: 'C1', ts: `${runs}` } });
      const model = createModel(at, id);
      for (const act of acts) await model.perform[act]();
      await model.carryAllOut();
      expect(model.done).toEqual(model.planned);
      expect(await at().store.destinations()).toEqual([]);
    });
    await fc.assert(law, { numRuns: 40 });
  });
}

function createModel(at: () => Bench, id: string) {
  /** How often each key was planned, and how often it had been when the settled attempt began. */
  const planned = new Map<string, number>();
  const done = new Map<string, number>();
  let running: { taken: TakenEffect; planned: number }[] = [];

  function waits(key: string): boolean {
    return planned.get(key) !== done.get(key) && !running.some(({ taken }) => taken.row.key === key);
  }

  async function planNote(name: string): Promise<void> {
    const effect = { type: 'post-note', id: name, note: { type: 'escalation-failed', escalation: 'e1' } } as const;
    const planning = plan(effect, PRIORITY.rest);
    await at().store.change(mentionRef(id), note('planned', [planning]));
    planned.set(planning.key, (planned.get(planning.key) ?? 0) + 1);
  }

  async function take(): Promise<void> {
    if (![...planned.keys()].some(waits)) {
      expect(await at().store.take(POSTS, at().clock.now())).toBeUndefined();
      return;
    }
    const taken = await takeOne(at().store, POSTS, at().clock.now());
    expect(waits(taken.row.key)).toBe(true);
    running.push({ taken, planned: planned.get(taken.row.key) ?? 0 });
  }

  async function settle(): Promise<void> {
    const one = running.shift();
    if (one === undefined) return;
    await at().store.settle(one.taken, (state) => decided(state));
    done.set(one.taken.row.key, one.planned);
  }

  async function postpone(): Promise<void> {
    const one = running.shift();
    if (one !== undefined) await at().store.postpone(one.taken, at().clock.now(), false);
  }

  async function restart(): Promise<void> {
    await at().restart();
    running = [];
  }

  const perform: Record<Act, () => Promise<void>> = {
    'plan one': () => planNote('one'),
    'plan other': () => planNote('other'),
    take,
    settle,
    postpone,
    restart,
  };
  return {
    planned,
    done,
    perform,
    async carryAllOut() {
      while (running.length > 0) await settle();
      for (const _ of planned) await take().then(settle);
    },
  };
}
