import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSystemClock } from '../../../src/clock.ts';
import type { Store } from '../../../src/store/index.ts';
import { backupFolder } from '../../../src/store/lowdb/backup.ts';
import { restoreFolder } from '../../../src/store/lowdb/restore.ts';
import { createLowdbStore } from '../../../src/store/lowdb/store.ts';
import { compiled } from '../../compiled.ts';

const SILENT = { warn: () => {} };
const clock = createSystemClock();
const say = () => {};

/** A process that writes without a pause, until the test ends. */
async function writing(): Promise<{ folder: string; into: string; stop: () => Promise<void> }> {
  const built = await compiled('test/store/lowdb/causal-writer.ts');
  const folder = await mkdtemp(join(tmpdir(), 'earshot-written-'));
  const into = await mkdtemp(join(tmpdir(), 'earshot-backups-'));
  const writer = spawn(process.execPath, [join(built, 'test/store/lowdb/causal-writer.js'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  const stop = async () => {
    writer.kill('SIGKILL');
    await ended;
  };
  onTestFinished(async () => {
    await stop();
    for (const one of [built, folder, into]) await rm(one, { recursive: true });
  });
  await Promise.race([once(writer.stdout, 'data'), ended.then(() => Promise.reject(new Error('the writer ended')))]);
  return { folder, into, stop };
}

/** The last step that the store knows of, after a check that it knows all that came before. */
async function lastStep(store: Store): Promise<number> {
  const mentions = await store.list('mention');
  const made = mentions.map(({ id }) => Number(id.slice('x:m'.length))).sort((a, b) => a - b);
  expect(made).toEqual(made.map((_, index) => index + 1));
  const noted = mentions.flatMap(({ handled }) => handled.map(Number)).sort((a, b) => a - b);
  expect(noted).toEqual(noted.map((_, index) => index + 1));
  const cursor = Number(await store.readCursor('x'));
  expect(made.length - cursor).toBeGreaterThanOrEqual(0);
  expect(made.length - cursor).toBeLessThanOrEqual(1);
  expect(noted.length - cursor).toBeGreaterThanOrEqual(0);
  expect(made.length - noted.length).toBeGreaterThanOrEqual(0);
  return cursor;
}

describe('a backup that is made while a process writes', () => {
  it('is what stood there at one instant: whoever sees a step sees all before it; and it goes round', {
    timeout: 120_000,
  }, async () => {
    const { folder, into } = await writing();
    const reached: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const to = round % 2 === 0 ? into : join(into, `round-${round}.tar.gz`);
      const made = await backupFolder({ folder, to: round % 2 === 0 ? join(to, `${round}`) : to, clock, say });
      const restored = join(into, `restored-${round}`);
      const report = await restoreFolder({
        folder: restored,
        from: made.place,
        replace: false,
        clock,
        log: SILENT,
        say,
      });
      expect(report).toMatchObject({ mentions: made.mentions, files: made.files, at: made.at });
      const store = await createLowdbStore({ folder: restored, clock });
      expect(store.damage()).toEqual([]);
      expect(await store.list('mention')).toHaveLength(made.mentions);
      reached.push(await lastStep(store));
      await store.close();
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(reached.at(-1)).toBeGreaterThan(reached[0] ?? 0);
    expect((await readdir(folder)).filter((name) => name.startsWith('backup-'))).toEqual([]);
  });

  it('has the files as they were, with their sums, and leaves the store alone', async () => {
    const { folder, into, stop } = await writing();
    await stop();
    const before = (await readdir(folder)).sort();
    const lines: string[] = [];
    const made = await backupFolder({ folder, to: into, clock, say: (line) => lines.push(line) });
    expect((await readdir(folder)).sort()).toEqual(before);
    const names = (await readdir(made.place)).sort();
    expect(names).toEqual(
      ['manifest.json', ...before.filter((name) => name !== 'lock' && !name.endsWith('.tmp'))].sort(),
    );
    for (const name of names.filter((one) => one !== 'manifest.json')) {
      expect(await readFile(join(made.place, name))).toEqual(await readFile(join(folder, name)));
    }
    expect(lines.at(-1)).toBe(`${made.files} of ${made.files} files`);
    expect((await readdir(into)).some((name) => name.endsWith('.part'))).toBe(false);
    await writeFile(join(into, 'there.tar.gz'), 'somebody’s');
    const again = backupFolder({ folder, to: join(into, 'there.tar.gz'), clock, say });
    await expect(again).rejects.toThrow(/is there already/);
    expect(await readFile(join(into, 'there.tar.gz'), 'utf8')).toBe('somebody’s');
  });
});
