import { appendFile, copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentionRef } from '../../../src/desk/ref.ts';
import { note, put } from '../states.ts';
import { createBench, type LowdbBench } from './bench.ts';

/** A closed store with two mentions, each on a page of its own. */
async function twoPages(): Promise<LowdbBench> {
  const bench = await createBench();
  const store = await bench.open({ pageBytes: 1 });
  for (const post of ['a', 'b']) await put(store, post);
  await store.saveCursor('x', '7');
  await store.close();
  return bench;
}

describe('a folder that can not be used', () => {
  it('because it is a file is named, with STORE_URL as the remedy', async () => {
    const bench = await createBench();
    await writeFile(join(bench.folder, 'taken'), '');
    for (const folder of [join(bench.folder, 'taken'), join(bench.folder, 'taken', 'data')]) {
      const opening = bench.open({ folder });
      await expect(opening).rejects.toMatchObject({ code: 'no-folder' });
      await expect(opening).rejects.toThrow(/taken.*STORE_URL/);
    }
  });

  it.each([
    ['mkdir', 'EROFS', 'read-only', /mount it for writing/],
    ['mkdir', 'EACCES', 'unreadable', /chown -R/],
    ['mkdir', 'ENOSPC', 'disk-full', /free some space/],
    ['list', 'EACCES', 'unreadable', /right to read/],
    ['list', 'EIO', 'unreadable', /Look at the disk/],
  ] as const)('as %s fails with %s is a fault "%s"', async (act, code, fault, remedy) => {
    const bench = await twoPages();
    const before = await bench.files();
    bench.disk.fail(act, /./, code);
    const opening = bench.open();
    await expect(opening).rejects.toMatchObject({ code: fault });
    await expect(opening).rejects.toThrow(remedy);
    expect(await bench.files()).toEqual(before);
  });

  it('is made where it is missing, for this user alone', async () => {
    const bench = await createBench();
    const folder = join(bench.folder, 'new', 'data');
    await bench.open({ folder });
    if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('a file that can not be read', () => {
  it.each(['page-000001.json', 'page-000002.json', 'meta.json'])(
    '(%s, an input or output error) stops the start, names the file and the remedy, and is not touched',
    async (name) => {
      const bench = await twoPages();
      const before = await bench.files();
      const mend = bench.disk.fail('read', new RegExp(name), 'EIO');
      const opening = bench.open();
      await expect(opening).rejects.toMatchObject({ code: 'unreadable', cause: { code: 'EIO' } });
      await expect(opening).rejects.toThrow(new RegExp(`${name} \\(EIO\\).*Nothing was changed.*npm run restore`));
      expect(await bench.files()).toEqual(before);
      mend();
      const store = await bench.open();
      expect(await store.list('mention')).toHaveLength(2);
      expect(await store.readCursor('x')).toBe('7');
    },
  );

  it('for its owner is named with the user that would need it', async () => {
    const bench = await twoPages();
    bench.disk.fail('read', /^page-000001/, 'EACCES');
    await expect(bench.open()).rejects.toThrow(new RegExp(`this process is user ${process.getuid?.() ?? ''}`));
  });
});

describe('what a power loss leaves', () => {
  it('as NUL bytes behind a whole page loses nothing', async () => {
    const bench = await twoPages();
    await appendFile(join(bench.folder, 'page-000002.json'), '\0'.repeat(512));
    await appendFile(join(bench.folder, 'meta.json'), '\0'.repeat(16));
    const store = await bench.open();
    expect(store.damage()).toEqual([]);
    await store.change(mentionRef('x:b'), note('w'));
    expect(await readFile(join(bench.folder, 'page-000002.json'), 'utf8')).not.toContain('\0');
    expect(await store.readCursor('x')).toBe('7');
  });

  it.each([
    ['all of it', ''],
    ['its end', '{"version":'],
  ])('as NUL bytes in the place of %s sets the page aside', async (_, whole) => {
    const bench = await twoPages();
    await writeFile(join(bench.folder, 'page-000002.json'), `${whole}${'\0'.repeat(512)}`);
    const store = await bench.open();
    expect(store.damage()[0]).toMatch(/page-000002\.json is damaged .* set aside as/);
    expect(await store.list('mention')).toHaveLength(1);
  });

  it('as a damaged page with its next version whole beside it loses nothing', async () => {
    const bench = await twoPages();
    const page = join(bench.folder, 'page-000002.json');
    await copyFile(page, `${page}.tmp`);
    await writeFile(page, '{"vers');
    const store = await bench.open({ pageBytes: 1 });
    expect(store.damage()).toEqual([expect.stringMatching(/page-000002\.json is damaged .*Nothing is missing/)]);
    expect(await store.list('mention')).toHaveLength(2);
    await store.change(mentionRef('x:b'), note('w'));
    expect((await put(store, 'c')).number).toBe(3);
    await store.close();
    const again = await bench.open();
    expect((await again.read(mentionRef('x:b')))?.handled).toEqual(['w']);
    expect(again.damage()).toEqual([]);
  });

  it('as a damaged page with half of its next version is set aside, and the half is removed', async () => {
    const bench = await twoPages();
    const page = join(bench.folder, 'page-000002.json');
    await writeFile(`${page}.tmp`, '{"version":1,"numb');
    await writeFile(page, '{"vers');
    const store = await bench.open();
    expect(store.damage()[0]).toContain('What it holds is missing');
    expect((await bench.files()).some((name) => name.endsWith('.tmp'))).toBe(false);
  });
});

describe('a disk that fills up and gets space again', () => {
  it('saves the next change as if nothing had been', async () => {
    const bench = await createBench();
    const store = await bench.open();
    await put(store, 'a');
    const mend = bench.disk.fail('write', /./, 'ENOSPC');
    for (let press = 0; press < 5; press += 1) {
      await expect(store.change(mentionRef('x:a'), note(`lost${press}`))).rejects.toMatchObject({ code: 'disk-full' });
    }
    mend();
    await store.change(mentionRef('x:a'), note('kept'));
    await store.close();
    const again = await bench.open();
    expect((await again.read(mentionRef('x:a')))?.handled).toEqual(['kept']);
    await rm(join(bench.folder, 'page-000001.json'));
  });
});
