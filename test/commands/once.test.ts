import { describe, expect, test } from 'vitest';
import { createOnce } from '../../commands/once.ts';

describe('work under a key', () => {
  test('runs once, under way or finished, and every delivery gets its answer', async () => {
    const once = createOnce<number>();
    let runs = 0;
    const work = async () => (runs += 1);
    const first = once.take('a', work);
    const second = once.take('a', work);
    expect([first.isFirst, second.isFirst]).toEqual([true, false]);
    expect(await Promise.all([first.outcome, second.outcome])).toEqual([1, 1]);
    expect(await once.take('a', work).outcome).toBe(1);
    expect(await once.take('b', work).outcome).toBe(2);
  });

  test('runs again when it was forgotten, as after a fault', async () => {
    const once = createOnce<string>();
    await once.take('a', async () => 'failed').outcome;
    once.forget('a');
    expect(await once.take('a', async () => 'worked').outcome).toBe('worked');
  });

  test('is remembered for the newest keys only', () => {
    const once = createOnce<null>(2);
    for (const key of ['a', 'b', 'c']) once.take(key, async () => null);
    expect(['c', 'b', 'a'].map((key) => once.take(key, async () => null).isFirst)).toEqual([false, false, true]);
  });
});
