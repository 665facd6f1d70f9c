import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redate } from '../../src/desk/redate.ts';
import { aDesk, aMention, instant } from './examples.ts';

describe('when the rules have changed', () => {
  it('a running clock gets the deadline of the new ones, and the card is drawn', () => {
    const decision = redate(aMention(), aDesk({ sla: { complaint: 30 } }));
    expect(decision?.state.clocks[0]).toMatchObject({ dueAt: instant('2026-11-24T10:30'), warned: false, late: false });
    expect(decision?.effects.map(({ effect }) => effect.type)).toEqual(['draw-card']);
  });

  it('a clock that was late may be in time again, and then be late once more', () => {
    const [clock] = aMention().clocks;
    const late = aMention({ clocks: clock === undefined ? [] : [{ ...clock, warned: true, late: true }] });
    expect(redate(late, aDesk({ sla: { complaint: 600 } }))?.state.clocks[0]).toMatchObject({
      warned: false,
      late: false,
    });
  });

  it('what was said about a deadline that stands is not said again', () => {
    const [clock] = aMention().clocks;
    const warned = aMention({ clocks: clock === undefined ? [] : [{ ...clock, warned: true }] });
    expect(redate(warned, aDesk({ sla: { warnMinutes: 5 } }))?.state.clocks[0]).toMatchObject({
      warned: true,
      warnAt: instant('2026-11-24T10:55'),
    });
  });

  it('a kind without an SLA has no deadline any more', () => {
    const decision = redate(aMention(), aDesk({ sla: { complaint: null } }));
    expect(decision?.state.clocks[0]).toMatchObject({ warnAt: null, dueAt: null, secondAt: null });
  });

  it('a stopped clock keeps what it had', () => {
    const [clock] = aMention().clocks;
    const stopped = { at: instant('2026-11-24T10:10'), publication: 'p1' };
    const answered = aMention({ clocks: clock === undefined ? [] : [{ ...clock, stopped }] });
    expect(redate(answered, aDesk({ sla: { complaint: 5 } }))).toBeNull();
  });

  it('nothing moves by the rules that it was dated by, and a second time changes nothing', () => {
    expect(redate(aMention(), aDesk())).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 900 }), (complaint, warnMinutes) => {
        const desk = aDesk({ sla: { complaint, warnMinutes } });
        const moved = redate(aMention(), desk)?.state ?? aMention();
        expect(redate(moved, desk)).toBeNull();
      }),
    );
  });
});
