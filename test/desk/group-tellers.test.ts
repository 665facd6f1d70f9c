import { describe, expect, it } from 'vitest';
import { lead } from '../../src/desk/fold.ts';
import { groupTellers, isToldByAnother, warnsOfClock } from '../../src/desk/group-tellers.ts';
import { offerIdle } from '../../src/desk/idle.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isStillOffered } from '../../src/desk/offers.ts';
import { wakeMention } from '../../src/desk/wake.ts';
import { ANNA, aChannel, aDesk, aMention, aPromise, BEN, berlin, granted, instant } from './examples.ts';

const GROUP = 'x:900';
const IDLE = berlin('2026-11-24T12:01');

const leading = (owner: string | null, fields: Partial<Mention> = {}) =>
  aMention({ id: GROUP, number: 0, owner, group: { id: GROUP, as: 'lead' }, ...fields });

/** One of Anna's without a card. */
const annas = (n: number): Mention =>
  aMention({
    id: `x:90${n}`,
    number: n,
    card: null,
    owner: ANNA,
    status: 'claimed',
    group: { id: GROUP, as: 'folded' },
  });

const [one, two] = [annas(1), annas(2)];

const warned = (members: readonly Mention[]) => {
  const tellers = groupTellers(members, warnsOfClock);
  return members.filter((each) => !isToldByAnother(each, tellers)).map(({ id }) => id);
};
const offered = (open: readonly Mention[]) =>
  offerIdle(aChannel(), open, aDesk(), IDLE)?.state.offers.map(({ mention }) => mention);

describe('the owner of several that say the same', () => {
  it('is told once, by the card where that is theirs, else by the first of theirs', () => {
    expect(warned([leading(ANNA), one, two])).toEqual([GROUP]);
    expect(warned([two, one, leading(BEN)])).toEqual(['x:901', GROUP]);
    expect(warned([leading(BEN), { ...one, status: 'closed' }, two])).toContain('x:902');
  });

  const late = wakeMention(leading(null), berlin('2026-11-24T11:00')).state;

  it.each<[string, Partial<Mention>]>([
    ['is late already', { clocks: late.clocks }],
    ['is put off', { snooze: { until: instant('2026-11-24T14:00'), by: ANNA } }],
    ['has a promise', { promises: [aPromise()] }],
    ['waits for no answer', { clocks: [] }],
  ])('is warned by the first of the others where the one with the card %s and says nothing', (_, fields) => {
    expect(warned([leading(ANNA, fields), two, one])).toEqual([GROUP, 'x:901']);
  });

  it('is warned by the first of the others, not by each, where all have become late meanwhile', () => {
    const { clocks } = late;
    expect(warned([leading(ANNA, { clocks }), { ...two, clocks }, { ...one, clocks }])).toEqual([GROUP, 'x:901']);
  });
});

describe('several that lie with one owner', () => {
  it('are offered once, though the one with the card is a colleague’s who works on it', () => {
    const touchedAt = instant('2026-11-24T12:00');
    expect(offered([leading(BEN, { touchedAt }), one, two])).toEqual(['x:901']);
    expect(offered([leading(ANNA, { touchedAt }), one, two])).toBeUndefined();
  });

  it('are offered by the first of the others where the one with the card rests for a promise of theirs', () => {
    expect(offered([leading(ANNA, { promises: [aPromise()] }), two, one])).toEqual(['x:901']);
  });

  it('lie on, and may be taken over as they were offered, when one of them gets the card', () => {
    const line = offerIdle(aChannel(), [one], aDesk(), IDLE)?.state.offers[0];
    const promoted = granted(lead(one, GROUP, IDLE)).state;
    expect(line && isStillOffered(line, promoted)).toBe(true);
  });

  it('are looked at a few times each, however many there are', () => {
    const many = 200;
    let looks = 0;
    const crowd = Array.from({ length: many }, (_, index) => {
      const mention = annas(index + 1);
      const { group } = mention;
      return Object.defineProperty(mention, 'group', {
        get: () => {
          looks += 1;
          return group;
        },
      });
    });
    expect(offered([leading(BEN, { touchedAt: instant('2026-11-24T12:00') }), ...crowd])).toEqual(['x:901']);
    expect(looks).toBeLessThan(20 * many);
  });
});
