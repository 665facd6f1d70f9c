import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPractice } from './doctor/doctor-bench.ts';

describe('an app whose store another process has taken over', () => {
  it('ends at once with a clear word, and leaves the lock to the other', async () => {
    const practice = await openPractice();
    await practice.writeDotEnv();
    const app = practice.startApp();
    await app.said('earshot: listening');
    const lock = join(practice.folder, 'data', 'lock');
    const others = (await readFile(lock, 'utf8'))
      .replace(/"pid":\d+/, '"pid":4711')
      .replace(/"host":"[^"]*"/, '"host":"elsewhere"');
    await rm(lock);
    await writeFile(lock, others);
    expect(await app.ended).toBe(1);
    expect(app.output()).toMatch(/process 4711 on machine elsewhere has it now.*see that only one Earshot runs/);
    expect(await readFile(lock, 'utf8')).toBe(others);
  });
});
