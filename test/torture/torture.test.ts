import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compiled } from '../compiled.ts';
import { torture } from './torture.ts';

let folder: string;
beforeAll(async () => {
  folder = await compiled('test/torture/app-process.ts');
});
afterAll(() => rm(folder, { recursive: true }));

// After Slack took a card, after X took a reply, and half-way through a page; `npm run torture` goes on from there.
it('an app that is killed again and again in the midst of its work loses nothing and doubles nothing', async () => {
  const appProcess = join(folder, 'test/torture/app-process.js');
  const { findings, posts, kills } = await torture({ rounds: 3, seed: 537, appProcess });
  expect(findings).toEqual([]);
  expect(kills).toBe(3);
  expect(posts).toBeGreaterThan(3);
}, 300_000);
