import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import { gatherReport } from '../../src/dispatch/gather-report.ts';
import { openStore } from '../../src/store/open.ts';
import { aDesk, aMention, aPost, berlin, instant } from '../desk/examples.ts';

test('a report of many mentions is gathered bit by bit, so that the app does what waits in between', async () => {
  const clock = createPracticeClock(berlin('2026-11-24T10:00'));
  const folder = await mkdtemp(join(tmpdir(), 'earshot-report-'));
  const store = await openStore(`file:${folder}`, { clock });
  onTestFinished(async () => {
    await store.close();
    clock.stop();
    await rm(folder, { recursive: true });
  });
  const desk = aDesk();
  await Promise.all(
    Array.from({ length: 600 }, (_, index) => {
      const id = String(index);
      const post = aPost({ id, at: instant(index < 560 ? '2026-11-23T10:00' : '2026-11-01T10:00') });
      const mention = aMention({ id: `x:${id}`, card: null }, desk, { post, conversation: id });
      return store.create('mention', `x:${id}`, (number) => decided({ ...mention, number }));
    }),
  );
  let turns = 0;
  const after = (ms: number, run: () => void) => {
    turns += 1;
    return clock.after(ms, run);
  };
  const report = await gatherReport(
    { from: '2026-11-18', to: '2026-11-24' },
    { store, desk: () => desk, clock: { ...clock, after } },
  );
  expect(report.all.mentions).toBe(560);
  expect(turns).toBe(2);
});
