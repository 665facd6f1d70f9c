import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../practice/clock.ts';
import { DESK } from '../src/desk/ref.ts';
import type { Settings } from '../src/desk/settings.ts';
import { takeOverSettings } from '../src/first-settings.ts';
import { openStore } from '../src/store/open.ts';

/** An empty store and a `desk.json` with these settings; null for none. */
async function firstStart(written: object | null) {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-first-'));
  const clock = createPracticeClock();
  const store = await openStore(`file:${join(folder, 'data')}`, { clock });
  onTestFinished(async () => {
    await store.close();
    clock.stop();
    await rm(folder, { recursive: true });
  });
  const file = join(folder, 'desk.json');
  if (written !== null) await writeFile(file, JSON.stringify(written));
  const asked: Settings[] = [];
  const start = () =>
    takeOverSettings(store, file, async (settings) => {
      asked.push(settings);
      return 'de';
    });
  return { file, start, asked, settings: async () => (await store.read(DESK))?.settings };
}

describe('at the first start', () => {
  test('the language is that of the people whom the file names, where it names none itself', async () => {
    const { start, settings, asked } = await firstStart({ leads: ['U0CARLA'], undoSeconds: 5 });
    expect(await start()).toBe(true);
    expect(await settings()).toMatchObject({ language: 'de', leads: ['U0CARLA'], undoSeconds: 5 });
    expect(asked).toHaveLength(1);
  });

  test('nobody is asked where the file names the language', async () => {
    const { start, settings, asked } = await firstStart({ language: 'en' });
    await start();
    expect(await settings()).toMatchObject({ language: 'en' });
    expect(asked).toEqual([]);
  });

  test('later the store counts, whatever the file says', async () => {
    const { file, start, settings } = await firstStart(null);
    await start();
    await writeFile(file, JSON.stringify({ undoSeconds: 99 }));
    expect(await start()).toBe(false);
    expect(await settings()).toMatchObject({ language: 'de', undoSeconds: 10 });
  });
});
