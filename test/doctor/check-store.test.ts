import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSystemClock } from '../../src/clock.ts';
import { checkStore } from '../../src/doctor/check-store.ts';
import type { StoreProbe } from '../../src/store/index.ts';
import { createLowdbStore } from '../../src/store/lowdb/store.ts';
import { probeStore } from '../../src/store/open.ts';
import { put } from '../store/states.ts';
import { lines, troubles } from './doctor-bench.ts';

const look = (probe: StoreProbe) => checkStore({ probe: async () => probe }).look();

/** A store in a folder of its own, looked at. */
async function openedStore() {
  const parent = await mkdtemp(join(tmpdir(), 'earshot-check-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'data');
  const clock = createSystemClock();
  const store = await createLowdbStore({ folder, clock });
  await put(store, 'a');
  await store.close();
  return { folder, clock, probe: () => probeStore(`file:${folder}`) };
}

describe('the doctor, of the store', () => {
  it('says how much is free, and of which version it is', async () => {
    const { probe } = await openedStore();
    const found = await probe();
    const { known } = found.version ?? { known: 0 };
    expect(troubles(await look(found))).toEqual([]);
    expect(lines(await look(found)).join('\n')).toMatch(/^ok Store: [\d.]+ [MG]B are free on its disk$/m);
    expect(lines(await look(found))).toContain(`ok Store: it is of version ${known}, as this Earshot writes it`);
    const older = { ...found, version: { there: known - 1, known } };
    expect(lines(await look(older)).join('\n')).toContain(`the next start brings it to ${known}`);
  });

  it('warns below 200 MB', async () => {
    const { probe, folder } = await openedStore();
    expect(troubles(await look({ ...(await probe()), freeBytes: 199_000_000 }))).toEqual([
      `warn Store: only 199 MB are free on the disk of ${folder} → Free some space or move it: on a full disk nothing can be saved, and presses are refused.`,
    ]);
    expect(troubles(await look({ ...(await probe()), freeBytes: 200_000_000 }))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'warns when every user of the machine can read it; the app makes it so that none can',
    async () => {
      const { probe, folder } = await openedStore();
      expect(troubles(await look(await probe()))).toEqual([]);
      await chmod(folder, 0o755);
      expect(troubles(await look(await probe()))).toEqual([expect.stringContaining(`→ chmod 700 ${folder}`)]);
    },
  );

  it('names what a start has set aside, until it is moved away', async () => {
    const { probe, folder, clock } = await openedStore();
    await writeFile(join(folder, 'page-000001.json'), '{"vers');
    await (await createLowdbStore({ folder, clock })).close();
    expect(troubles(await look(await probe()))).toEqual([
      expect.stringMatching(/^warn Store: page-000001\.json\.damaged-.* was set aside at a start → .*backup/),
    ]);
  });
});
