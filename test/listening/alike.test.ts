import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { createAlike } from '../../src/listening/alike.ts';
import { openStore } from '../../src/store/open.ts';
import { ANNA, aMention, aPost, BEN, berlin } from '../desk/examples.ts';

/** Whom the app knows of, looked around at once. */
async function alikeAmong(...mentions: readonly Mention[]) {
  const clock = createPracticeClock(berlin('2026-11-24T10:06'));
  const folder = await mkdtemp(join(tmpdir(), 'earshot-alike-'));
  const store = await openStore(`file:${folder}`, { clock });
  onTestFinished(async () => {
    clock.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  for (const one of mentions) await store.create('mention', one.id, () => decided(one));
  const alike = createAlike(store);
  await alike.lookAround();
  return alike;
}

const first = aMention({ author: { id: '1', handle: 'first', name: 'First', followers: 1 } });
const like = (fields: Partial<Mention> = {}) =>
  aMention({ id: 'x:2', posts: [aPost({ id: '2', text: `${first.posts[0].text} Hello?` })], card: null, ...fields });

test('whom a rule of the team’s names is told by a card, unless theirs is the one that it would share', async () => {
  const groupFor = async (head: string | null, owner: string | null) =>
    (await alikeAmong({ ...first, owner: head })).groupFor(like({ owner }));
  expect(await groupFor(null, null)).toBe(first.id);
  expect(await groupFor(BEN, null)).toBe(first.id);
  expect(await groupFor(ANNA, ANNA)).toBe(first.id);
  expect(await groupFor(null, ANNA)).toBeNull();
  expect(await groupFor(BEN, ANNA)).toBeNull();
});
