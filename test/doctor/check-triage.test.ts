import { copyFile, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTriage } from '../../src/doctor/check-triage.ts';
import { TEAM_WEIGHTS } from '../../src/triage/choose.ts';
import { PACKAGED_WEIGHTS } from '../../src/triage/packaged.ts';
import { troubles } from './doctor-bench.ts';

test('weights of the team’s own that are older than a forgetting may have words of whoever was forgotten', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-triage-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const look = async (forgotAt: string | null) =>
    troubles(await checkTriage({ folder: () => folder, probe: async () => ({ forgotAt }) }).look()).filter((line) =>
      line.includes('forgotten'),
    );
  expect(await look('2026-11-24T12:00:00.000Z')).toEqual([]);
  const file = join(folder, TEAM_WEIGHTS);
  await copyFile(PACKAGED_WEIGHTS, file);
  await utimes(file, new Date('2026-11-24T10:00:00Z'), new Date('2026-11-24T10:00:00Z'));
  expect(await look(null)).toEqual([]);
  expect(await look('2026-11-24T09:00:00.000Z')).toEqual([]);
  expect(await look('2026-11-24T12:00:00.000Z')).toEqual([
    `warn Triage: somebody was forgotten since ${file} was made from corrected posts → npm run train -- --with-corrections, then start Earshot again`,
  ]);
});
