import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calmLimit, STRETCHES, surgeLimit } from '../../src/desk/surge-limit.ts';
import { NEW_USUAL, noteHour, type Usual, type UsualHours, usualOf } from '../../src/desk/usual.ts';

const CLOCK = [
  [6, 0.1],
  [8, 0.5],
  [12, 1.3],
  [18, 1.1],
  [22, 0.8],
  [24, 0.3],
] as const;
/** From Sunday on. */
const DAYS = [0.5, 1.25, 1, 1, 1, 1, 0.6];

/** Complaints of an hour of the week, as a share of the average: nights, mornings, a Monday above all other days. */
function shapeOf(hour: number): number {
  const [day, clock] = [Math.floor(hour / 24), hour % 24];
  const [, ofClock = 0] = CLOCK.find(([until]) => clock < until) ?? [];
  return ofClock * (DAYS[day] ?? 1);
}

/** Reproducible chance (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (chance: () => number) => Math.sqrt(-2 * Math.log(chance() + 1e-12)) * Math.cos(2 * Math.PI * chance());

function poisson(mean: number, chance: () => number): number {
  let count = -1;
  for (let left = 1; left > Math.exp(-mean); left *= chance()) count += 1;
  return count;
}

const isSurge = (minutes: readonly number[], usual: Usual) =>
  STRETCHES.some((stretch) => {
    const count = minutes.slice(-stretch).reduce((sum, one) => sum + one, 0);
    return count >= surgeLimit('complaints', stretch, usual, 'normal');
  });

/** Follows the minutes of an hour as the app does: how many surges were told in it, and whether one is on at its end. */
function createEye() {
  let minutes: number[] = [];
  let calm = 15;
  return {
    /** @returns whether a surge began */
    see(count: number, usual: Usual): boolean {
      minutes = [...minutes.slice(-59), count];
      const quarter = minutes.slice(-15).reduce((sum, one) => sum + one, 0);
      if (calm < 15) {
        calm = quarter <= calmLimit('complaints', usual) ? calm + 1 : 0;
        return false;
      }
      if (!isSurge(minutes, usual)) return false;
      calm = 0;
      return true;
    },
    isOn: () => calm < 15,
  };
}

/** Weeks without any outage, but with good and bad days: what was learned, and how many surges were told after the first. */
function quietWeeks(perHour: number, weeks: number, seed: number): { usual: UsualHours; falseAlarms: number } {
  const chance = chanceOf(seed);
  const eye = createEye();
  let usual = NEW_USUAL;
  let falseAlarms = 0;
  let ofDay = 1;
  for (let hour = 0; hour < weeks * 168; hour += 1) {
    if (hour % 24 === 0) ofDay = Math.exp(0.2 * normal(chance) - 0.02);
    const [here, before] = [usualOf(usual.complaints, hour % 168), usualOf(usual.complaints, (hour + 167) % 168)];
    const busier = here.perHour > before.perHour ? here : before;
    const counts = Array.from({ length: 60 }, () => poisson((perHour * shapeOf(hour % 168) * ofDay) / 60, chance));
    const begun = counts.filter((count) => eye.see(count, busier)).length;
    if (hour >= 168) falseAlarms += begun;
    const total = counts.reduce((sum, one) => sum + one, 0);
    usual = noteHour(usual, hour % 168, { complaints: total, all: total }, eye.isOn(), '');
  }
  return { usual, falseAlarms };
}

/** Minutes until five times the usual is told; null within an hour. */
function minutesToTell(usual: UsualHours, hour: number, perHour: number, seed: number): number | null {
  const chance = chanceOf(seed);
  const mean = (perHour * shapeOf(hour)) / 60;
  const minutes = Array.from({ length: 60 }, () => poisson(mean, chance));
  for (let minute = 1; minute <= 60; minute += 1) {
    minutes.push(poisson(5 * mean, chance));
    if (isSurge(minutes, usualOf(usual.complaints, hour))) return minute;
  }
  return null;
}

describe('what counts as a surge', () => {
  test.each([
    [1, 0],
    [5, 0],
    [20, 1],
    [100, 2],
  ])('is almost never told in 12 weeks of %i complaints an hour without an outage', (perHour, most) => {
    expect(quietWeeks(perHour, 12, 42).falseAlarms).toBeLessThanOrEqual(most);
  });

  test.each([
    [20, 15],
    [100, 8],
  ])(
    'of %i complaints an hour is told within %i minutes when five times as many come, on a Tuesday at eleven',
    (perHour, most) => {
      const { usual } = quietWeeks(perHour, 8, 7);
      for (const seed of [1, 2, 3, 4, 5]) {
        expect(minutesToTell(usual, 2 * 24 + 11, perHour, seed)).toBeLessThanOrEqual(most);
      }
    },
  );

  test('needs more the more is usual, and is over below where it began', () => {
    const rate = fc.double({ min: 0, max: 2_000, noNaN: true });
    const spread = fc.double({ min: 0.25, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, spread, fc.constantFrom(...STRETCHES), fc.boolean(), (a, b, strays, stretch, isKnown) => {
        const usual = (perHour: number) => ({ perHour, spread: strays, isKnown });
        const [less, more] = [usual(Math.min(a, b)), usual(Math.max(a, b))];
        const limit = (one: Usual) => surgeLimit('complaints', stretch, one, 'normal');
        expect(limit(less)).toBeLessThanOrEqual(limit(more));
        expect(limit(less)).toBeGreaterThan((less.perHour * stretch) / 60);
        expect(calmLimit('complaints', less)).toBeLessThan(surgeLimit('complaints', 15, less, 'normal'));
        expect(surgeLimit('complaints', stretch, less, 'high')).toBeLessThanOrEqual(limit(less));
        expect(surgeLimit('complaints', stretch, less, 'low')).toBeGreaterThanOrEqual(limit(less));
      }),
    );
  });

  test('learns a new usual within weeks, and does not take one outage for it', () => {
    const weeks = (counts: readonly [number, boolean][]) =>
      counts.reduce(
        (usual, [count, wasSurge]) => noteHour(usual, 30, { complaints: count, all: count }, wasSurge, ''),
        NEW_USUAL,
      );
    const steady: [number, boolean][] = [
      [10, false],
      [12, false],
      [11, false],
      [9, false],
    ];
    const { perHour } = usualOf(weeks(steady).complaints, 30);
    expect(usualOf(weeks([...steady, [400, true]]).complaints, 30).perHour).toBeLessThan(perHour + 3);
    const grown = Array.from({ length: 8 }, (): [number, boolean] => [60, false]);
    expect(usualOf(weeks([...steady, ...grown]).complaints, 30).perHour).toBeGreaterThan(50);
  });
});
