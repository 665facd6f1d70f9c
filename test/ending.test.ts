import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createEnding } from '../src/ending.ts';
import { createHandClock } from './store/hand-clock.ts';

function bench(stop: () => Promise<void> = async () => {}) {
  const clock = createHandClock();
  const lines: string[] = [];
  const exits: number[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { clock, lines, exits, ending: createEnding({ clock, log, stop, exit: (code) => void exits.push(code) }) };
}

const NEVER = () => new Promise<void>(() => {});

describe('the end of the process', () => {
  test('is in order at the first signal, with code 0', async () => {
    const { ending, exits } = bench();
    ending.signal('SIGTERM');
    await expect.poll(() => exits).toEqual([0]);
  });

  test('comes at once at the second signal', () => {
    const { ending, exits, clock, lines } = bench(NEVER);
    ending.signal('SIGINT');
    clock.move(1_000);
    expect(exits).toEqual([]);
    ending.signal('SIGINT');
    expect(exits).toEqual([1]);
    expect(lines.join('')).toContain('ending at once');
  });

  test('takes one Ctrl-C for one, which npm hands on as well', () => {
    const { ending, exits, clock } = bench(NEVER);
    ending.signal('SIGINT');
    clock.move(999);
    ending.signal('SIGINT');
    expect(exits).toEqual([]);
  });

  test('keeps the code of whoever asked first, and comes although a part fails', async () => {
    const { ending, exits, lines } = bench(() => Promise.reject(new Error('broken')));
    const ended = ending.end(1, 'a token was revoked');
    ending.signal('SIGTERM');
    await ended;
    expect(exits).toEqual([1]);
    expect(lines.join('')).toContain('broken');
  });
});
