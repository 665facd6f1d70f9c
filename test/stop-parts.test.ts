import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../practice/clock.ts';
import { stopParts } from '../src/stop-parts.ts';
import { berlin } from './desk/examples.ts';

function bench() {
  const clock = createPracticeClock(berlin('2026-11-24T12:00'));
  onTestFinished(() => clock.stop());
  const lines: string[] = [];
  return { clock, lines, log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) };
}

describe('stopping the parts', () => {
  test('waits for all of them, side by side', async () => {
    const { clock, log } = bench();
    const asked: string[] = [];
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const parts = { intake: () => slow, watch: async () => void asked.push('watch') };
    let isOver = false;
    const over = stopParts(parts, { clock, log, patienceMs: 8_000 }).then(() => {
      isOver = true;
    });
    await expect.poll(() => asked).toEqual(['watch']);
    expect(isOver).toBe(false);
    finish();
    await over;
  });

  test('names a part that takes longer than its time, and waits no longer', async () => {
    const { clock, log, lines } = bench();
    const over = stopParts(
      { intake: () => new Promise(() => {}), watch: async () => {} },
      { clock, log, patienceMs: 8_000 },
    );
    await clock.jump(8_000);
    await over;
    expect(lines.join('')).toContain('"parts":["intake"]');
  });

  test('goes on when one of them fails', async () => {
    const { clock, log, lines } = bench();
    await stopParts(
      { intake: () => Promise.reject(new Error('broken')), watch: async () => {} },
      { clock, log, patienceMs: 8_000 },
    );
    expect(lines.join('')).toContain('broken');
  });
});
