import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mentionRef } from '../../../src/desk/ref.ts';
import { put } from '../states.ts';
import { createBench, readPage } from './bench.ts';

const record = z.looseObject({ state: z.looseObject({ owner: z.string().nullable() }) });

/** From version 1 to 2: every owner becomes U1. */
function owned(raw: unknown): unknown {
  const { state, ...rest } = record.parse(raw);
  return { ...rest, state: { ...state, owner: 'U1' } };
}

/** From version 2 to 3: the owner is noted among the reasons. */
function reasoned(raw: unknown): unknown {
  const { state, ...rest } = record.parse(raw);
  return { ...rest, state: { ...state, reasons: [state.owner] } };
}

describe('a store of an older version', () => {
  it('is brought up to date on start, version by version, and stays so', async () => {
    const bench = await createBench();
    const old = await bench.open({ pageBytes: 1, migrations: [] });
    await put(old, 'a');
    await put(old, 'b');
    await old.saveCursor('x', '7');
    await old.close();
    const store = await bench.open({ migrations: [owned, reasoned] });
    expect(await store.read(mentionRef('x:a'))).toMatchObject({ owner: 'U1', reasons: ['U1'] });
    expect(await store.readCursor('x')).toBe('7');
    for (const name of await bench.pages()) expect((await readPage(bench, name)).version).toBe(3);
    await store.close();
    const again = await bench.open({ migrations: [owned, reasoned] });
    expect(await again.read(mentionRef('x:b'))).toMatchObject({ owner: 'U1', reasons: ['U1'] });
    expect((await put(again, 'c')).number).toBe(3);
  });

  it('goes on where a crash cut the migration off', async () => {
    const bench = await createBench();
    const old = await bench.open({ pageBytes: 1, migrations: [] });
    await put(old, 'a');
    await put(old, 'b');
    await old.close();
    const mend = bench.disk.fail('write', /^page-000002/, 'ENOSPC');
    await expect(bench.open({ migrations: [owned] })).rejects.toMatchObject({ code: 'disk-full' });
    mend();
    const store = await bench.open({ migrations: [owned] });
    expect((await store.list('mention')).map(({ owner }) => owner)).toEqual(['U1', 'U1']);
  });

  it('is left as it is when a migration fails', async () => {
    const bench = await createBench();
    const old = await bench.open({ migrations: [] });
    await put(old, 'a');
    await old.close();
    const path = join(bench.folder, 'page-000001.json');
    const before = await readFile(path, 'utf8');
    const broken = () => {
      throw new Error('a bug');
    };
    const opening = bench.open({ migrations: [broken] });
    await expect(opening).rejects.toThrow(/page-000001\.json can't be brought up to this version/);
    await expect(opening).rejects.toMatchObject({ code: 'damaged-page', cause: new Error('a bug') });
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});

describe('a store of a newer version', () => {
  it.each(['meta.json', 'page-000001.json'])('is refused by %s, and nothing is touched', async (name) => {
    const bench = await createBench();
    const store = await bench.open();
    await put(store, 'a');
    await store.close();
    const path = join(bench.folder, name);
    const text = (await readFile(path, 'utf8')).replace(/"version":\d+/, '"version":99');
    await writeFile(path, text);
    await writeFile(join(bench.folder, 'page-000002.json'), 'damaged');
    await writeFile(join(bench.folder, 'page-000003.json.tmp'), 'left over');
    const before = await bench.files();
    const opening = bench.open();
    await expect(opening).rejects.toMatchObject({ code: 'newer-version' });
    await expect(opening).rejects.toThrow(new RegExp(`${name} .*newer version`));
    expect(await bench.files()).toEqual(before);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
