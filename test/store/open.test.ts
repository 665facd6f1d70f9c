import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { createHandClock } from './hand-clock.ts';
import { put } from './states.ts';

const clock = createHandClock();

describe('a STORE_URL', () => {
  it.each([
    ['a relative folder', (folder: string) => `file:./${relative(process.cwd(), folder)}`],
    ['an absolute folder', (folder: string) => `file:${folder}`],
    ["a file's URL", (folder: string) => pathToFileURL(folder).href],
  ])('names %s, which is made', async (_, url) => {
    const home = await mkdtemp(join(tmpdir(), 'earshot-open-'));
    onTestFinished(() => rm(home, { recursive: true }));
    const folder = join(home, 'deep', 'data');
    const store = await openStore(url(folder), { clock });
    await put(store, 'a');
    await store.close();
    expect((await readdir(folder)).sort()).toEqual(['meta.json', 'page-000001.json']);
  });

  it.each(['postgres://me:secret@db/earshot', './data', 'file:', ''])('such as "%s" is an error', async (url) => {
    const opening = openStore(url, { clock });
    await expect(opening).rejects.toThrow(/STORE_URL.*file:\.\/data/);
    await expect(opening).rejects.not.toThrow('secret');
  });
});
