import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLowdbStore } from '../../../src/store/lowdb/store.ts';
import { put } from '../states.ts';
import { createBench, type LowdbBench } from './bench.ts';

const hasProc = process.platform === 'linux';

async function lockAs({ folder }: LowdbBench, more: object): Promise<void> {
  const owner = { pid: process.pid, start: null, host: hostname(), since: '2026-03-01T08:00:00.000Z', token: 't' };
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...owner, ...more }));
}

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock', () => {
  it('keeps a second store out, naming process, file and remedy, and touches nothing', async () => {
    const bench = await createBench();
    await put(await bench.open(), 'a');
    const before = await bench.files();
    const second = createLowdbStore({ folder: bench.folder, clock: bench.clock });
    await expect(second).rejects.toMatchObject({ code: 'locked' });
    await expect(second).rejects.toThrow(new RegExp(`Process ${process.pid} .*lock.*STORE_URL`));
    expect(await bench.files()).toEqual(before);
  });

  it('keeps out a store while another living process holds it', async () => {
    const bench = await createBench();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await lockAs(bench, { pid: child.pid });
    await expect(bench.open()).rejects.toThrow(`Process ${child.pid}`);
  });

  it('is given back at close', async () => {
    const bench = await createBench();
    await (await bench.open()).close();
    expect(await bench.files()).toEqual(['meta.json']);
    await bench.open();
  });

  it('is given back when the store can not be opened', async () => {
    const bench = await createBench();
    await writeFile(join(bench.folder, 'page-000001.json'), '{"version":99}');
    await expect(bench.open()).rejects.toMatchObject({ code: 'newer-version' });
    expect(await bench.files()).toEqual(['page-000001.json']);
  });

  it('of a process that is gone is taken over', async () => {
    const bench = await createBench();
    await lockAs(bench, { pid: await endedPid() });
    await bench.open();
    expect(await bench.files()).toEqual(['lock', 'meta.json']);
    expect(await readFile(join(bench.folder, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
  });

  it.runIf(hasProc)('of an earlier process with the same id is taken over', async () => {
    const bench = await createBench();
    await lockAs(bench, { start: 'another-boot:1' });
    await expect(bench.open()).resolves.toBeDefined();
  });

  it('that a crashed machine left unreadable is taken over', async () => {
    const bench = await createBench();
    await writeFile(join(bench.folder, 'lock'), '\0\0\0\0');
    await expect(bench.open()).resolves.toBeDefined();
  });

  it('of another machine, which can not be asked, stays', async () => {
    const bench = await createBench();
    await lockAs(bench, { host: 'elsewhere.test', pid: await endedPid() });
    await expect(bench.open()).rejects.toThrow(/machine elsewhere\.test.*delete the file/);
  });

  it('goes to one of many that find the same stale one', async () => {
    const bench = await createBench();
    await lockAs(bench, { pid: await endedPid() });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => bench.open()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'locked' });
    }
  });

  it('that can not be written is a fault', async () => {
    const bench = await createBench();
    bench.disk.fail('open', /^lock/, 'EROFS');
    await expect(bench.open()).rejects.toMatchObject({ code: 'read-only' });
  });
});
