import { describe, expect, it } from 'vitest';
import { waitingIn } from '../../src/desk/channel-watch.ts';
import { messagesOf } from '../../src/desk/erasure.ts';
import { facetsOf, lookup } from '../../src/desk/facets.ts';
import { folded, lead, takeOut } from '../../src/desk/fold.ts';
import { cardLost, uncardedSince } from '../../src/desk/lost-card.ts';
import { aMention, aPress, berlin, CARD, granted, instant, secondsAfter } from './examples.ts';

const NOW = berlin('2026-11-24T10:30');

describe('a card that somebody deleted', () => {
  it('is drawn anew, once for each deletion, and waits since then', () => {
    const { state, effects } = cardLost(aMention(), CARD, false, NOW);
    expect(state).toMatchObject({ card: null, oldThread: null });
    expect(effects.map(({ key }) => key)).toEqual(['draw-card']);
    expect(uncardedSince(state)).toBe(instant('2026-11-24T10:30'));
    expect(cardLost(state, CARD, true, NOW).state).toBe(state);
    const elsewhere = aMention({ card: { ...CARD, ts: '1700000009.000100' } });
    expect(cardLost(elsewhere, CARD, false, NOW)).toEqual({ state: elsewhere, effects: [] });
  });

  it('leads to its thread, which is still known by it and goes when its customer is forgotten', () => {
    const { state } = cardLost(aMention(), CARD, true, NOW);
    expect(state.oldThread).toEqual(CARD);
    expect(facetsOf(state).lookups).toContain(lookup.message(CARD.channel, CARD.ts));
    expect(messagesOf(state)).toEqual([CARD]);
  });

  it('by us, as its customer was forgotten, stays away', () => {
    const forgotten = {
      by: 'U0CARLA',
      at: instant('2026-11-24T10:00'),
      why: 'asked',
      report: null,
      waits: [],
      left: [],
      undeleted: [],
    } as const;
    const mention = aMention({ forgotten });
    expect(cardLost(mention, CARD, false, NOW)).toEqual({ state: mention, effects: [] });
  });
});

describe('one that was folded and gets its card', () => {
  const without = folded(aMention({ card: null }), 'x:900', berlin('2026-11-24T10:00'));

  it('waits for it since then, not since it came: the channel hears of no backlog', () => {
    for (const { state } of [granted(lead(without, 'x:900', NOW)), granted(takeOut(without, aPress(), NOW))]) {
      expect(uncardedSince(state)).toBe(instant('2026-11-24T10:30'));
      expect(waitingIn(CARD.channel, [state], secondsAfter(NOW, 2)).oldestMs).toBe(2_000);
    }
  });

  it('says so once, however often its count changes', () => {
    const { state } = granted(lead(without, 'x:900', NOW));
    expect(granted(lead(state, 'x:900', secondsAfter(NOW, 9))).state.history).toEqual(state.history);
    const first = aMention({ id: 'x:900' });
    expect(granted(lead(first, 'x:900', NOW)).state.history).toEqual(first.history);
  });
});
