import { describe, expect, it } from 'vitest';
import { decided } from '../../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../../src/desk/effect.ts';
import { lookup } from '../../../src/desk/facets.ts';
import { mentionRef } from '../../../src/desk/ref.ts';
import { note, put, takeOne } from '../states.ts';
import { createBench } from './bench.ts';

const PAGE = /^page-\d+\.json$/;
const CARD = plan({ type: 'draw-card' }, PRIORITY.rest);

describe('a saved change', () => {
  it('is on disk with its name before it is reported', async () => {
    const { open, disk, folder } = await createBench();
    const store = await open();
    await put(store, 'a');
    disk.log.length = 0;
    await store.change(mentionRef('x:a'), note('w'));
    const home = folder.slice(folder.lastIndexOf('/') + 1);
    expect(disk.log).toEqual([
      'open page-000001.json.tmp',
      'write page-000001.json.tmp',
      'sync page-000001.json.tmp',
      'rename page-000001.json',
      `open ${home}`,
      `sync ${home}`,
    ]);
  });

  it('is written only where something changed', async () => {
    const { open, disk } = await createBench();
    const store = await open();
    await put(store, 'a');
    disk.log.length = 0;
    await store.change(mentionRef('x:a'), (state) => decided(state));
    await store.create('mention', 'x:a', () => {
      throw new Error('must not be asked');
    });
    expect(disk.log).toEqual([]);
  });

  it('shares one write with others that wait, up to 200 of them', async () => {
    const { open, disk } = await createBench();
    const store = await open();
    await put(store, 'a');
    const before = disk.replaced(PAGE);
    const writesWhenSaved = await Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        await store.change(mentionRef('x:a'), note(`w${index}`));
        return disk.replaced(PAGE) - before;
      }),
    );
    expect(writesWhenSaved[0]).toBe(1);
    expect(writesWhenSaved[199]).toBe(1);
    expect(writesWhenSaved[200]).toBe(2);
    expect(writesWhenSaved[499]).toBe(3);
  });

  it('does not wait for a steady stream of later ones, on its own page or another', async () => {
    const { open, disk } = await createBench();
    const store = await open({ pageBytes: 1 });
    await put(store, 'busy');
    await put(store, 'quiet');
    let isOver = false;
    const writers = Array.from({ length: 600 }, async (_, index) => {
      while (!isOver) await store.change(mentionRef('x:busy'), (state) => decided({ ...state, handled: [`${index}`] }));
    });
    await store.change(mentionRef('x:busy'), note('started'));
    const before = disk.replaced(PAGE);
    await store.change(mentionRef('x:quiet'), note('w'));
    expect(disk.replaced(PAGE) - before).toBeLessThanOrEqual(5);
    await store.change(mentionRef('x:busy'), note('w'));
    expect(disk.replaced(PAGE) - before).toBeLessThanOrEqual(10);
    isOver = true;
    await Promise.all(writers);
  });
});

describe('a write that fails', () => {
  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['open', 'EROFS', 'read-only'],
    ['open', 'EACCES', 'read-only'],
    ['sync', 'EIO', 'write-failed'],
    ['rename', 'EIO', 'write-failed'],
  ] as const)('at %s with %s is a fault "%s" that names the file', async (act, code, fault) => {
    const { open, disk, files } = await createBench();
    const store = await open();
    const mend = disk.fail(act, /^page-/, code);
    const creation = put(store, 'a');
    await expect(creation).rejects.toMatchObject({ code: fault, cause: { code } });
    await expect(creation).rejects.toThrow('page-000001.json');
    expect(await files()).toEqual(['lock', 'meta.json']);
    mend();
    expect((await put(store, 'a')).number).toBe(1);
  });

  it('rejects its whole group and leaves memory as it was: states, effects, lookups, numbers', async () => {
    const { open, disk, clock } = await createBench();
    const store = await open();
    const before = await put(store, 'a', [CARD]);
    const told: string[] = [];
    store.onEffects((destination) => told.push(destination));
    const taken = await takeOne(store, 'slack:post:C1', clock.now());
    const mend = disk.fail('write', /^page-/, 'ENOSPC');
    const results = await Promise.allSettled([
      store.change(mentionRef('x:a'), note('w', [plan({ type: 'post-again' }, PRIORITY.press)])),
      put(store, 'b', [CARD]),
      store.change(mentionRef('x:b'), note('on what was not saved')),
      store.change(mentionRef('x:a'), () => ({ refused: { reason: 'closed' } })),
      store.settle(taken, (state) => decided(state)),
    ]);
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(
      Array.from({ length: 5 }, () => results[0]?.status === 'rejected' && String(results[0].reason)),
    );
    expect(await store.read(mentionRef('x:a'))).toBe(before);
    expect(await store.read(mentionRef('x:b'))).toBeUndefined();
    expect(await store.find(lookup.post('x', 'b'))).toBeUndefined();
    expect(await store.list('mention')).toHaveLength(1);
    expect(await store.destinations()).toEqual([]);
    expect(told).toEqual([]);
    mend();
    await store.settle(taken, note('drawn'));
    expect((await put(store, 'b')).number).toBe(2);
    expect((await store.read(mentionRef('x:a')))?.handled).toEqual(['drawn']);
  });

  it('of a cursor keeps the old one', async () => {
    const { open, disk } = await createBench();
    const store = await open();
    await store.saveCursor('x', '1');
    const mend = disk.fail('write', /^meta/, 'ENOSPC');
    await expect(store.saveCursor('x', '2')).rejects.toMatchObject({ code: 'disk-full' });
    expect(await store.readCursor('x')).toBe('1');
    mend();
    await store.saveCursor('x', '3');
    expect(await store.readCursor('x')).toBe('3');
  });

  it('of the number block gives no number out', async () => {
    const { open, disk } = await createBench();
    const store = await open();
    const mend = disk.fail('write', /^meta/, 'ENOSPC');
    await expect(put(store, 'a')).rejects.toMatchObject({ code: 'disk-full' });
    expect(disk.replaced(PAGE)).toBe(0);
    mend();
    expect((await put(store, 'a')).number).toBe(1);
  });
});
