import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** As `npm run measure` runs it, which `npm test` has built. */
const BUILT = 'dist/src/training/measure/main.js';

test('npm run measure finds our own examples from where it is built, and prints a table for each', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [BUILT, '--only', 'pairs,brush-offs,languages']);
  expect(stdout).toMatch(/written after, folding +\d+ +0\.\d+/);
  expect(stdout).toMatch(/German, written later +30 +16 +[01]\.\d+/);
  expect(stdout).toMatch(/both, nobody tunes on +120 +40( +[01]\.\d+){4}/);
  expect(stdout).toMatch(/short replies +65 +\d+ +\d+ +0 +\d+/);
}, 60_000);
