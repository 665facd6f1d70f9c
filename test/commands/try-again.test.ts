import { describe, expect, test } from 'vitest';
import { tryAgain } from '../../commands/try-again.ts';
import { decided } from '../../src/desk/decision.ts';
import { type Effect, PRIORITY, plan } from '../../src/desk/effect.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { ACTION } from '../../views/ids.ts';
import { pressValue } from '../../views/value.ts';
import { ANNA, aMention, aPublication, BEN } from '../desk/examples.ts';
import { button, openPresses } from './press-bench.ts';

/** An effect that was given up, and the button that Anna has before her. */
async function openParked(effect: Effect, rules: object) {
  const ref = mentionRef('x:1001');
  const { key } = plan(effect, PRIORITY.press);
  const elements = [button(ACTION.tryAgain, pressValue({ ref, id: key }))];
  const bench = await openPresses(tryAgain, { settings: rules, elements });
  const { store, clock } = bench;
  const mention = aMention({ publications: [aPublication({ status: 'waiting', post: null })] });
  await store.create('mention', ref.id, () => decided(mention, [plan(effect, PRIORITY.press)]));
  const [destination = ''] = await store.destinations();
  const taken = await store.take(destination, clock.now());
  if (taken === undefined) throw new Error('there is nothing to park');
  await store.park(taken, 'refused', (state) => decided(state));
  return { ...bench, press: () => bench.press(ACTION.tryAgain) };
}

const PUBLISH = { type: 'publish', publication: 'p1' } as const;

describe('"Try again"', () => {
  test('on what would be public is for those who may publish', async () => {
    const { press, told, store } = await openParked(PUBLISH, { publishers: [BEN] });
    await press();
    expect(await told()).toEqual([expect.stringContaining('You are not among those who may publish.')]);
    expect(await store.destinations()).toEqual([]);
  });

  test.each([
    ['a publisher, of what would be public', PUBLISH, { publishers: [ANNA] }],
    ['anybody, of a card', { type: 'draw-card' } as const, { publishers: [BEN] }],
  ])('is taken from %s', async (_who, effect, rules) => {
    const { press, told, store } = await openParked(effect, rules);
    await press();
    await told();
    expect(await store.destinations()).toHaveLength(1);
  });
});
