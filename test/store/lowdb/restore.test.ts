import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RESTORED } from '../../../src/store/index.ts';
import { backupFolder } from '../../../src/store/lowdb/backup.ts';
import { type RestoreOptions, restoreFolder } from '../../../src/store/lowdb/restore.ts';
import { put } from '../states.ts';
import { createBench, type LowdbBench } from './bench.ts';

/** A store of two mentions on a page each, and a backup of it. */
async function backedUp(archive = false) {
  const bench = await createBench();
  const store = await bench.open({ pageBytes: 1 });
  for (const post of ['a', 'b']) await put(store, post);
  await store.saveCursor('x', '7');
  await store.close();
  const backups = await mkdtemp(join(tmpdir(), 'earshot-backups-'));
  onTestFinished(() => rm(backups, { recursive: true, force: true }));
  const to = archive ? join(backups, 'all.tar.gz') : backups;
  const made = await backupFolder({ folder: bench.folder, to, clock: bench.clock, say: () => {} });
  const empty = join(backups, 'new', 'data');
  const restore = (more: Partial<RestoreOptions> = {}) =>
    restoreFolder({
      folder: empty,
      from: made.place,
      replace: false,
      clock: bench.clock,
      log: { warn: () => {} },
      say: () => {},
      ...more,
    });
  return { bench, made, empty, backups, restore };
}

async function holds(bench: LowdbBench, folder: string): Promise<string[]> {
  const store = await bench.open({ folder });
  const ids = (await store.list('mention')).map(({ id }) => id);
  await store.close();
  return ids;
}

describe('a restore', () => {
  it.each([false, true])('brings everything back, and says to the app of when it is (archive: %s)', async (archive) => {
    const { bench, restore, empty, made } = await backedUp(archive);
    bench.clock.move(3_600_000);
    await restore();
    const store = await bench.open({ folder: empty });
    expect(store.damage()).toEqual([]);
    expect((await store.list('mention')).map(({ id }) => id)).toEqual(['x:a', 'x:b']);
    expect(await store.readCursor('x')).toBe('7');
    expect(await store.readCursor(RESTORED)).toBe(`${made.at} ${bench.clock.now().toISOString()}`);
  });

  it('never lets a number come again that was given out after the backup', async () => {
    const { bench, restore } = await backedUp();
    const going = await bench.open();
    let last = 0;
    for (let index = 0; index < 5; index += 1) last = (await put(going, `later${index}`)).number;
    await going.close();
    await restore({ folder: bench.folder, replace: true });
    const store = await bench.open();
    expect((await put(store, 'new')).number).toBeGreaterThan(last);
  });

  it('refuses where a store is, unless told to replace it; then that one is moved aside whole', async () => {
    const { bench, restore } = await backedUp();
    const going = await bench.open();
    await put(going, 'c');
    await going.close();
    const before = await bench.files();
    const refused = restore({ folder: bench.folder });
    await expect(refused).rejects.toMatchObject({ code: 'store-there' });
    await expect(refused).rejects.toThrow(/--replace/);
    expect(await bench.files()).toEqual(before);
    const { movedTo } = await restore({ folder: bench.folder, replace: true });
    expect(await holds(bench, bench.folder)).toEqual(['x:a', 'x:b']);
    expect((await readdir(movedTo ?? '')).sort()).toEqual(before);
    expect(await holds(bench, movedTo ?? '')).toEqual(['x:a', 'x:b', 'x:c']);
  });

  it('refuses while an app uses the store', async () => {
    const { bench, restore } = await backedUp();
    await bench.open();
    const before = await bench.files();
    await expect(restore({ folder: bench.folder, replace: true })).rejects.toMatchObject({ code: 'locked' });
    expect(await bench.files()).toEqual(before);
  });

  it.each([
    [
      'a changed file',
      (place: string) => writeFile(join(place, 'page-000001.json'), '{}'),
      /page-000001\.json is not as it was/,
    ],
    ['a missing file', (place: string) => rm(join(place, 'page-000002.json')), /page-000002\.json/],
    ['no list', (place: string) => rm(join(place, 'manifest.json')), /no manifest\.json/],
    [
      'a list that names a way out',
      async (place: string) => {
        const text = await readFile(join(place, 'manifest.json'), 'utf8');
        await writeFile(join(place, 'manifest.json'), text.replace('page-000001.json', '../../desk.json'));
      },
      /no manifest\.json that this version/,
    ],
  ])('of a backup with %s changes nothing', async (_, spoil, why) => {
    const { made, restore, empty } = await backedUp();
    await spoil(made.place);
    const restoring = restore();
    await expect(restoring).rejects.toThrow(why);
    await expect(restoring).rejects.toThrow('Nothing was changed');
    expect(await readdir(empty)).toEqual([]);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['no archive at all', () => Buffer.from('hello')],
    ['empty', () => Buffer.alloc(0)],
  ])('of an archive that is %s changes nothing', async (_, spoil) => {
    const { made, restore, empty } = await backedUp(true);
    await writeFile(made.place, spoil(await readFile(made.place)));
    await expect(restore()).rejects.toMatchObject({ code: 'unfit-backup' });
    expect(await readdir(empty)).toEqual([]);
  });

  it('of what a damaged store was copied to is refused, with the file’s name', async () => {
    const { bench, restore, backups } = await backedUp();
    await writeFile(join(bench.folder, 'page-000002.json'), '{"vers');
    const made = await backupFolder({
      folder: bench.folder,
      to: join(backups, 'x'),
      clock: bench.clock,
      say: () => {},
    });
    expect(made.damaged).toEqual([expect.stringContaining('page-000002.json')]);
    await expect(restore({ from: made.place })).rejects.toThrow(/page-000002\.json was damaged when/);
  });

  it('of a newer version is refused', async () => {
    const { bench, backups, restore, empty } = await backedUp();
    const newer = await createBench();
    const migrations = Array.from({ length: 90 }, () => (record: unknown) => record);
    await put(await newer.open({ migrations }), 'a');
    const source = join(backups, 'newer');
    await cp(newer.folder, source, { recursive: true });
    await expect(
      backupFolder({ folder: source, to: backups, clock: bench.clock, say: () => {} }),
    ).rejects.toMatchObject({
      code: 'newer-version',
    });
    await expect(restore({ from: source })).rejects.toMatchObject({ code: 'unfit-backup' });
    await expect(readdir(empty)).resolves.toEqual([]);
  });

  it('that was broken off keeps the app from starting on half of it, and can be run again', async () => {
    const { bench, restore, empty } = await backedUp();
    await mkdir(empty, { recursive: true });
    await writeFile(join(empty, 'restore-under-way'), '');
    await cp(join(bench.folder, 'page-000001.json'), join(empty, 'page-000001.json'));
    const opening = bench.open({ folder: empty });
    await expect(opening).rejects.toMatchObject({ code: 'half-restored' });
    await expect(opening).rejects.toThrow(/again with --replace/);
    await expect(restore()).rejects.toMatchObject({ code: 'store-there' });
    await restore({ replace: true });
    expect(await holds(bench, empty)).toEqual(['x:a', 'x:b']);
  });
});
