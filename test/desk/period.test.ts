import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boundsOf, daysOf, isPeriodFault, parsePeriod, periodOf } from '../../src/desk/period.ts';
import { berlin, instant } from './examples.ts';

const ZONE = 'Europe/Berlin';
/** A Tuesday; in UTC it is still Monday. */
const NOW = berlin('2026-11-24T00:30');

const parse = (text: string) => parsePeriod(text, ZONE, NOW);

describe('a period', () => {
  it.each([
    ['', '2026-11-18', '2026-11-24'],
    ['week', '2026-11-18', '2026-11-24'],
    ['Woche', '2026-11-18', '2026-11-24'],
    ['month', '2026-10-26', '2026-11-24'],
    [' 2026-11-14 ', '2026-11-14', '2026-11-14'],
    ['2026-11-01–2026-11-14', '2026-11-01', '2026-11-14'],
    ['2026-11-01-2026-11-14', '2026-11-01', '2026-11-14'],
    ['2026-11-1 - 2026-11-14', '2026-11-01', '2026-11-14'],
    ['2026-11-01..2026-11-14', '2026-11-01', '2026-11-14'],
    ['2026-11-01…2026-11-14', '2026-11-01', '2026-11-14'],
    ['2026-11-01 to 2026-11-14', '2026-11-01', '2026-11-14'],
    ['1.11.2026 bis 14.11.2026', '2026-11-01', '2026-11-14'],
    ['2025-11-24–2026-11-24', '2025-11-24', '2026-11-24'],
    ['2026-11-20–2026-12-24', '2026-11-20', '2026-11-24'],
  ])('written as "%s" is %s to %s', (text, from, to) => {
    expect(parse(text)).toEqual({ from, to });
  });

  it.each([
    ['yesterday', 'unreadable', 'yesterday'],
    ['2026-11', 'unreadable', '2026-11'],
    ['2026-11-01–', 'unreadable', '2026-11-01–'],
    ['2026-02-30–2026-03-02', 'no-such-day', '2026-02-30'],
    ['2026-02-01–31.2.2026', 'no-such-day', '31.2.2026'],
    ['2026-11-14–2026-11-01', 'backwards', '2026-11-14–2026-11-01'],
    ['2025-11-23–2026-11-24', 'too-long', '2025-11-23–2026-11-24'],
    ['2026-11-25', 'future', '2026-11-25'],
  ])('"%s" is refused as %s', (text, fault, what) => {
    expect(parse(text)).toEqual({ fault, what });
  });

  test('never ends after today, and is never longer than a year, whatever is typed', () => {
    const day = fc.date({ min: new Date('1999-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const parsed = parse(`${a.toISOString().slice(0, 10)}..${b.toISOString().slice(0, 10)}`);
        if (isPeriodFault(parsed)) return;
        expect(parsed.from <= parsed.to && parsed.to <= '2026-11-24').toBe(true);
        expect(daysOf(parsed).length).toBeLessThanOrEqual(366);
        expect(periodOf(parsed.from, parsed.to)).toEqual(parsed);
      }),
    );
  });

  test('that a button carries is read back only as two days in order', () => {
    expect(periodOf('2026-11-01', '2026-11-14')).toEqual({ from: '2026-11-01', to: '2026-11-14' });
    for (const [from, to] of [
      ['2026-11-14', '2026-11-01'],
      ['2026-11-31', '2026-12-01'],
      ['', ''],
      ['2020-01-01', '2026-01-01'],
    ]) {
      expect(periodOf(from ?? '', to ?? '')).toBeNull();
    }
  });

  test('begins and ends at midnight on the office’s clocks, also when they change', () => {
    expect(boundsOf({ from: '2026-10-25', to: '2026-10-25' }, ZONE)).toEqual({
      start: instant('2026-10-25T00:00'),
      end: '2026-10-25T23:00:00.000Z',
    });
    expect(boundsOf({ from: '2026-10-25', to: '2026-10-25' }, ZONE).start).toBe('2026-10-24T22:00:00.000Z');
  });
});
