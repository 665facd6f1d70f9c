import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';

const TUESDAY = new Date('2026-03-03T08:00:00Z');

function clockAt(start?: Date) {
  const clock = createPracticeClock(start);
  onTestFinished(() => clock.stop());
  return clock;
}

test('starts at the instant it is given and runs at real speed', async () => {
  const clock = clockAt(TUESDAY);
  expect(clock.now().getTime() - TUESDAY.getTime()).toBeLessThan(100);
  const before = performance.now();
  await new Promise<void>((resolve) => clock.after(30, resolve));
  expect(performance.now() - before).toBeGreaterThanOrEqual(29);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('starts at the real now without an instant', () => {
  expect(Math.abs(clockAt().now().getTime() - Date.now())).toBeLessThan(1000);
});

test('fires what became due on the way of a jump, in order, each at its own instant', async () => {
  const clock = clockAt(TUESDAY);
  const fired: string[] = [];
  const note = (name: string) => () => fired.push(`${name} ${clock.now().toISOString().slice(11, 16)}`);
  clock.after(2 * 3_600_000, note('second'));
  clock.after(3_600_000, note('first'));
  clock.after(5 * 3_600_000, note('never'));
  await clock.jump(3 * 3_600_000);
  expect(fired).toEqual(['first 09:00', 'second 10:00']);
  expect(clock.now().toISOString().slice(11, 16)).toBe('11:00');
});

test('fires within the same jump a timer that another one started, after its promises had their turn', async () => {
  const clock = clockAt(TUESDAY);
  const fired: string[] = [];
  clock.after(1000, () => {
    void Promise.resolve().then(() => clock.after(1000, () => fired.push('child')));
  });
  clock.after(10_000, () => fired.push('late'));
  await clock.jump(20_000);
  expect(fired).toEqual(['child', 'late']);
});

test('moves the monotonic clock with the wall clock', async () => {
  const clock = clockAt(TUESDAY);
  const before = clock.monotonicMs();
  await clock.jump(60_000);
  expect(clock.monotonicMs() - before).toBeGreaterThanOrEqual(60_000);
  expect(clock.monotonicMs() - before).toBeLessThan(61_000);
});

test('jumps to an instant, and refuses to go back', async () => {
  const clock = clockAt(TUESDAY);
  await clock.jumpTo(new Date('2026-03-04T08:00:00Z'));
  expect(clock.now().toISOString().slice(0, 16)).toBe('2026-03-04T08:00');
  await expect(clock.jumpTo(TUESDAY)).rejects.toThrow(RangeError);
});

test('does not fire what was cancelled, and nothing after stop', async () => {
  const clock = clockAt(TUESDAY);
  const fired: string[] = [];
  clock.after(1000, () => fired.push('cancelled'))();
  await clock.jump(5000);
  clock.after(1000, () => fired.push('stopped'));
  clock.stop();
  await clock.jump(5000);
  expect(fired).toEqual([]);
});

test('takes one jump after the other', async () => {
  const clock = clockAt(TUESDAY);
  const fired: number[] = [];
  for (const minute of [1, 2, 3]) clock.after(minute * 60_000, () => fired.push(minute));
  await Promise.all([clock.jump(90_000), clock.jump(90_000)]);
  expect(fired).toEqual([1, 2, 3]);
});

test('fires every timer once and never early, whatever the timers and jumps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 }),
      async (delays, jumps) => {
        const clock = createPracticeClock(TUESDAY);
        const startMs = clock.monotonicMs();
        const fired: { dueMs: number; atMs: number }[] = [];
        for (const dueMs of delays)
          clock.after(dueMs, () => fired.push({ dueMs, atMs: clock.monotonicMs() - startMs }));
        for (const ms of jumps) await clock.jump(ms);
        const passedMs = jumps.reduce((sum, ms) => sum + ms, 0);
        expect(fired.length).toBeGreaterThanOrEqual(delays.filter((dueMs) => dueMs <= passedMs).length);
        expect(fired.every(({ dueMs, atMs }) => atMs >= dueMs)).toBe(true);
        expect(fired.map(({ dueMs }) => dueMs)).toEqual(fired.map(({ dueMs }) => dueMs).sort((a, b) => a - b));
        clock.stop();
      },
    ),
    { numRuns: 40 },
  );
});
