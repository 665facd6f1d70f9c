import { describe, expect, it } from 'vitest';
import type { Kind, SlaClock } from '../../src/desk/mention.ts';
import { runningClocks, startClock, stopClocks, waitingSince, withDeadlinesOf } from '../../src/desk/sla.ts';
import { USUAL } from '../../src/desk/urgency-reason.ts';
import { aDesk, aMention, berlin, instant } from './examples.ts';

type DeskSettings = Parameters<typeof aDesk>[0];

function clockFrom(
  local: string,
  kind: Kind = 'complaint',
  settings: DeskSettings = {},
  closed: string[] = [],
): SlaClock {
  const start = { id: 'c1', post: '1001', startedAt: instant(local), cause: 'first' } as const;
  return startClock(start, { kind, urgency: USUAL }, aDesk(settings, closed));
}

const NINE_TO_FIVE = ['09:00-17:00'];
const WEEKDAYS_NINE_TO_FIVE = {
  officeHours: {
    week: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE, sat: [] },
  },
  sla: { complaint: 30 },
} satisfies DeskSettings;

describe('when the first answer is due', () => {
  it('a complaint after one hour of office time, a question after four', () => {
    expect(clockFrom('2026-11-24T10:00').dueAt).toBe(instant('2026-11-24T11:00'));
    expect(clockFrom('2026-11-24T10:00', 'question').dueAt).toBe(instant('2026-11-24T14:00'));
  });

  it.each(['praise', 'other'] as const)('%s never', (kind) => {
    expect(clockFrom('2026-11-24T10:00', kind)).toMatchObject({ warnAt: null, dueAt: null, secondAt: null });
  });

  it('hours 9–17, 30 minutes: a post of Friday 16:45 is due on Monday 9:15', () => {
    expect(clockFrom('2026-11-27T16:45', 'complaint', WEEKDAYS_NINE_TO_FIVE).dueAt).toBe(instant('2026-11-30T09:15'));
  });

  it('a lunch break does not count', () => {
    const lunch = { officeHours: { week: { tue: ['08:00-12:00', '13:00-20:00'] } } };
    expect(clockFrom('2026-11-24T11:30', 'complaint', lunch).dueAt).toBe(instant('2026-11-24T13:30'));
  });

  it('a holiday does not count, and only where it is one', () => {
    // Corpus Christi: a holiday in Bavaria, none in Berlin.
    expect(clockFrom('2026-06-03T19:30', 'complaint', {}, ['2026-06-04']).dueAt).toBe(instant('2026-06-05T08:30'));
    expect(clockFrom('2026-06-03T19:30').dueAt).toBe(instant('2026-06-04T08:30'));
  });

  it.each([
    ['2026-03-28T19:30', '2026-03-30T08:30'],
    ['2026-10-24T19:30', '2026-10-26T08:30'],
  ])('the change of summer time over a weekend changes nothing for the staff: %s → %s', (from, due) => {
    expect(clockFrom(from).dueAt).toBe(instant(due));
  });

  it.each([
    ['in March', '2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['in October', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ])('an office that works through the night of the change counts real minutes: %s', (_, startedAt, due) => {
    const night = aDesk({ officeHours: { week: { sun: ['00:00-24:00'] } } });
    const start = { id: 'c1', post: '1001', startedAt, cause: 'first' } as const;
    expect(startClock(start, { kind: 'complaint', urgency: USUAL }, night).dueAt).toBe(due);
  });

  it('never, in an office that never opens', () => {
    const never = { officeHours: { week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] } } };
    expect(clockFrom('2026-11-24T10:00', 'complaint', never)).toMatchObject({
      warnAt: null,
      dueAt: null,
      secondAt: null,
    });
  });
});

describe('the other thresholds', () => {
  it('are a warning 15 minutes before, and a second reminder at twice the time', () => {
    expect(clockFrom('2026-11-24T10:00')).toMatchObject({
      warnAt: instant('2026-11-24T10:45'),
      secondAt: instant('2026-11-24T12:00'),
    });
  });

  it('keep to office time: due at 8:10, the warning was at 19:55 the day before', () => {
    expect(clockFrom('2026-11-24T19:10')).toMatchObject({
      warnAt: instant('2026-11-24T19:55'),
      dueAt: instant('2026-11-25T08:10'),
      secondAt: instant('2026-11-25T09:10'),
    });
  });

  it('leave the warning out when there is no time for it, or when the team wants none', () => {
    expect(clockFrom('2026-11-24T10:00', 'complaint', { sla: { complaint: 10 } }).warnAt).toBeNull();
    expect(clockFrom('2026-11-24T10:00', 'complaint', { sla: { warnMinutes: 0 } }).warnAt).toBeNull();
  });
});

describe('a later post', () => {
  const later = { id: 'c2', post: '1002', startedAt: instant('2026-11-24T10:00'), cause: 'follow-up' } as const;

  it.each([
    ['complaint', '11:00'],
    ['question', '11:00'],
    ['praise', null],
  ] as const)('of a %s has the time of follow-ups, if its kind has an SLA: %s', (kind, due) => {
    const { dueAt } = startClock(later, { kind, urgency: USUAL }, aDesk());
    expect(dueAt).toBe(due === null ? null : instant(`2026-11-24T${due}`));
  });

  it('has none when the team wants none', () => {
    expect(
      startClock(later, { kind: 'complaint', urgency: USUAL }, aDesk({ sla: { followUp: null } })).dueAt,
    ).toBeNull();
  });
});

describe('stopping clocks', () => {
  const now = berlin('2026-11-24T10:30');
  const [first = clockFrom('2026-11-24T10:00')] = aMention().clocks;
  const second = { ...first, id: 'c2', post: '1002' };

  it('stops those that run, and leaves what another answer stopped', () => {
    const stopped = { at: instant('2026-11-24T10:05'), publication: 'p1' };
    const clocks = stopClocks([{ ...first, stopped }, second], now, 'p2');
    expect(clocks.map((clock) => clock.stopped)).toEqual([stopped, { at: now.toISOString(), publication: 'p2' }]);
  });

  it('stops only some, when the answer was not about all', () => {
    const clocks = stopClocks([first, second], now, 'p1', (clock) => clock.post === '1001');
    expect(clocks.map((clock) => clock.stopped === null)).toEqual([false, true]);
  });

  it('tells since when the customer waits: since the oldest post that has no answer', () => {
    const later = { ...second, startedAt: instant('2026-11-24T10:20') };
    const mention = aMention({ clocks: [first, later] });
    expect(waitingSince(mention)).toBe(first.startedAt);
    const [stopped = first] = stopClocks([first], now, 'p1');
    expect(waitingSince({ ...mention, clocks: [stopped, later] })).toBe(later.startedAt);
    expect(runningClocks({ ...mention, clocks: [stopped, later] })).toEqual([later]);
    expect(waitingSince({ ...mention, clocks: [stopped] })).toBeNull();
  });
});

describe('another kind', () => {
  it('gives running clocks new deadlines and new warnings, and leaves stopped ones', () => {
    const running = { ...clockFrom('2026-11-24T10:00', 'praise'), warned: true, late: true };
    const stopped = { ...running, stopped: { at: instant('2026-11-24T10:05'), publication: 'p1' } };
    const [first, second] = withDeadlinesOf([running, stopped], { kind: 'complaint', urgency: USUAL }, aDesk());
    expect(first).toMatchObject({ dueAt: instant('2026-11-24T11:00'), warned: false, late: false });
    expect(second).toEqual(stopped);
  });
});
