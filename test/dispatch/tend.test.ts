import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../../practice/clock.ts';
import { decided } from '../../src/desk/decision.ts';
import { folded, tended } from '../../src/desk/fold.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { createTend } from '../../src/dispatch/tend.ts';
import { openStore } from '../../src/store/open.ts';
import { aMention, aPost, berlin } from '../desk/examples.ts';

const GROUPS = 'desk:groups';
const LEAD = aMention({ id: 'x:1', number: 1, group: { id: 'x:1', as: 'lead' } });

function sharing(id: number, now: Date): Mention {
  const fields = {
    id: `x:${id}`,
    number: id,
    conversation: String(id),
    card: null,
    posts: [aPost({ id: String(id) })],
  } as const;
  return folded(aMention(fields), 'x:1', now);
}

/** A group of three as two of them have just come, and how often its card was to be drawn again. */
async function openGroup() {
  let wrongMs = 0;
  const practice = createPracticeClock(berlin('2026-11-24T10:00:02'));
  const now = () => new Date(practice.now().getTime() + wrongMs);
  const clock = { ...practice, now };
  const folder = await mkdtemp(join(tmpdir(), 'earshot-tend-'));
  const store = await openStore(`file:${folder}`, { clock });
  onTestFinished(async () => {
    practice.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  await store.create('mention', LEAD.id, () => decided(LEAD));
  for (const id of [2, 3]) await store.create('mention', `x:${id}`, () => tended(sharing(id, now()), now()));
  const tend = createTend({ store, clock, stubbornly: (work) => work() });

  return {
    clock: practice,
    setBack: (byMs: number) => {
      wrongMs = -byMs;
    },
    /** Something happens to one of them that the card must show. */
    news: (id: number) => store.change(mentionRef(`x:${id}`), (state) => tended(state, now())),
    /** Carries out the next of what waits for its turn; whether the card is to be drawn. */
    next: async (): Promise<boolean> => {
      const taken = await store.take(GROUPS, now());
      if (taken?.row.effect.type !== 'tend-group') throw new Error('nobody waits to be seen to');
      await tend(taken, taken.row.effect);
      const drawing = await store.take('slack:update', now());
      if (drawing !== undefined) await store.settle(drawing, (state) => decided(state));
      return drawing !== undefined;
    },
  };
}

test('all news of three seconds are one drawing', async () => {
  const { clock, next } = await openGroup();
  await clock.jump(1_100);
  expect(await next()).toBe(true);
  expect(await next()).toBe(false);
});

test('what happens while others of the group are seen to is drawn in the next turn', async () => {
  const { clock, news, next } = await openGroup();
  await clock.jump(1_100);
  expect(await next()).toBe(true);
  // Its row waits since before; the news came after.
  await news(3);
  await clock.jump(3_000);
  expect(await next()).toBe(true);
});

test('a clock that was set back keeps no card old', async () => {
  const { clock, setBack, news, next } = await openGroup();
  await clock.jump(1_100);
  await next();
  await next();
  setBack(3_600_000);
  await news(2);
  await clock.jump(3_000);
  expect(await next()).toBe(true);
});
