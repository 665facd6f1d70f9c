import { describe, expect, it } from 'vitest';
import { decided, refused } from '../../src/desk/decision.ts';
import { channelRef, mentionRef } from '../../src/desk/ref.ts';
import { channel, mention, note, put } from './states.ts';
import type { Bench } from './suite.ts';

/** The specification of creating, changing and reading; see `describeStore`. */
export function describeAggregates(at: () => Bench): void {
  describe('keeps aggregates:', () => {
    it('numbers new ones by type, rising from 1', async () => {
      const { store } = at();
      const [one, two] = await Promise.all([put(store, 'a'), put(store, 'b')]);
      const three = await put(store, 'c');
      const state = channel('C1');
      await store.create('channel', 'C1', (number) => decided({ ...state, nextRound: number }));
      expect([one.number, two.number, three.number]).toEqual([1, 2, 3]);
      expect((await store.read(channelRef('C1')))?.nextRound).toBe(1);
    });

    it('returns the one that exists instead of creating it again', async () => {
      const { store } = at();
      const first = await put(store, 'a');
      const again = await store.create('mention', 'x:a', () => {
        throw new Error('must not be asked');
      });
      expect(again).toEqual({ created: false, state: first });
      expect((await put(store, 'b')).number).toBe(2);
    });

    it('creates one of two that are created at once under one id', async () => {
      const { store } = at();
      const both = await Promise.all(
        ['C1', 'C2'].map((id) =>
          store.create('mention', 'x:a', (number) => decided(mention('a', number, { channel: id }))),
        ),
      );
      expect(both.map((one) => [one.created, one.state.channel])).toEqual([
        [true, 'C1'],
        [false, 'C1'],
      ]);
    });

    it('lets each decision on one aggregate see what the one before decided', async () => {
      const { store } = at();
      await put(store, 'a');
      const words = Array.from({ length: 500 }, (_, index) => `w${index}`);
      await Promise.all(words.map((word) => store.change(mentionRef('x:a'), note(word))));
      expect((await store.read(mentionRef('x:a')))?.handled).toEqual(words);
    });

    it('has everything that it reported saved after a restart', async () => {
      await put(at().store, 'a');
      const changed = await at().store.change(mentionRef('x:a'), note('w'));
      const other = await put(at().store, 'b', [], { status: 'closed' });
      await at().restart();
      expect({ state: await at().store.read(mentionRef('x:a')) }).toEqual(changed);
      expect(await at().store.read(mentionRef('x:b'))).toEqual(other);
      expect((await put(at().store, 'c')).number).toBe(3);
    });

    it('hands a refusal on and changes nothing', async () => {
      const { store } = at();
      const before = await put(store, 'a');
      const answer = await store.change(mentionRef('x:a'), () => refused({ reason: 'closed' }));
      expect(answer).toEqual({ refused: { reason: 'closed' } });
      expect(await store.read(mentionRef('x:a'))).toEqual(before);
    });

    it('rejects only the change whose decision throws', async () => {
      const { store } = at();
      await put(store, 'a');
      const results = await Promise.allSettled([
        store.change(mentionRef('x:a'), note('before')),
        store.change(mentionRef('x:a'), () => {
          throw new Error('a bug');
        }),
        store.change(mentionRef('x:a'), note('after')),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await store.read(mentionRef('x:a')))?.handled).toEqual(['before', 'after']);
    });

    it('rejects a change of what does not exist, naming it', async () => {
      const change = at().store.change(mentionRef('x:nobody'), note('w'));
      await expect(change).rejects.toMatchObject({ code: 'unknown-aggregate' });
      await expect(change).rejects.toThrow('mention:x:nobody');
    });

    it('rejects what depended on a creation that failed', async () => {
      const { store } = at();
      const creation = store.create('mention', 'x:a', () => {
        throw new Error('a bug');
      });
      const results = await Promise.allSettled([creation, store.change(mentionRef('x:a'), note('w'))]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await store.read(mentionRef('x:a'))).toBeUndefined();
      expect((await put(store, 'b')).number).toBe(1);
    });

    it('refuses a decision that returns another aggregate', async () => {
      const { store } = at();
      await put(store, 'a');
      await expect(store.change(mentionRef('x:a'), () => decided(mention('b', 1)))).rejects.toThrow('mention:x:b');
    });

    it('does not let a decision change the state that it was given', async () => {
      const { store } = at();
      const before = await put(store, 'a');
      const change = store.change(mentionRef('x:a'), (state) => {
        Object.assign(state.author, { name: 'Changed' });
        return decided(state);
      });
      await expect(change).rejects.toThrow(TypeError);
      expect(await store.read(mentionRef('x:a'))).toEqual(before);
    });

    it('keeps cursors', async () => {
      expect(await at().store.readCursor('mentions:x')).toBeNull();
      expect(await at().store.readCursor('toString')).toBeNull();
      await Promise.all(['1', '2', '3'].map((value) => at().store.saveCursor('mentions:x', value)));
      await at().store.saveCursor('other', 'o');
      await at().restart();
      expect(await at().store.readCursor('mentions:x')).toBe('3');
      expect(await at().store.readCursor('other')).toBe('o');
    });

    it('finishes what waits when it is closed, and answers nothing afterwards', async () => {
      const { store } = at();
      const pending = put(store, 'a');
      const order: string[] = [];
      const closed = store.close().then(() => order.push('closed'));
      await expect(put(store, 'b')).rejects.toMatchObject({ code: 'closed' });
      await Promise.all([pending.then(() => order.push('saved')), closed]);
      expect(order).toEqual(['saved', 'closed']);
      await expect(store.read(mentionRef('x:a'))).rejects.toMatchObject({ code: 'closed' });
      await at().restart();
      expect(await at().store.read(mentionRef('x:a'))).toBeDefined();
    });
  });
}
