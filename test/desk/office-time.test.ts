import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { describe, expect, it } from 'vitest';
import {
  addOfficeMinutes,
  closingBefore,
  isOpen,
  lastOpening,
  localDay,
  nextOpening,
  type OfficeHours,
  officeMinutesBetween,
  type Span,
  subtractOfficeMinutes,
} from '../../src/desk/office-time.ts';

const at = (instant: string) => new Date(instant);
const local = (hours: OfficeHours, instant: Date | null) =>
  instant === null ? null : format(instant, 'EEE yyyy-MM-dd HH:mm', { in: tz(hours.timeZone) });

const span = (from: number, to: number): Span => ({ from: from * 60, to: to * 60 });

/** The same spans on the given days, 0 is Sunday. */
function office(days: readonly number[], spans: readonly Span[], more: Partial<OfficeHours> = {}): OfficeHours {
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => (days.includes(day) ? spans : []));
  return { timeZone: 'Europe/Berlin', week, closed: new Set(), ...more };
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS = [1, 2, 3, 4, 5];
const nineToFive = office(WORKDAYS, [span(9, 17)]);
const withLunch = office(WORKDAYS, [span(9, 12), span(13, 17)]);
const aroundTheClock = office(EVERY_DAY, [span(0, 24)]);
const nights = office(EVERY_DAY, [span(0, 6), span(22, 24)]);
const never = office([], []);

describe('adding office minutes', () => {
  it('carries Friday evening over to Monday morning', () => {
    const due = addOfficeMinutes(nineToFive, at('2026-03-13T16:45+01:00'), 30);
    expect(local(nineToFive, due)).toBe('Mon 2026-03-16 09:15');
  });

  it('begins at the next opening outside of office time', () => {
    expect(local(nineToFive, addOfficeMinutes(nineToFive, at('2026-03-14T03:00Z'), 60))).toBe('Mon 2026-03-16 10:00');
    expect(local(nineToFive, addOfficeMinutes(nineToFive, at('2026-03-13T06:00Z'), 60))).toBe('Fri 2026-03-13 10:00');
  });

  it('takes no account of a lunch break', () => {
    expect(local(withLunch, addOfficeMinutes(withLunch, at('2026-03-13T11:45+01:00'), 30))).toBe(
      'Fri 2026-03-13 13:15',
    );
    expect(local(withLunch, addOfficeMinutes(withLunch, at('2026-03-13T12:30+01:00'), 30))).toBe(
      'Fri 2026-03-13 13:30',
    );
  });

  it('may end on the closing edge', () => {
    expect(local(nineToFive, addOfficeMinutes(nineToFive, at('2026-03-13T16:45+01:00'), 15))).toBe(
      'Fri 2026-03-13 17:00',
    );
  });

  it('of no minutes gives the instant itself when open, else the next opening', () => {
    expect(addOfficeMinutes(nineToFive, at('2026-03-13T10:07:03Z'), 0)).toEqual(at('2026-03-13T10:07:03Z'));
    expect(local(nineToFive, addOfficeMinutes(nineToFive, at('2026-03-13T17:00+01:00'), 0))).toBe(
      'Mon 2026-03-16 09:00',
    );
  });

  it('skips closed days, in the office’s own calendar', () => {
    const closed = new Set(['2026-06-04']); // Fronleichnam
    const munich = office(WORKDAYS, [span(9, 17)], { closed });
    const wednesday = at('2026-06-03T16:45+02:00');
    expect(local(munich, addOfficeMinutes(munich, wednesday, 30))).toBe('Fri 2026-06-05 09:15');
    expect(local(nineToFive, addOfficeMinutes(nineToFive, wednesday, 30))).toBe('Thu 2026-06-04 09:15');
  });

  it('finds no time in an office that never opens', () => {
    expect(addOfficeMinutes(never, at('2026-03-13T10:00Z'), 30)).toBeNull();
    expect(nextOpening(never, at('2026-03-13T10:00Z'))).toBeNull();
    expect(subtractOfficeMinutes(never, at('2026-03-13T10:00Z'), 30)).toBeNull();
    expect(officeMinutesBetween(never, at('2026-03-13T10:00Z'), at('2027-03-13T10:00Z'))).toBe(0);
  });

  it('refuses a time zone and a number that are none', () => {
    const nowhere = { ...nineToFive, timeZone: 'Europe/Nowhere' };
    expect(() => addOfficeMinutes(nowhere, at('2026-03-13T10:00Z'), 1)).toThrow('Europe/Nowhere');
    expect(() => addOfficeMinutes(nineToFive, at('2026-03-13T10:00Z'), Number.NaN)).toThrow('NaN');
    expect(() => addOfficeMinutes(nineToFive, at('2026-03-13T10:00Z'), -1)).toThrow('-1');
  });
});

