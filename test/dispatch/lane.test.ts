import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { createLane, GO_ON } from '../../src/dispatch/lane.ts';
import { openStore } from '../../src/store/open.ts';
import { aMention, berlin } from '../desk/examples.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

describe('a lane', () => {
  test('pauses for seconds also when the wall clock is set back meanwhile', async () => {
    const practice = createPracticeClock(berlin('2026-11-24T12:00'));
    let setBackMs = 0;
    const clock = { ...practice, now: () => new Date(practice.now().getTime() - setBackMs) };
    const folder = await mkdtemp(join(tmpdir(), 'earshot-lane-'));
    const store = await openStore(`file:${folder}`, { clock });
    const attempts: string[] = [];
    const lane = createLane({
      destination: 'desk',
      store,
      clock,
      log: pino({ level: 'silent' }),
      async attempt(taken) {
        attempts.push(taken.row.key);
        await store.settle(taken, (state) => decided(state));
        return attempts.length === 1 ? { pauseMs: 5 * SECOND_MS } : GO_ON;
      },
    });
    onTestFinished(async () => {
      await lane.stop();
      practice.stop();
      await store.close();
      await rm(folder, { recursive: true });
    });
    const news = { type: 'mention-settled', mention: 'x:1' } as const;
    const tell = (id: string) => plan({ type: 'tell', id, to: { type: 'channel', id: 'C1' }, news }, PRIORITY.rest);
    await store.create('mention', 'x:1001', () => decided(aMention(), [tell('one'), tell('two')]));
    lane.kick();
    await expect.poll(() => attempts).toEqual(['tell:one']);
    setBackMs = HOUR_MS;
    await practice.jump(4 * SECOND_MS);
    expect(attempts).toHaveLength(1);
    // The pause begins some moments after the attempt was seen; an hour of it would outlast this.
    const later = async () => {
      await practice.jump(SECOND_MS);
      return attempts;
    };
    await expect.poll(later, { timeout: 10_000 }).toEqual(['tell:one', 'tell:two']);
  });
});
