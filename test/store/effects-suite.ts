import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { type PlannedEffect, PRIORITY, type Priority, plan } from '../../src/desk/effect.ts';
import { MINUTE_MS, SECOND_MS } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import type { Store } from '../../src/store/index.ts';
import { obeysTheLawOfEffects } from './effects-law.ts';
import { note, put, takeOne } from './states.ts';
import type { Bench } from './suite.ts';

const POSTS = 'slack:post:C1';
const UPDATES = 'slack:update';
const CARD = { channel: 'C1', ts: '1.1' };
const refA = mentionRef('x:a');

function draw(priority: Priority = PRIORITY.rest, notBefore: string | null = null): PlannedEffect {
  return plan({ type: 'draw-card' }, priority, notBefore);
}

function threadNote(id: string): PlannedEffect {
  return plan({ type: 'post-note', id, note: { type: 'wrote-again', post: '1', owner: null } }, PRIORITY.rest);
}

/** The specification of effects; see `describeStore`. */
export function describeEffects(at: () => Bench): void {
  const take = (destination = POSTS) => at().store.take(destination, at().clock.now());

  const mustTake = (destination = POSTS) => takeOne(at().store, destination, at().clock.now());

  /** Takes and settles whatever is ready. */
  async function takeAll(destination = POSTS): Promise<string[]> {
    const ids: string[] = [];
    for (let taken = await take(destination); taken !== undefined; taken = await take(destination)) {
      ids.push(taken.ref.id);
      await at().store.settle(taken, (state) => decided(state));
    }
    return ids;
  }

  describe('hands out effects:', () => {
    it('with the state that caused them, until they are settled', async () => {
      const state = await put(at().store, 'a', [draw(PRIORITY.complaint)]);
      const taken = await mustTake();
      expect(taken).toMatchObject({ ref: refA, state, inherited: false });
      expect(taken.row).toEqual({
        ...draw(PRIORITY.complaint),
        savedAt: at().clock.now().toISOString(),
        revision: 1,
        attempts: 0,
        unclear: false,
        parked: null,
      });
      await at().store.settle(taken, note('drawn'));
      expect((await at().store.read(refA))?.handled).toEqual(['drawn']);
      await at().restart();
      expect(await take()).toBeUndefined();
      expect((await at().store.read(refA))?.handled).toEqual(['drawn']);
    });

    it('by priority, then by age, then by number', async () => {
      await put(at().store, 'late');
      await put(at().store, 'rest', [draw(PRIORITY.rest)]);
      at().clock.move(SECOND_MS);
      await Promise.all(['q1', 'q2', 'q3'].map((post) => put(at().store, post, [draw(PRIORITY.question)])));
      at().clock.move(SECOND_MS);
      await put(at().store, 'press', [draw(PRIORITY.press)]);
      await at().store.change(mentionRef('x:late'), note('w', [draw(PRIORITY.question)]));
      await at().store.change(mentionRef('x:q1'), note('w', [draw(PRIORITY.question)]));
      await at().store.change(mentionRef('x:q2'), note('w', [draw(PRIORITY.question)]));
      expect(await takeAll()).toEqual(['x:press', 'x:q1', 'x:q2', 'x:q3', 'x:late', 'x:rest']);
    });

    it('not before their time', async () => {
      const ready = new Date(at().clock.now().getTime() + MINUTE_MS);
      await put(at().store, 'a', [draw(PRIORITY.rest, ready.toISOString())]);
      expect(await take()).toBeUndefined();
      expect(await at().store.nextReady(POSTS)).toEqual(ready);
      at().clock.move(MINUTE_MS);
      expect((await mustTake()).ref).toEqual(refA);
    });

    it('of one destination, as the latest state decides which', async () => {
      await put(at().store, 'a', [draw(), threadNote('n1')]);
      expect(await at().store.destinations()).toEqual([POSTS]);
      expect(await take(UPDATES)).toBeUndefined();
      const first = await mustTake();
      expect(first.row.key).toBe('draw-card');
      expect(await take()).toBeUndefined();
      await at().store.settle(first, (state) => decided({ ...state, card: CARD }, [draw()]));
      expect([...(await at().store.destinations())].sort()).toEqual([POSTS, UPDATES]);
      expect((await mustTake(UPDATES)).row.key).toBe('draw-card');
      expect((await mustTake()).row.key).toBe('post-note:n1');
    });

    it('never the same one twice at once', async () => {
      await put(at().store, 'a', [draw()]);
      const taken = await mustTake();
      expect(await take()).toBeUndefined();
      expect(await at().store.nextReady(POSTS)).toBeNull();
      await at().store.change(refA, (state) => decided({ ...state, card: CARD }, [draw()]));
      expect(await take(UPDATES)).toBeUndefined();
      await at().store.settle(taken, (state) => decided(state));
      expect((await mustTake(UPDATES)).row.revision).toBe(2);
    });

    it('and marks those of an earlier process, until their first attempt has ended', async () => {
      await put(at().store, 'a', [draw()]);
      await at().restart();
      await at().store.change(refA, note('planned again', [draw()]));
      const taken = await mustTake();
      expect(taken.inherited).toBe(true);
      await at().store.postpone(taken, at().clock.now(), false);
      expect((await mustTake()).inherited).toBe(false);
    });

    it('says when what waits is ready, at the latest now', async () => {
      expect(await at().store.nextReady(POSTS)).toBeNull();
      await put(at().store, 'a', [draw()]);
      at().clock.move(-MINUTE_MS);
      expect((await at().store.nextReady(POSTS))?.getTime()).toBeLessThanOrEqual(at().clock.now().getTime());
    });

    obeysTheLawOfEffects(at);

    it('fast enough with 3,000 that wait for one destination', async () => {
      const posts = Array.from({ length: 3_000 }, (_, index) => `p${index}`);
      await Promise.all(posts.map((post) => put(at().store, post, [draw()])));
      const started = performance.now();
      for (let count = 0; count < 500; count += 1) await mustTake();
      expect((performance.now() - started) / 500).toBeLessThan(10);
    });
  });

  describe('merges effects of one key:', () => {
    it('replaces one that waits, keeps its place and the more urgent priority', async () => {
      await put(at().store, 'a', [draw(PRIORITY.complaint)]);
      const savedAt = at().clock.now().toISOString();
      at().clock.move(SECOND_MS);
      await at().store.change(refA, note('again', [draw(PRIORITY.rest)]));
      expect((await mustTake()).row).toMatchObject({ revision: 2, priority: PRIORITY.complaint, savedAt });
      expect(await take()).toBeUndefined();
    });

    it('re-arms one that is being carried out, with its own priority and age', async () => {
      await put(at().store, 'a', [draw(PRIORITY.complaint)]);
      const taken = await mustTake();
      at().clock.move(SECOND_MS);
      await at().store.change(refA, note('changed meanwhile', [draw(PRIORITY.rest)]));
      await at().store.settle(taken, note('drawn'));
      const again = await mustTake();
      expect(again.row).toMatchObject({ revision: 2, priority: PRIORITY.rest });
      expect(again.row.savedAt).toBe(at().clock.now().toISOString());
      expect(again.state.handled).toEqual(['changed meanwhile', 'drawn']);
      await at().store.settle(again, (state) => decided(state));
      expect(await take()).toBeUndefined();
    });

    it('remembers since when one may be done that is planned again during an attempt that nobody saw end', async () => {
      await put(at().store, 'a', [draw()]);
      const savedAt = at().clock.now().toISOString();
      await mustTake();
      // The attempt had its effect, and the app died; another life takes it over, something changes, and it dies as well.
      at().clock.move(10 * MINUTE_MS);
      await at().restart();
      await mustTake();
      await at().store.change(refA, note('changed meanwhile', [draw()]));
      await at().restart();
      expect(await mustTake()).toMatchObject({ inherited: true, row: { savedAt, revision: 2 } });
    });

    it('remembers it where the attempt ended unclear, also when it was given up and is tried again', async () => {
      await put(at().store, 'a', [draw()]);
      const savedAt = at().clock.now().toISOString();
      await at().store.postpone(await mustTake(), at().clock.now(), true);
      at().clock.move(10 * MINUTE_MS);
      await at().store.park(await mustTake(), 'refused', (state) => decided(state));
      await at().store.change(refA, note('tried again', [draw()]));
      expect((await mustTake()).row).toMatchObject({ unclear: true, savedAt });
    });

    it('keeps one that the result itself plans', async () => {
      await put(at().store, 'a', [draw(PRIORITY.complaint)]);
      await at().store.settle(await mustTake(), note('drawn', [draw(PRIORITY.rest)]));
      expect((await mustTake()).row).toMatchObject({ revision: 2, priority: PRIORITY.rest, attempts: 0 });
    });

    it('tells apart settling and planning that are saved together', async () => {
      await put(at().store, 'a', [draw()]);
      const taken = await mustTake();
      await Promise.all([
        at().store.settle(taken, note('drawn')),
        at().store.change(refA, note('later', [draw(PRIORITY.press)])),
      ]);
      const again = await mustTake();
      expect(again.row.priority).toBe(PRIORITY.press);
      expect(again.state.handled).toEqual(['drawn', 'later']);
    });

    it('ends an attempt only once', async () => {
      await put(at().store, 'a', [draw()]);
      const taken = await mustTake();
      await at().store.settle(taken, note('once', [draw()]));
      await mustTake();
      await expect(at().store.settle(taken, note('twice'))).rejects.toThrow('has ended before');
      expect(await take()).toBeUndefined();
      expect((await at().store.read(refA))?.handled).toEqual(['once']);
    });
  });

  describe('tells of effects:', () => {
    async function heard(store: Store, act: () => Promise<unknown>): Promise<string[]> {
      const destinations: string[] = [];
      const stop = store.onEffects((destination) => destinations.push(destination));
      await act();
      stop();
      return destinations;
    }

    it('when they were saved, and no longer when nobody listens', async () => {
      const { store } = at();
      expect(await heard(store, () => put(store, 'a', [draw()]))).toEqual([POSTS]);
      const destinations: string[] = [];
      store.onEffects((destination) => destinations.push(destination))();
      await put(store, 'b', [draw()]);
      expect(destinations).toEqual([]);
    });

    it('when another state sends them elsewhere', async () => {
      const { store } = at();
      await put(store, 'a', [draw()]);
      const carded = (state: Mention) => decided({ ...state, card: CARD });
      expect(await heard(store, () => store.change(refA, carded))).toEqual([UPDATES]);
    });

    it('when one that was being carried out waits again', async () => {
      const { store } = at();
      await put(store, 'a', [draw()]);
      const taken = await mustTake();
      expect(await heard(store, () => store.change(refA, note('meanwhile', [draw()])))).toEqual([]);
      expect(await heard(store, () => store.settle(taken, (state) => decided(state)))).toEqual([POSTS]);
      const again = await mustTake();
      expect(await heard(store, () => store.postpone(again, at().clock.now(), false))).toEqual([POSTS]);
    });

    it('to the others when one listener fails', async () => {
      const { store } = at();
      store.onEffects(() => {
        throw new Error('a bug');
      });
      expect(await heard(store, () => put(store, 'a', [draw()]))).toEqual([POSTS]);
    });
  });
}
