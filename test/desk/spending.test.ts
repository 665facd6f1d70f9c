import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  added,
  maySearch,
  NEW_SPENDING,
  SPENDING_ITEMS,
  type Spending,
  type SpendingDay,
  type SpentByItem,
  spend,
  spentSince,
  totalMicros,
  watchSpending,
} from '../../src/desk/spending.ts';
import { CARD, effectsOf } from './examples.ts';

const TODAY = '2026-11-24';
const NOW = new Date(`${TODAY}T10:00:00Z`);
const cap = (micros: number | null) => ({ micros, channel: CARD.channel });
const account = (fields: Partial<Spending> = {}): Spending => ({ ...NEW_SPENDING, id: 'x', ...fields });
const reads = (units: number, micros = units * 5_000): SpentByItem => ({ 'other-read': { calls: 1, units, micros } });
const on = (day: string, items: SpentByItem): SpendingDay => ({ day, items });
const told = (decision: ReturnType<typeof spend>) =>
  effectsOf(decision, 'tell').map(({ news }) => (news.type === 'spending' ? news.change : news.type));

describe('the account', () => {
  it('adds up by day and kind of call, in the order of days', () => {
    const first = spend(account(), [on(TODAY, reads(2)), on('2026-11-23', reads(1))], cap(null), NOW).state;
    const { days } = spend(
      first,
      [on(TODAY, { ...reads(3), reply: { calls: 1, units: 1, micros: 10_000 } })],
      cap(null),
      NOW,
    ).state;
    expect(days).toEqual([
      on('2026-11-23', reads(1)),
      on(TODAY, {
        'other-read': { calls: 2, units: 5, micros: 25_000 },
        reply: { calls: 1, units: 1, micros: 10_000 },
      }),
    ]);
  });

  it('keeps 62 days', () => {
    const days = Array.from({ length: 100 }, (_, index) => {
      const day = new Date(NOW.getTime() - index * 86_400_000).toISOString().slice(0, 10);
      return on(day, reads(1));
    });
    const kept = spend(account(), days, cap(null), NOW).state.days;
    expect(kept).toHaveLength(62);
    expect(kept.at(-1)?.day).toBe(TODAY);
  });

  it('loses nothing, however it is divided', () => {
    const anyDay = fc.constantFrom('2026-11-22', '2026-11-23', TODAY);
    const anySpent = fc.record({ calls: fc.nat(9), units: fc.nat(99), micros: fc.nat(1_000_000) });
    const anyDone = fc.array(fc.tuple(anyDay, fc.constantFrom(...SPENDING_ITEMS), anySpent));
    fc.assert(
      fc.property(anyDone, (done) => {
        const days = done.map(([day, item, spent]) => on(day, { [item]: spent })).reduce(added, []);
        const sum = done.reduce((all, [, , { micros }]) => all + micros, 0);
        expect(totalMicros(spentSince(days, '2026-11-22'))).toBe(sum);
        const today = done.filter(([day]) => day === TODAY).reduce((all, [, , { micros }]) => all + micros, 0);
        expect(totalMicros(spentSince(days, TODAY))).toBe(today);
      }),
    );
  });
});

describe('the daily cap', () => {
  it('is no cap unless one is set', () => {
    expect(told(spend(account(), [on(TODAY, reads(1_000_000))], cap(null), NOW))).toEqual([]);
    expect(maySearch(1_000_000_000, null)).toBe(true);
  });

  it('warns once a day at four fifths, pauses searches at the whole, and says each of it once', () => {
    const first = spend(account(), [on(TODAY, reads(15))], cap(100_000), NOW);
    expect(told(first)).toEqual([]);
    const second = spend(first.state, [on(TODAY, reads(1))], cap(100_000), NOW);
    expect(told(second)).toEqual(['warned']);
    const third = spend(second.state, [on(TODAY, reads(1))], cap(100_000), NOW);
    expect(told(third)).toEqual([]);
    const fourth = spend(third.state, [on(TODAY, reads(3))], cap(100_000), NOW);
    expect(told(fourth)).toEqual(['paused']);
    expect(told(spend(fourth.state, [on(TODAY, reads(3))], cap(100_000), NOW))).toEqual([]);
  });

  it('that is passed at one go is told once, as passed', () => {
    expect(told(spend(account(), [on(TODAY, reads(50))], cap(100_000), NOW))).toEqual(['paused']);
  });

  it.each([
    ['the next UTC day', cap(100_000), new Date('2026-11-25T00:00:01Z')],
    ['a higher cap', cap(10_000_000), NOW],
    ['no cap any more', cap(null), NOW],
  ])('lets searches go on with %s, and says so once', (_, later, now) => {
    const { state } = spend(account(), [on(TODAY, reads(50))], cap(100_000), NOW);
    expect(watchSpending(state, cap(100_000), NOW)).toBeNull();
    const resumed = watchSpending(state, later, now);
    expect(resumed && told(resumed)).toEqual(['resumed']);
    expect(resumed && watchSpending(resumed.state, later, now)).toBeNull();
  });

  it('bars searches from the cap on, and never before', () => {
    expect(maySearch(99_999, 100_000)).toBe(true);
    expect(maySearch(100_000, 100_000)).toBe(false);
  });
});
