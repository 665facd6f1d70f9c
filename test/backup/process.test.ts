import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSystemClock } from '../../src/clock.ts';
import { createLowdbStore } from '../../src/store/lowdb/store.ts';
import { put } from '../store/states.ts';

/** As npm runs them; `npm test` builds before it tests. */
const script = (name: string) => fileURLToPath(new URL(`../../dist/src/backup/${name}.js`, import.meta.url));

/** A working folder with a store of two mentions in `data`. */
async function workingFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-copied-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const open = () => createLowdbStore({ folder: join(folder, 'data'), clock: createSystemClock() });
  const store = await open();
  for (const post of ['a', 'b']) await put(store, post);
  const run = (name: string, ...options: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      execFile(process.execPath, [script(name), ...options], { cwd: folder, env: {} }, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, output: stdout + stderr });
      });
    });
  return { folder, store, open, run };
}

describe('npm run backup and npm run restore', () => {
  it('go round: copied while the app runs, put back when it has stopped, with progress and counts', async () => {
    const { folder, store, open, run } = await workingFolder();
    const made = await run('main', '--to', 'kept.tar.gz');
    expect(made, made.output).toMatchObject({ code: 0 });
    expect(made.output).toMatch(
      /2 of 2 files\n.*kept\.tar\.gz holds the store as of .*: 2 files, \d+ bytes;\n2 mentions, 0 inc/,
    );
    const whileRunning = await run('restore-main', '--from', 'kept.tar.gz', '--replace');
    expect(whileRunning).toMatchObject({ code: 1 });
    expect(whileRunning.output).toMatch(new RegExp(`^Process ${process.pid} uses this store`));
    await put(store, 'c');
    await store.close();
    const there = await run('restore-main', '--from', 'kept.tar.gz');
    expect(there).toMatchObject({ code: 1 });
    expect(there.output).toContain('--replace');
    const restored = await run('restore-main', '--from', 'kept.tar.gz', '--replace');
    expect(restored, restored.output).toMatchObject({ code: 0 });
    expect(restored.output).toMatch(
      /2 of 2 files\n.*every file can be read.*before-restore-.* is as of .*: 2 files, 2 mentions/s,
    );
    const again = await open();
    expect(await again.list('mention')).toHaveLength(2);
    await again.close();
    expect((await readdir(join(folder, 'data'))).filter((name) => name.startsWith('before-restore-'))).toHaveLength(1);
  });

  it('say what they did not understand, with exit code 2', async () => {
    const { store, run } = await workingFolder();
    await store.close();
    for (const [name, option] of [
      ['main', '--to'],
      ['restore-main', '--from'],
    ] as const) {
      expect((await run(name)).output).toContain(`${option} is missing`);
      expect(await run(name)).toMatchObject({ code: 2 });
      expect(await run(name, '--wat')).toMatchObject({ code: 2 });
      expect(await run(name, '--help')).toMatchObject({ code: 0 });
    }
  });

  it('end with 1 for what is not there, and for a copy of damaged files', async () => {
    const { folder, store, run } = await workingFolder();
    await store.close();
    expect((await run('restore-main', '--from', 'nowhere', '--replace')).output).toMatch(
      /nowhere can't be restored: it can not be found/,
    );
    await writeFile(join(folder, 'data', 'page-000001.json'), '{"vers');
    const made = await run('main', '--to', 'backups');
    expect(made).toMatchObject({ code: 1 });
    expect(made.output).toContain('Damaged in the store, and so in the backup: page-000001.json');
    await rm(join(folder, 'data'), { recursive: true });
    expect((await run('main', '--to', 'backups')).output).toMatch(/holds no store yet/);
  });
});
