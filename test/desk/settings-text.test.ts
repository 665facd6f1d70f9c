import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { datesFrom, datesText, numberFrom, spansFrom, spansText, timeFrom } from '../../src/desk/settings-text.ts';
import { weekSchema } from '../../src/desk/week.ts';

describe('opening times', () => {
  test.each([
    ['08:00-12:00, 13:00-20:00', ['08:00-12:00', '13:00-20:00']],
    ['8-12 und 13.30–20', ['08:00-12:00', '13:30-20:00']],
    ['8 Uhr bis 12 Uhr; 13h-20h', ['08:00-12:00', '13:00-20:00']],
    ['8:15 to 17:00', ['08:15-17:00']],
    ['', []],
    [' , ', []],
    ['whenever', ['whenever']],
  ])('“%s”', (text, spans) => {
    expect(spansFrom(text)).toEqual(spans);
  });

  it('come back from the form as they went in', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.uniqueArray(minute, { maxLength: 8 }), (minutes) => {
        const edges = minutes.toSorted((a, b) => a - b).map(clock);
        const spans = edges.flatMap((from, i) => (i % 2 === 0 && edges[i + 1] ? [`${from}-${edges[i + 1]}`] : []));
        expect(weekSchema.safeParse({ mon: spans }).success).toBe(true);
        expect(spansFrom(spansText(spans))).toEqual(spans);
      }),
    );
  });
});

describe('dates', () => {
  it('are read one to a line, German or not, in order and once', () => {
    expect(datesFrom('24.12.2026\n2026-05-02\n 2.5.2026 \n')).toEqual(['2026-05-02', '2026-12-24']);
    expect(datesFrom(datesText(['2026-05-02', '2026-12-24']))).toEqual(['2026-05-02', '2026-12-24']);
  });

  it('that are none stay as they were written', () => {
    expect(datesFrom('Christmas')).toEqual(['Christmas']);
  });
});

test('a time of day may be short', () => {
  expect(['9', '9.30', '17:05 Uhr', 'noon'].map(timeFrom)).toEqual(['09:00', '09:30', '17:05', 'noon']);
});

test('a number is a number, nothing is none, and words stay words', () => {
  expect([' 15 ', '', null, '1.5', '-3', 'ten'].map(numberFrom)).toEqual([15, null, null, '1.5', '-3', 'ten']);
});
