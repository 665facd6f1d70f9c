import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/desk/erasure.ts';

import { facetsOf, lookup } from '../../src/desk/facets.ts';
import { cardLost, uncardedSince } from '../../src/desk/lost-card.ts';
import { aMention, berlin, CARD, instant } from './examples.ts';

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
