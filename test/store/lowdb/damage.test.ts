import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentionRef } from '../../../src/desk/ref.ts';
import { put } from '../states.ts';
import { createBench, type LowdbBench } from './bench.ts';

/** A closed store with three mentions, each on a page of its own. */
async function threePages(): Promise<LowdbBench> {
  const bench = await createBench();
  const store = await bench.open({ pageBytes: 1 });
  for (const post of ['a', 'b', 'c']) await put(store, post);
  await store.saveCursor('x', '7');
  await store.close();
  return bench;
}

async function cutInHalf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(0, text.length / 2));
  return text.slice(0, text.length / 2);
}

describe('a damaged page', () => {
  it('is set aside under a name that says so, told, and the rest goes on', async () => {
    const bench = await threePages();
    const half = await cutInHalf(join(bench.folder, 'page-000002.json'));
    const store = await bench.open();
    const aside = 'page-000002.json.damaged-2026-03-03T09-00-00.000Z';
    expect(await bench.files()).toContain(aside);
    expect(await readFile(join(bench.folder, aside), 'utf8')).toBe(half);
    expect(store.damage()).toHaveLength(1);
    expect(store.damage()[0]).toContain(aside);
    expect(bench.warnings).toEqual(store.damage());
    expect((await store.list('mention')).map(({ id }) => id)).toEqual(['x:a', 'x:c']);
  });

  it.each([
    ['empty', ''],
    ['no page', '{"version":1,"aggregates":{}}'],
    ['without an id', '{"version":1,"numbers":{},"aggregates":[{"number":1,"state":{"type":"mention"},"effects":[]}]}'],
    [
      'with half a state',
      '{"version":1,"numbers":{},"aggregates":[{"number":1,"state":{"type":"mention","id":"x:q"},"effects":[]}]}',
    ],
    [
      'with half an effect',
      '{"version":1,"numbers":{},"aggregates":[{"number":1,"state":{"type":"desk","id":"desk"},"effects":[{"key":"k"}]}]}',
    ],
  ])('may also be one that is %s', async (_, text) => {
    const bench = await threePages();
    await writeFile(join(bench.folder, 'page-000003.json'), text);
    const store = await bench.open();
    expect(store.damage()[0]).toContain('page-000003.json is damaged');
    expect(await store.list('mention')).toHaveLength(2);
  });

  it('that repeats what another has is set aside', async () => {
    const bench = await threePages();
    await copyFile(join(bench.folder, 'page-000001.json'), join(bench.folder, 'page-000004.json'));
    const store = await bench.open();
    expect(store.damage()[0]).toContain('page-000004.json is damaged (repeats an aggregate of page-000001.json)');
    expect(await store.read(mentionRef('x:a'))).toBeDefined();
  });

  it('is named with the numbers that may be missing, at each start until its file is there again', async () => {
    const bench = await threePages();
    const kept = await readFile(join(bench.folder, 'page-000002.json'));
    await cutInHalf(join(bench.folder, 'page-000002.json'));
    const aside = 'page-000002.json.damaged-2026-03-03T09-00-00.000Z';
    const at = bench.clock.now().toISOString();
    const lost = [{ file: 'page-000002.json', aside, at, mentions: { from: 2, to: 2 }, settings: true }];
    for (let start = 0; start < 2; start += 1) {
      const store = await bench.open();
      expect(store.lost()).toEqual(lost);
      await store.close();
    }
    await writeFile(join(bench.folder, 'page-000002.json'), kept);
    expect((await bench.open()).lost()).toEqual([]);
  });

  it('that was the last one has numbers that nobody knows the end of', async () => {
    const bench = await threePages();
    await cutInHalf(join(bench.folder, 'page-000003.json'));
    expect((await bench.open()).lost()).toMatchObject([{ mentions: { from: 3, to: null } }]);
  });

  it('never makes a number come again, nor its own name', async () => {
    const bench = await threePages();
    await cutInHalf(join(bench.folder, 'page-000003.json'));
    const store = await bench.open();
    const { number } = await put(store, 'd');
    expect(number).toBeGreaterThan(3);
    expect(await bench.pages()).toEqual(['page-000001.json', 'page-000002.json', 'page-000004.json']);
    await store.close();
    const again = await bench.open();
    expect((await put(again, 'e')).number).toBe(number + 1);
    expect(again.damage()[0]).toMatch(/page-000003\.json\.damaged-.* was set aside at an earlier start/);
  });

  it('that is gone is named', async () => {
    const bench = await threePages();
    await rm(join(bench.folder, 'page-000001.json'));
    const store = await bench.open();
    expect(store.damage()[0]).toContain('page-000001.json is missing');
    expect((await put(store, 'd')).number).toBe(4);
  });

  it('that can not be read at all stops the start, and nothing is touched', async () => {
    const bench = await threePages();
    const before = await bench.files();
    const readFile: typeof bench.disk.readFile = async (path, encoding) => {
      if (path.endsWith('page-000002.json')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return bench.disk.readFile(path, encoding);
    };
    await expect(bench.open({ fs: { ...bench.disk, readFile } })).rejects.toThrow(/page-000002\.json \(EACCES\)/);
    expect(await bench.files()).toEqual(before);
  });
});

describe('a damaged meta file', () => {
  it('loses the cursors, which is told, and no number', async () => {
    const bench = await threePages();
    await cutInHalf(join(bench.folder, 'meta.json'));
    const store = await bench.open();
    expect(store.damage()[0]).toContain('meta.json is damaged');
    expect(await store.readCursor('x')).toBeNull();
    expect((await put(store, 'd')).number).toBe(4);
  });

  it('that is missing beside pages is told', async () => {
    const bench = await threePages();
    await rm(join(bench.folder, 'meta.json'));
    expect((await bench.open()).damage()[0]).toContain('meta.json is missing');
  });
});

describe('what a crash left over', () => {
  it('is removed at start', async () => {
    const bench = await threePages();
    await writeFile(join(bench.folder, 'page-000004.json.tmp'), '{"vers');
    await writeFile(join(bench.folder, 'page-000001.json.tmp'), '{"vers');
    const store = await bench.open({ pageBytes: 1 });
    expect((await bench.files()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(store.damage()).toEqual([]);
    await put(store, 'd');
    expect(await bench.pages()).toHaveLength(4);
  });
});
