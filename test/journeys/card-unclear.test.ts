import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const WORDS = 'still waiting for my router. Not acceptable.';

/** Whatever went wrong with its posting. */
async function onlyCardWorks(stage: OpenedStage, post: Post): Promise<void> {
  const card = await stage.untilSeen(() => stage.cardOf(post), 'the card');
  await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
  expect(stage.cards()).toHaveLength(1);
  await stage.person('anna').press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, 'Claimed by @anna');
  stage.expectNothingRefused();
}

describe('a card whose posting ends unclear', () => {
  it.each(['cut-after', '500-after', 'html-after', 'garbled', 'empty', 'cut-before', '500', 'html'] as const)(
    '(%s) is there once, and its buttons work',
    async (kind) => {
      const stage = await openStage();
      stage.slack.faults.add({ when: 'chat.postMessage', kind, times: 1 });
      const { post } = await stage.complain('jon_reyes', WORDS);
      await onlyCardWorks(stage, post);
    },
  );

  it('(the app was killed over it) is there once, and its buttons work', async () => {
    const stage = await openStage();
    const held = stage.hold(stage.slack.faults, 'chat.postMessage', 'cut-after');
    const post = stage.write('jon_reyes', WORDS);
    await stage.readNow();
    await stage.untilSeen(held.isHit, 'the call to Slack');
    await stage.killApp(held);
    await stage.startApp();
    await onlyCardWorks(stage, post);
  });
});
