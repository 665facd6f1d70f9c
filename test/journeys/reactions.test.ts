import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

/** Anna apologises to a customer, in public. */
async function apologised(stage: OpenedStage) {
  const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
  const form = await stage.openForm('anna', card, 'apologise');
  await form.fill('wrong', 'your router was not sent');
  await form.fill('doing', 'we send it today');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  const apology = await stage.untilPublic(post);
  await stage.untilReads(card, 'Answered by @anna');
  const lines = () => stage.thread(card).filter((text) => text.includes('Reactions to'));
  return { post, card, apology, lines };
}

const HOUR_MS = 60 * MINUTE_MS;

describe('the reactions to an apology', () => {
  it('appear in its thread, with the way to what others answered, and for 48 hours', async () => {
    const stage = await openStage({ x: { recheckMs: HOUR_MS }, pollMs: 30 * MINUTE_MS });
    const { apology, lines } = await apologised(stage);
    await stage.pass(2 * HOUR_MS, 20 * MINUTE_MS);
    expect(lines()).toEqual([]);

    stage.world.spread(apology.id, { likes: 12, reposts: 3 });
    await stage.pass(HOUR_MS, 20 * MINUTE_MS);
    await stage.untilSeen(() => lines().length === 1, 'the first line');
    expect(lines()[0]).toContain('so far: 12 likes, 3 reposts');

    const other = stage.write('otto', 'ihr seid ja wenigstens ehrlich, Glückwunsch', { inReplyTo: apology.id });
    await stage.readNow();
    await stage.cardFor(other);
    await stage.pass(HOUR_MS, 20 * MINUTE_MS);
    await stage.untilSeen(() => lines().length === 2, 'the second line');
    expect(lines()[1]).toContain('so far: 12 likes, 3 reposts, 1 answer by others');
    expect(lines()[1]).toMatch(/New: .*#2/);
    expect(lines().join()).not.toMatch(/otto|ehrlich/);

    stage.world.spread(apology.id, { likes: 2 });
    await stage.pass(2 * HOUR_MS, 20 * MINUTE_MS);
    expect(lines()).toHaveLength(2);
    await stage.pass(48 * HOUR_MS, 12 * HOUR_MS);
    await stage.untilSeen(() => lines().length === 3, 'the last line');
    expect(lines()[2]).toContain('in its first 48 hours: 14 likes, 3 reposts, 1 answer by others');

    stage.world.spread(apology.id, { likes: 500 });
    await stage.pass(3 * HOUR_MS, HOUR_MS);
    expect(lines()).toHaveLength(3);
    stage.expectNothingRefused();
    // Two days pass, with a look each hour.
  }, 120_000);
});