describe('summer time', () => {
  it('keeps the opening hour when the clocks go forward over the weekend', () => {
    const due = addOfficeMinutes(nineToFive, at('2026-03-27T16:45+01:00'), 30);
    expect(due).toEqual(at('2026-03-30T09:15+02:00'));
  });

  it('keeps the opening hour when the clocks go back over the weekend', () => {
    const due = addOfficeMinutes(nineToFive, at('2026-10-23T16:45+02:00'), 30);
    expect(due).toEqual(at('2026-10-26T09:15+01:00'));
  });

  it('has no office time in the hour that the clocks skip', () => {
    const from = at('2026-03-29T01:30+01:00');
    expect(local(aroundTheClock, addOfficeMinutes(aroundTheClock, from, 60))).toBe('Sun 2026-03-29 03:30');
    expect(officeMinutesBetween(aroundTheClock, at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(
      1_380,
    );
  });

  it('works twice through the hour that comes twice', () => {
    const from = at('2026-10-25T01:30+02:00');
    expect(addOfficeMinutes(aroundTheClock, from, 120)).toEqual(at('2026-10-25T02:30+01:00'));
    expect(officeMinutesBetween(aroundTheClock, at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(
      1_500,
    );
  });

  it('opens at the jump when the opening hour is skipped', () => {
    const early = office(EVERY_DAY, [{ from: 150, to: 300 }]);
    expect(nextOpening(early, at('2026-03-29T00:00+01:00'))).toEqual(at('2026-03-29T03:00+02:00'));
    const skipped = office(EVERY_DAY, [{ from: 125, to: 175 }]);
    expect(local(skipped, nextOpening(skipped, at('2026-03-29T00:00+01:00')))).toBe('Mon 2026-03-30 02:05');
  });

  it('is right in a zone that changes at midnight, and by half an hour', () => {
    const cairo = office(EVERY_DAY, [span(0, 8)], { timeZone: 'Africa/Cairo' });
    // Friday 24 April 2026 has no first hour.
    expect(nextOpening(cairo, at('2026-04-23T12:00Z'))).toEqual(at('2026-04-23T22:00Z'));
    expect(officeMinutesBetween(cairo, at('2026-04-23T12:00Z'), at('2026-04-24T12:00Z'))).toBe(420);
    const lordHowe = office(EVERY_DAY, [span(0, 4)], { timeZone: 'Australia/Lord_Howe' });
    expect(officeMinutesBetween(lordHowe, at('2026-10-03T06:00Z'), at('2026-10-04T06:00Z'))).toBe(210);
    expect(officeMinutesBetween(lordHowe, at('2026-04-04T06:00Z'), at('2026-04-05T06:00Z'))).toBe(270);
  });

  it('in New York comes on another day', () => {
    const newYork = { ...nineToFive, timeZone: 'America/New_York' };
    expect(addOfficeMinutes(newYork, at('2026-03-06T16:45-05:00'), 30)).toEqual(at('2026-03-09T09:15-04:00'));
    expect(addOfficeMinutes(newYork, at('2026-10-30T16:45-04:00'), 30)).toEqual(at('2026-11-02T09:15-05:00'));
  });
});

describe('openings', () => {
  const noon = at('2026-03-16T12:00+01:00');

  it('knows open from closed, edge by edge', () => {
    expect(isOpen(withLunch, at('2026-03-16T08:59:59+01:00'))).toBe(false);
    expect(isOpen(withLunch, at('2026-03-16T09:00+01:00'))).toBe(true);
    expect(isOpen(withLunch, noon)).toBe(false);
    expect(isOpen(withLunch, at('2026-03-16T13:00+01:00'))).toBe(true);
    expect(isOpen(withLunch, at('2026-03-15T13:00+01:00'))).toBe(false);
    expect(isOpen(aroundTheClock, at('2026-03-16T00:00+01:00'))).toBe(true);
  });

  it('finds the next one, be it after lunch', () => {
    expect(local(withLunch, nextOpening(withLunch, noon))).toBe('Mon 2026-03-16 13:00');
    expect(local(withLunch, nextOpening(withLunch, at('2026-03-16T17:00+01:00')))).toBe('Tue 2026-03-17 09:00');
  });

  it('finds when the office last opened for the day; the end of lunch is no opening', () => {
    expect(local(withLunch, lastOpening(withLunch, at('2026-03-16T15:00+01:00')))).toBe('Mon 2026-03-16 09:00');
    expect(local(withLunch, lastOpening(withLunch, at('2026-03-16T09:00+01:00')))).toBe('Mon 2026-03-16 09:00');
    expect(local(withLunch, lastOpening(withLunch, at('2026-03-16T08:59+01:00')))).toBe('Fri 2026-03-13 09:00');
    expect(lastOpening(never, noon)).toBeNull();
  });

  it('sees no opening in a midnight that the office worked through', () => {
    expect(local(nights, lastOpening(nights, at('2026-03-16T03:00+01:00')))).toBe('Sun 2026-03-15 22:00');
    expect(local(nights, lastOpening(nights, at('2026-03-16T23:00+01:00')))).toBe('Mon 2026-03-16 22:00');
    expect(lastOpening(aroundTheClock, noon)).toBeNull();
  });

  it('finds the closing before an opening, over weekends and closed days', () => {
    const monday = at('2026-03-16T09:00+01:00');
    expect(local(withLunch, closingBefore(withLunch, monday))).toBe('Fri 2026-03-13 17:00');
    const closed = new Set(['2026-03-13']);
    expect(local(withLunch, closingBefore({ ...withLunch, closed }, monday))).toBe('Thu 2026-03-12 17:00');
    expect(local(nights, closingBefore(nights, at('2026-03-16T22:00+01:00')))).toBe('Mon 2026-03-16 06:00');
    expect(closingBefore(never, monday)).toBeNull();
  });

  it('tells the local day', () => {
    expect(localDay('Europe/Berlin', at('2026-03-15T23:30Z'))).toBe('2026-03-16');
    expect(localDay('America/New_York', at('2026-03-15T23:30Z'))).toBe('2026-03-15');
  });
});
