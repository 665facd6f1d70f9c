import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decided } from '../../../src/desk/decision.ts';
import { mentionRef } from '../../../src/desk/ref.ts';
import { put } from '../states.ts';
import { createBench, type LowdbBench, readPage } from './bench.ts';

const PAGE_BYTES = 20_000;

async function homes(bench: LowdbBench): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of await bench.pages()) {
    for (const { state } of (await readPage(bench, name)).aggregates) {
      expect(found.has(state.id)).toBe(false);
      found.set(state.id, name);
    }
  }
  return found;
}

describe('pages', () => {
  it('close to newcomers at their size, however many come at once', async () => {
    const bench = await createBench();
    const store = await bench.open({ pageBytes: PAGE_BYTES });
    await Promise.all(Array.from({ length: 300 }, (_, index) => put(store, `p${index}`)));
    const names = await bench.pages();
    expect(names.length).toBeGreaterThan(5);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(bench.folder, name))).size));
    expect(Math.max(...sizes)).toBeLessThan(PAGE_BYTES * 1.1);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(PAGE_BYTES * 0.8);
    expect((await homes(bench)).size).toBe(300);
    expect((await store.list('mention')).map(({ number }) => number)).toEqual(
      Array.from({ length: 300 }, (_, index) => index + 1),
    );
  });

  it('keep an aggregate for good, however large it grows and across a restart', async () => {
    const bench = await createBench();
    const store = await bench.open({ pageBytes: PAGE_BYTES });
    await Promise.all(Array.from({ length: 50 }, (_, index) => put(store, `p${index}`)));
    const before = await homes(bench);
    const grow = (id: string) =>
      store.change(mentionRef(id), (state) => decided({ ...state, reasons: ['x'.repeat(PAGE_BYTES)] }));
    await Promise.all([grow('x:p0'), grow('x:p49')]);
    await store.close();
    const again = await bench.open({ pageBytes: PAGE_BYTES });
    await put(again, 'new');
    const after = await homes(bench);
    for (const [id, home] of before) expect(after.get(id)).toBe(home);
    expect([...before.values()]).not.toContain(after.get('x:new'));
  });

  it('are filled further after a restart', async () => {
    const bench = await createBench();
    const store = await bench.open();
    await put(store, 'a');
    await store.close();
    await put(await bench.open(), 'b');
    expect(await bench.pages()).toEqual(['page-000001.json']);
  });

  it('are written alone: a change costs the size of its page, not of the store', async () => {
    const bench = await createBench();
    const store = await bench.open({ pageBytes: PAGE_BYTES });
    await Promise.all(Array.from({ length: 100 }, (_, index) => put(store, `p${index}`)));
    bench.disk.log.length = 0;
    await store.change(mentionRef('x:p0'), (state) => decided({ ...state, owner: 'U1' }));
    expect(bench.disk.log.filter((line) => line.startsWith('write'))).toEqual(['write page-000001.json.tmp']);
  });
});
