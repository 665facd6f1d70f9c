import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pidSpace, processStart } from '../../../src/store/lowdb/process-start.ts';
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
    await lockAs(bench, { pid: child.pid, space: await pidSpace(bench.disk) });
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
    await lockAs(bench, { pid: await endedPid(), space: await pidSpace(bench.disk) });
    await bench.open();
    expect(await bench.files()).toEqual(['lock', 'meta.json']);
    expect(await readFile(join(bench.folder, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
  });

  it.runIf(hasProc)('of an earlier process with the same id is taken over', async () => {
    const bench = await createBench();
    const start = await processStart(bench.disk, process.pid);
    await lockAs(bench, { start: `${start?.slice(0, start.lastIndexOf(':'))}:1`, space: await pidSpace(bench.disk) });
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
    await lockAs(bench, { pid: await endedPid(), space: await pidSpace(bench.disk) });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => bench.open()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'locked' });
    }
  });

  it('is not kept from anybody by one who died while taking it over', async () => {
    const bench = await createBench();
    const ended = { pid: await endedPid(), space: await pidSpace(bench.disk) };
    await lockAs(bench, ended);
    await copyFile(join(bench.folder, 'lock'), join(bench.folder, 'lock.takeover'));
    const store = await bench.open();
    await store.close();
    expect(await readdir(bench.folder)).not.toContain('lock.takeover');
  });

  it('that can not be written is a fault', async () => {
    const bench = await createBench();
    bench.disk.fail('open', /^lock/, 'EROFS');
    await expect(bench.open()).rejects.toMatchObject({ code: 'read-only' });
  });
});

/** Lets time go by until it is decided whether the store opens. */
async function whileTimeGoesBy<T>(
  { clock }: LowdbBench,
  opening: Promise<T>,
  each: () => Promise<void> = async () => {},
) {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  const over = opening.then(end, end);
  const beganMs = clock.monotonicMs();
  while (!isOver) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 2))]);
    if (isOver) break;
    await each();
    clock.move(1_000);
  }
  return { tookMs: clock.monotonicMs() - beganMs, result: await opening.catch((error: unknown) => error) };
}

const OTHERS: readonly (readonly [string, object])[] = [
  ['another machine', { host: 'elsewhere.test' }],
  ['another container of the same name', { space: 'pid:[1]' }],
  ['this machine before it was started anew', { start: 'another-boot:1' }],
];

describe('the lock of a process that can not be asked', () => {
  it.each(OTHERS)('(%s) is taken over when nobody touched it for half a minute', async (_, more) => {
    const bench = await createBench();
    await lockAs(bench, { space: await pidSpace(bench.disk), beatMs: 5_000, ...more });
    const { tookMs, result } = await whileTimeGoesBy(bench, bench.open());
    expect(result).not.toBeInstanceOf(Error);
    expect(tookMs).toBeGreaterThanOrEqual(30_000);
    expect(tookMs).toBeLessThan(90_000);
    expect(bench.warnings[0]).toContain('may still use it');
    expect(await readFile(join(bench.folder, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
  });

  it.each(OTHERS)('(%s) is respected as soon as it is touched, whatever its clock says', async (_, more) => {
    const bench = await createBench();
    await lockAs(bench, { space: await pidSpace(bench.disk), beatMs: 5_000, ...more });
    const lock = join(bench.folder, 'lock');
    let seconds = 0;
    const { tookMs, result } = await whileTimeGoesBy(bench, bench.open(), async () => {
      seconds += 1;
      const longAgo = new Date(Date.UTC(1999, 0, 1, 0, 0, seconds));
      if (seconds % 5 === 0) await utimes(lock, longAgo, longAgo);
    });
    expect(result).toMatchObject({ code: 'locked' });
    expect(String(result)).toMatch(/touched its lock just now/);
    expect(tookMs).toBeLessThan(30_000);
    expect(await bench.files()).toEqual(['lock']);
  });

  it('is touched every five seconds by its holder, also while the disk is full', async () => {
    const bench = await createBench();
    await bench.open();
    bench.disk.fail('write', /./, 'ENOSPC');
    const touched = async () => (await stat(join(bench.folder, 'lock'))).mtimeMs;
    for (let beat = 0; beat < 3; beat += 1) {
      const before = await touched();
      bench.clock.move(5_000);
      await vi.waitFor(async () => expect(await touched()).not.toBe(before));
    }
  });
});

describe('a process whose lock was taken over while it stood still', () => {
  async function takenFrom(bench: LowdbBench) {
    const lost: string[] = [];
    const store = await bench.open({ onLost: (fault) => lost.push(fault.message) });
    await put(store, 'a');
    await rm(join(bench.folder, 'lock'));
    await lockAs(bench, { pid: 4711, host: 'elsewhere.test' });
    return { store, lost };
  }

  it('writes nothing more, says so once, and leaves the lock to the other', async () => {
    const bench = await createBench();
    const { store, lost } = await takenFrom(bench);
    const before = await readFile(join(bench.folder, 'page-000001.json'), 'utf8');
    await expect(put(store, 'b')).rejects.toMatchObject({ code: 'lock-lost' });
    await expect(store.saveCursor('x', '1')).rejects.toMatchObject({ code: 'lock-lost' });
    expect(await readFile(join(bench.folder, 'page-000001.json'), 'utf8')).toBe(before);
    expect(lost).toEqual([expect.stringMatching(/process 4711 on machine elsewhere\.test has it now.*ends/)]);
    await store.close();
    expect(await readFile(join(bench.folder, 'lock'), 'utf8')).toContain('4711');
  });

  it('notices without anything to write, too', async () => {
    const bench = await createBench();
    const { lost } = await takenFrom(bench);
    bench.clock.move(5_000);
    await vi.waitFor(() => expect(lost).toHaveLength(1));
  });

  it('counts a lock that somebody removed as lost, as another may have come and gone', async () => {
    const bench = await createBench();
    const store = await bench.open();
    await rm(join(bench.folder, 'lock'));
    await expect(put(store, 'b')).rejects.toThrow(/somebody removed it/);
  });
});
