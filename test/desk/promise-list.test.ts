import { describe, expect, it } from 'vitest';
import { dayFigures, firstAnswer, keptSla } from '../../src/desk/figures.ts';
import { desktopOf, homeDigest, homeOf } from '../../src/desk/home.ts';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { promiseFigures, promisesOf } from '../../src/desk/promise-list.ts';
import { promisesIn, reportOf } from '../../src/desk/report.ts';
import { ANNA, aDesk, aMention, aPromise, aPublication, aPublicPost, BEN, berlin, instant } from './examples.ts';

const desk = aDesk();
const NOON = berlin('2026-11-24T12:00');

function promising(id: string, promise: Partial<PublicPromise> = {}): Mention {
  return { ...aMention({ promises: [aPromise(promise)] }), id };
}

const kept = (at: string) => ({ ended: { at: instant(at), how: 'kept', by: ANNA } }) as const;
const broken = { told: 'broken', dueAt: instant('2026-11-24T11:00'), brokenAt: instant('2026-11-24T11:10') } as const;

describe('the open promises', () => {
  it('stand with the broken ones first, then the earliest, of answered mentions too', () => {
    const all = [
      promising('x:late', { dueAt: instant('2026-11-24T19:00') }),
      { ...promising('x:answered'), status: 'answered' as const },
      promising('x:broken', broken),
      promising('x:kept', kept('2026-11-24T11:30')),
    ];
    expect(promisesOf(all, NOON).map(({ mention }) => mention.id)).toEqual(['x:broken', 'x:answered', 'x:late']);
  });

  it('are on the home tab of whoever made them; the broken ones of the team are counted', () => {
    const mentions = [promising('x:1'), promising('x:2', { owner: BEN, ...broken }), promising('x:3', { owner: null })];
    const desktop = desktopOf({ mentions, incidents: [] }, desk, NOON);
    const tab = homeOf({ id: ANNA, dms: true }, desktop);
    expect(tab.promises).toMatchObject({ total: 1, shown: [{ mention: { id: 'x:1' } }] });
    expect(tab.brokenPromises).toBe(1);
    const later = homeOf({ id: ANNA, dms: true }, desktopOf({ mentions: [], incidents: [] }, desk, NOON));
    expect(homeDigest(tab, desk, NOON)).not.toBe(homeDigest(later, desk, NOON));
  });
});

describe('the share of promises that were kept', () => {
  it('is of those that fell due in the time, not of those that were dropped, replaced or are still open', () => {
    const day = (end: 'dropped' | 'replaced') => ({ ended: { at: instant('2026-11-24T11:30'), how: end, by: ANNA } });
    const all = [
      promising('x:1', kept('2026-11-24T11:30')),
      promising('x:2', broken),
      promising('x:3', day('dropped')),
      promising('x:4', day('replaced')),
      promising('x:5'),
      promising('x:6', { ...kept('2026-11-24T11:30'), dueAt: instant('2026-11-25T10:00') }),
      promising('x:7', { ...broken, ...kept('2026-11-24T11:40') }),
    ];
    const [start, end] = [instant('2026-11-24T00:00'), instant('2026-11-25T00:00')];
    expect(promiseFigures(all, start, end)).toEqual({ kept: 1, due: 3, share: 1 / 3 });
    const period = { from: '2026-11-24', to: '2026-11-24' };
    expect(promisesIn(all, period, desk)).toEqual({ kept: 1, due: 3, share: 1 / 3 });
    expect(reportOf(all, period, desk).promises).toEqual({ kept: 1, due: 3, share: 1 / 3 });
    expect(desktopOf({ mentions: all, incidents: [] }, desk, NOON).promiseFigures.due).toBe(3);
    expect(promiseFigures([], start, end).share).toBe(null);
  });
});

describe('the first answer', () => {
  it('is not the holding reply: the customer waits for what it says', () => {
    const holding = aPublication({ purpose: 'holding', promiseDueAt: instant('2026-11-24T12:00') });
    const late = { ...aPublicPost('9002'), at: instant('2026-11-24T11:30') };
    const waiting = aMention({ publications: [holding] });
    expect(firstAnswer(waiting)).toBe(null);
    const answered = aMention({ publications: [holding, aPublication({ id: 'p2', post: late })] });
    expect(firstAnswer(answered)?.at).toBe(late.at);
    expect([keptSla(answered), dayFigures([answered], 'Europe/Berlin', NOON).medianMs]).toEqual([false, 90 * 60_000]);
  });
});
