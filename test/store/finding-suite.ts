import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { lookup } from '../../src/desk/facets.ts';
import { NEW_ESCALATION } from '../../src/desk/mention.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { mention, note, put, slaClock, T0 } from './states.ts';
import type { Bench } from './suite.ts';

const ENDED = { at: T0, how: 'kept', by: 'U1' } as const;
const PROMISE = {
  id: 'w1',
  owner: 'U1',
  madeAt: T0,
  dueAt: T0,
  beforeAt: null,
  brokenAt: T0,
  publication: 'p1',
  told: 'broken',
} as const;
const ASKED = {
  ...NEW_ESCALATION,
  id: 'e1',
  by: 'U1',
  at: T0,
  to: { type: 'user', id: 'U2' },
  channel: null,
  reason: 'why?',
} as const;

/** The specification of lookups and lists; see `describeStore`. */
export function describeFinding(at: () => Bench): void {
  describe('finds aggregates:', () => {
    it('by what they own, also after a restart', async () => {
      await put(at().store, 'a', [], { card: { channel: 'C1', ts: '1.1' } });
      await at().restart();
      const keys = [lookup.number('mention', 1), lookup.post('x', 'a'), lookup.message('C1', '1.1')];
      for (const key of keys) expect(await at().store.find(key)).toEqual({ type: 'mention', id: 'x:a' });
      expect(await at().store.find(lookup.post('x', 'b'))).toBeUndefined();
    });

    it('no longer by what they gave up, which another may then own', async () => {
      const { store } = at();
      const card = { channel: 'C1', ts: '1.1' };
      await Promise.all([put(store, 'a', [], { card }), put(store, 'b')]);
      await store.change(mentionRef('x:b'), (state) => decided({ ...state, conversation: 'other' }));
      expect(await store.find(lookup.talk('x', 'author-b', 'talk-b'))).toBeUndefined();
      await Promise.all([
        store.change(mentionRef('x:a'), (state) => decided({ ...state, card: null })),
        store.change(mentionRef('x:b'), (state) => decided({ ...state, card })),
      ]);
      expect(await store.find(lookup.message('C1', '1.1'))).toEqual({ type: 'mention', id: 'x:b' });
    });

    it('and rejects only the change that claims what belongs to another, naming both', async () => {
      const { store } = at();
      const twin = mention('a', 0).posts;
      const results = await Promise.allSettled([
        put(store, 'a'),
        put(store, 'b', [], { posts: twin }),
        put(store, 'c'),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(results[1]).toMatchObject({ reason: { code: 'lookup-taken' } });
      expect(String(results[1]?.status === 'rejected' && results[1].reason)).toMatch(/x:b.*x:a/);
      expect(await store.find(lookup.post('x', 'a'))).toEqual({ type: 'mention', id: 'x:a' });
      expect(await store.find(lookup.talk('x', 'author-b', 'talk-b'))).toBeUndefined();
    });

    it('lists them by number', async () => {
      const posts = Array.from({ length: 12 }, (_, index) => `p${11 - index}`);
      await Promise.all(posts.map((post) => put(at().store, post)));
      await at().store.change(mentionRef('x:p11'), note('changed last'));
      const numbers = async () => (await at().store.list('mention')).map(({ number }) => number);
      expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      await at().restart();
      expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(await at().store.list('incident')).toEqual([]);
    });

    it('that are open, due, promised, without a card, or asking', async () => {
      const { store } = at();
      const due = (dueAt: string) => ({ clocks: [slaClock({ dueAt })] });
      await put(store, 'open', [], due('2026-03-03T10:00:00.000Z'));
      await put(store, 'later', [], { ...due('2026-03-03T11:00:00.000Z'), card: { channel: 'C1', ts: '1' } });
      const promise = { ...PROMISE, ended: null };
      await put(store, 'closed', [], {
        status: 'closed',
        promises: [{ ...PROMISE, ended: ENDED }, promise],
        escalations: [ASKED],
      });
      const posts = async (...query: Parameters<typeof store.list<'mention'>>[1][]) =>
        (await store.list('mention', ...query)).map(({ posts: [first] }) => first.id);
      expect(await posts({ open: true })).toEqual(['open', 'later']);
      expect(await posts({ dueBefore: new Date('2026-03-03T10:00:00.000Z') })).toEqual(['open']);
      expect(await posts({ dueBefore: new Date('2026-03-03T09:59:59.999Z') })).toEqual([]);
      expect(await posts({ uncarded: true, open: true })).toEqual(['open']);
      expect(await posts({ promised: true })).toEqual(['closed']);
      expect(await posts({ asking: true })).toEqual(['closed']);
      expect(await posts()).toEqual(['open', 'later', 'closed']);
    });

    it('that asked to be woken, and says when the next one wants to be', async () => {
      expect(await at().store.nextWake()).toBeNull();
      await put(at().store, 'a', [], { clocks: [slaClock({ dueAt: '2026-03-03T10:00:00.000Z' })] });
      await put(at().store, 'b', [], { clocks: [slaClock({ dueAt: '2026-03-03T09:30:00.000Z' })] });
      await at().restart();
      const { store } = at();
      const wake = await store.nextWake();
      expect(wake).toEqual(new Date('2026-03-03T09:30:00.000Z'));
      expect((await store.list('mention', { wakeBefore: wake ?? new Date(0) })).map(({ id }) => id)).toEqual(['x:b']);
      await store.change(mentionRef('x:b'), (state) =>
        decided({ ...state, clocks: state.clocks.map((clock) => ({ ...clock, late: true })) }),
      );
      expect(await store.nextWake()).toEqual(new Date('2026-03-03T10:00:00.000Z'));
    });
  });
}
