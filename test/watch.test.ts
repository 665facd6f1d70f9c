import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../practice/clock.ts';
import { decided } from '../src/desk/decision.ts';
import { channelRef, mentionRef } from '../src/desk/ref.ts';
import type { Store } from '../src/store/index.ts';
import { openStore } from '../src/store/open.ts';
import { createWatch } from '../src/watch.ts';
import { aChannel, aDesk, aMention, berlin, CARD } from './desk/examples.ts';

/** The watch at 12:00 over two complaints that were due at 11:00. */
async function openWatch({
  around = (store: Store) => store,
  refreshDesk = async () => {},
  wrongMs = () => 0,
}: {
  around?: (store: Store) => Store;
  refreshDesk?: () => Promise<void>;
  /** How far the wall clock is ahead. */
  wrongMs?: () => number;
}) {
  const practiceClock = createPracticeClock(berlin('2026-11-24T12:00'));
  const clock = { ...practiceClock, now: () => new Date(practiceClock.now().getTime() + wrongMs()) };
  let slept = 0;
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const folder = await mkdtemp(join(tmpdir(), 'earshot-watch-'));
  const store = await openStore(`file:${folder}`, { clock });
  const desk = aDesk();
  await store.create('channel', CARD.channel, () => decided(aChannel()));
  for (const [number, id] of [[1, '1'] as const, [2, '2'] as const]) {
    const own = { id: `x:${id}`, number, card: null };
    const arrival = { conversation: id, post: { ...aMention().posts[0], id } };
    await store.create('mention', own.id, () => decided(aMention(own, desk, arrival)));
  }
  const watch = createWatch({
    store: around(store),
    desk: () => desk,
    refreshDesk,
    channel: CARD.channel,
    vitals: {
      read: () => ({ networks: [], socket: null }),
      slept() {
        slept += 1;
      },
    },
    clock,
    log,
  });
  onTestFinished(async () => {
    await watch.stop();
    clock.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  watch.start();
  return {
    clock,
    slept: () => slept,
    lines,
    rounds: async () => (await store.read(channelRef(CARD.channel)))?.rounds.length,
    isLate: async (id: string) => (await store.read(mentionRef(id)))?.clocks[0]?.late,
  };
}

describe('the watch', () => {
  test('looks after all others when one mention can not be saved', async () => {
    const around = (store: Store) => ({
      ...store,
      change: ((ref, decide) =>
        ref.id === 'x:1' ? Promise.reject(new Error('no')) : store.change(ref, decide)) satisfies Store['change'],
    });
    const { rounds, isLate, lines } = await openWatch({ around });
    await expect.poll(() => isLate('x:2')).toBe(true);
    await expect.poll(rounds).toBe(1);
    expect(lines.join('')).toContain('watch: a look failed');
  });

  test('goes by the rules that it knows when they can not be read again', async () => {
    const { rounds, isLate } = await openWatch({ refreshDesk: () => Promise.reject(new Error('no holidays')) });
    await expect.poll(() => isLate('x:1')).toBe(true);
    await expect.poll(rounds).toBe(1);
  });

  test.each([
    ['ahead by more than a minute', 61_000, true],
    ['back by an hour', -3_600_000, true],
    ['by less than a minute', -59_000, false],
  ])('reports a wall clock that jumps %s, and judges no silence by it', async (_, jumpMs, isReported) => {
    let wrongMs = 0;
    const { clock, lines, slept, rounds } = await openWatch({ wrongMs: () => wrongMs });
    await expect.poll(rounds).toBe(1);
    wrongMs = jumpMs;
    const reports = () => lines.filter((line) => line.includes('the wall clock jumped')).length;
    // The first look may still be under way, and plans the next one only at its end.
    await expect.poll(() => clock.jump(5_000).then(reports)).toBe(isReported ? 1 : 0);
    await clock.jump(5_000);
    await clock.jump(5_000);
    expect(reports()).toBe(isReported ? 1 : 0);
    expect(slept()).toBe(isReported ? 1 : 0);
    // What was told stays told.
    expect(await rounds()).toBe(1);
  });
});
