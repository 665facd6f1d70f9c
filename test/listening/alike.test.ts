import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { createAlike } from '../../src/listening/alike.ts';
import { openStore } from '../../src/store/open.ts';
import { ANNA, aMention, aPost, BEN, berlin } from '../desk/examples.ts';

/** Whom the app knows of, looked around at once, and what may happen to one of them. */
async function roomOf(...mentions: readonly Mention[]) {
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
  const become = async (one: Mention) => {
    await store.change(mentionRef(one.id), () => decided(one));
    await alike.lookAround();
  };
  return { alike, become };
}

const alikeAmong = async (...mentions: readonly Mention[]) => (await roomOf(...mentions)).alike;

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

const saying = (text: string, fields: Partial<Mention> = {}) => like({ posts: [aPost({ id: '2', text })], ...fields });
const DOWN = 'The internet in Altona has been down since this morning.';
const CHARGED = 'You have charged me twice for my invoice of October!';

test('one that its author wrote anew is the like of those that say its new words, not of its old ones', async () => {
  const { alike, become } = await roomOf({ ...first, posts: [aPost({ text: DOWN })] });
  await become({ ...first, posts: [aPost({ text: CHARGED })] });
  expect(alike.groupFor(saying(DOWN))).toBeNull();
  expect(alike.groupFor(saying(CHARGED, { id: 'x:3', author: { ...first.author, id: '3' } }))).toBe(first.id);
});

test('under one that left its group nobody folds, neither there nor where another leads', async () => {
  const left = { ...first, posts: [aPost({ text: CHARGED })] } as const;
  const leads = like({
    id: 'x:9',
    number: 43,
    conversation: '9',
    posts: [aPost({ id: '9', text: DOWN })],
    group: { id: first.id, as: 'lead' },
  });
  for (const group of [first.id, 'x:900']) {
    const alike = await alikeAmong({ ...left, group: { id: group, as: 'own' } }, leads);
    expect(alike.groupFor(saying(CHARGED, { id: 'x:3' }))).toBeNull();
    // The next one shares the card of that one.
    expect(alike.groupFor(saying(CHARGED, { id: 'x:4', author: { ...first.author, id: '4' } }))).toBe('x:3');
  }
});
