import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { MINUTE_MS } from '../../src/desk/instant.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { note, put, takeOne } from './states.ts';
import type { Bench } from './suite.ts';

const POSTS = 'slack:post:C1';
const refA = mentionRef('x:a');
const draw = () => plan({ type: 'draw-card' }, PRIORITY.rest);

/** The specification of what could not be carried out; see `describeStore`. */
export function describeFailedEffects(at: () => Bench): void {
  const take = () => at().store.take(POSTS, at().clock.now());
  const mustTake = () => takeOne(at().store, POSTS, at().clock.now());

  describe('keeps failed effects:', () => {
    it('postponed ones for later, across a restart', async () => {
      await put(at().store, 'a', [draw()]);
      const retryAt = new Date(at().clock.now().getTime() + MINUTE_MS);
      await at().store.postpone(await mustTake(), retryAt, true);
      expect(await take()).toBeUndefined();
      await at().restart();
      expect(await take()).toBeUndefined();
      expect(await at().store.nextReady(POSTS)).toEqual(retryAt);
      at().clock.move(MINUTE_MS);
      expect((await mustTake()).row).toMatchObject({ attempts: 1, unclear: true, revision: 1 });
    });

    it('still unclear when they are planned again, until they are settled', async () => {
      await put(at().store, 'a', [draw()]);
      await at().store.postpone(await mustTake(), at().clock.now(), true);
      await at().store.change(refA, note('again', [draw()]));
      const taken = await mustTake();
      expect(taken.row).toMatchObject({ unclear: true, attempts: 0 });
      await at().store.change(refA, note('and again', [draw()]));
      await at().store.settle(taken, (state) => decided(state));
      expect((await mustTake()).row.unclear).toBe(false);
    });

    it('ready as early as a plan that was made meanwhile says', async () => {
      await put(at().store, 'a', [draw()]);
      const taken = await mustTake();
      await at().store.change(refA, note('meanwhile', [draw()]));
      await at().store.postpone(taken, new Date(at().clock.now().getTime() + MINUTE_MS), false);
      expect((await mustTake()).row).toMatchObject({ revision: 2, notBefore: null });
    });

    it('counted by destination, beside those that wait or run', async () => {
      await put(at().store, 'a', [draw(), plan({ type: 'post-again' }, PRIORITY.rest)]);
      expect(await at().store.queues()).toEqual([{ destination: POSTS, waiting: 2, parked: 0 }]);
      await at().store.park(await mustTake(), 'Slack refuses the blocks', note('parked'));
      expect(await at().store.queues()).toEqual([{ destination: POSTS, waiting: 1, parked: 1 }]);
      const running = await mustTake();
      expect(await at().store.queues()).toEqual([{ destination: POSTS, waiting: 1, parked: 1 }]);
      await at().store.settle(running, (state) => decided(state));
      await at().restart();
      expect(await at().store.queues()).toEqual([{ destination: POSTS, waiting: 0, parked: 1 }]);
    });

    it('parked ones with the reason, until they are planned anew', async () => {
      await put(at().store, 'a', [draw(), plan({ type: 'post-again' }, PRIORITY.rest)]);
      await at().store.park(await mustTake(), 'Slack refuses the blocks', note('parked'));
      await at().restart();
      expect((await mustTake()).row.key).toBe('post-again');
      expect(await take()).toBeUndefined();
      const parked = { key: 'draw-card', parked: 'Slack refuses the blocks', attempts: 1 };
      expect(await at().store.parked()).toMatchObject([{ ref: refA, row: parked }]);
      expect((await at().store.read(refA))?.handled).toEqual(['parked']);
      await at().store.change(refA, note('try again', [draw()]));
      expect(await at().store.parked()).toEqual([]);
      expect(await mustTake()).toMatchObject({ row: { parked: null, attempts: 0 }, inherited: false });
    });

    it('not parked when they were planned anew meanwhile', async () => {
      await put(at().store, 'a', [draw()]);
      const taken = await mustTake();
      await at().store.change(refA, note('meanwhile', [draw()]));
      await at().store.park(taken, 'no', note('parked'));
      expect(await at().store.parked()).toEqual([]);
      expect((await mustTake()).row.revision).toBe(2);
    });
  });
}
