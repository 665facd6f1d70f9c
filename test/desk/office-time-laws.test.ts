import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOfficeMinutes,
  isOpen,
  nextOpening,
  type OfficeHours,
  officeMinutesBetween,
  subtractOfficeMinutes,
} from '../../src/desk/office-time.ts';

describe('the laws of office time', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 });
  const spans = cuts.map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return sorted.flatMap((from, i) => (i % 2 === 0 && sorted[i + 1] ? [{ from, to: sorted[i + 1] ?? 0 }] : []));
  });
  const offices: fc.Arbitrary<OfficeHours> = fc.record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Asia/Kolkata',
    ),
    week: fc.tuple(spans, ...Array.from({ length: 6 }, () => fc.oneof(spans, fc.constant([])))),
    closed: fc.constantFrom(new Set<string>(), new Set(['2026-03-29', '2026-10-25', '2026-04-24'])),
  });
  const changes = ['2026-03-08', '2026-03-29', '2026-04-24', '2026-10-25', '2026-11-01', '2026-12-31'];
  const instants = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -5 * 1_440, max: 5 * 1_440 }))
    .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
  const minutes = fc.integer({ min: 1, max: 5_000 });

  /** An office of these always opens. */
  const open = (instant: Date | null): Date => {
    if (instant === null) throw new Error('never opens');
    return instant;
  };

  it('what was added is what lies between', () => {
    fc.assert(
      fc.property(offices, instants, minutes, (hours, from, n) => {
        expect(officeMinutesBetween(hours, from, open(addOfficeMinutes(hours, from, n)))).toBe(n);
        expect(officeMinutesBetween(hours, open(subtractOfficeMinutes(hours, from, n)), from)).toBe(n);
      }),
    );
  });

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(offices, instants, minutes, minutes, (hours, from, m, n) => {
        const inSteps = addOfficeMinutes(hours, open(addOfficeMinutes(hours, from, m)), n);
        expect(inSteps).toEqual(addOfficeMinutes(hours, from, m + n));
      }),
    );
  });

  it('who comes earlier, or has less time, is never due later', () => {
    fc.assert(
      fc.property(offices, instants, instants, minutes, minutes, (hours, a, b, m, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const [less, more] = m <= n ? [m, n] : [n, m];
        expect(open(addOfficeMinutes(hours, first, m)) <= open(addOfficeMinutes(hours, second, m))).toBe(true);
        expect(open(addOfficeMinutes(hours, a, less)) <= open(addOfficeMinutes(hours, a, more))).toBe(true);
      }),
    );
  });

  it('what is due is due in office time, or at its closing edge', () => {
    fc.assert(
      fc.property(offices, instants, minutes, (hours, from, n) => {
        const due = open(addOfficeMinutes(hours, from, n));
        expect(isOpen(hours, due) || isOpen(hours, new Date(due.getTime() - 1))).toBe(true);
        expect(due > from).toBe(true);
      }),
    );
  });

  it('time between is the sum of its parts, and its own opposite backwards', () => {
    fc.assert(
      fc.property(offices, instants, instants, instants, (hours, a, b, c) => {
        const direct = officeMinutesBetween(hours, a, c);
        expect(officeMinutesBetween(hours, a, b) + officeMinutesBetween(hours, b, c)).toBeCloseTo(direct, 6);
        expect(officeMinutesBetween(hours, c, a)).toBe(0 - direct);
      }),
    );
  });

  it('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(offices, instants, (hours, from) => {
        const opening = open(nextOpening(hours, from));
        expect(isOpen(hours, opening)).toBe(true);
        expect(officeMinutesBetween(hours, from, opening)).toBe(0);
      }),
    );
  });

  it('due dates for a burst of 3,000 posts take no time to speak of', () => {
    const day = [{ from: 540, to: 1_020 }];
    const nineToFive = {
      timeZone: 'Europe/Berlin',
      week: [[], day, day, day, day, day, []],
      closed: new Set<string>(),
    };
    const from = Date.parse('2026-03-13T16:45+01:00');
    const started = performance.now();
    for (let i = 0; i < 3_000; i++) addOfficeMinutes(nineToFive, new Date(from + i * 1_000), 60);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
