import { describe, expect, it, test } from 'vitest';
import type { Channel } from '../../src/desk/channel.ts';
import { askReport, showReport, weeklyReport } from '../../src/desk/report-orders.ts';
import { aChannel, aDesk, aPress, BEN, berlin, effectsOf, granted, refusalOf } from './examples.ts';

const PERIOD = { from: '2026-11-18', to: '2026-11-24' };
const MONDAYS = aDesk({ reports: { weekly: { day: 'mon', time: '09:00' } } });

/** The weekly report at an instant: the channel afterwards, and the periods that are posted. */
function look(channel: Channel, local: string, desk = MONDAYS) {
  const decision = weeklyReport(channel, desk, berlin(local));
  if (decision === null) return { channel, posted: [] };
  return {
    channel: decision.state,
    posted: effectsOf(decision, 'post-report').map(({ period }) => `${period.from} ${period.to}`),
  };
}

describe('a report that somebody asks for', () => {
  it('goes to that person alone, once', () => {
    const asked = granted(askReport(aChannel(), aPress(BEN), PERIOD));
    expect(effectsOf(asked, 'post-report')).toMatchObject([{ to: BEN, by: null, period: PERIOD }]);
    expect(refusalOf(askReport(asked.state, aPress(BEN), PERIOD)).reason).toBe('already-handled');
  });

  it('is shown to the channel by its reader, once, with the reader’s name', () => {
    const shown = granted(showReport(aChannel(), aPress(BEN), 'D1:1.1', PERIOD));
    expect(effectsOf(shown, 'post-report')).toMatchObject([{ to: null, by: BEN, period: PERIOD }]);
    expect(refusalOf(showReport(shown.state, aPress(BEN, 'again'), 'D1:1.1', PERIOD)).reason).toBe('already-done');
    expect(showReport(shown.state, aPress(BEN, 'other'), 'D1:2.2', PERIOD)).toHaveProperty('effects.length', 1);
  });
});

describe('the weekly report', () => {
  const begun = look(aChannel(), '2026-11-24T10:00').channel;

  it('begins with the next turn, about the seven days before it', () => {
    expect(look(aChannel(), '2026-11-24T10:00').posted).toEqual([]);
    expect(look(begun, '2026-11-30T08:59').posted).toEqual([]);
    const turn = look(begun, '2026-11-30T09:00');
    expect(turn.posted).toEqual(['2026-11-23 2026-11-29']);
    expect(look(turn.channel, '2026-11-30T09:00').posted).toEqual([]);
    expect(look(turn.channel, '2026-12-06T23:00').posted).toEqual([]);
    expect(look(turn.channel, '2026-12-07T09:00').posted).toEqual(['2026-11-30 2026-12-06']);
  });

  it('is made up for once, with the latest turn, when turns passed while the app was down', () => {
    const later = look(begun, '2026-12-16T15:00');
    expect(later.posted).toEqual(['2026-12-07 2026-12-13']);
    expect(look(later.channel, '2026-12-16T15:01').posted).toEqual([]);
  });

  it('with a new schedule waits for its own next turn', () => {
    const wednesdays = aDesk({ reports: { weekly: { day: 'wed', time: '17:30' } } });
    const moved = look(begun, '2026-11-26T10:00', wednesdays);
    expect(moved.posted).toEqual([]);
    expect(look(moved.channel, '2026-12-02T17:30', wednesdays).posted).toEqual(['2026-11-25 2026-12-01']);
  });

  it('comes at its time on the office’s clocks when they change', () => {
    const october = look(aChannel(), '2026-10-20T10:00').channel;
    expect(look(october, '2026-10-26T08:59').posted).toEqual([]);
    expect(look(october, '2026-10-26T09:00').posted).toEqual(['2026-10-19 2026-10-25']);
  });

  test('switched off is forgotten, and changes nothing where there is none', () => {
    expect(look(begun, '2026-11-30T09:00', aDesk())).toMatchObject({ posted: [], channel: { weekly: null } });
    expect(weeklyReport(aChannel(), aDesk(), berlin('2026-11-30T09:00'))).toBeNull();
  });
});
