import { expect, it } from 'vitest';
import { MINUTE_MS, openStage } from './support.ts';

it('a colleague whose account is deactivated has nothing any more: it is offered to all, and nothing is parked', async () => {
  const stage = await openStage({ pollMs: MINUTE_MS });
  const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
  await stage.person('anna').press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, 'Claimed by @anna');
  stage.workspace.user(stage.people.anna).deleted = true;
  // 15 minutes before it is due its owner would hear of it.
  await stage.pass(47 * MINUTE_MS, 5 * MINUTE_MS);
  await stage.untilSeen(() => stage.rendered(card).includes('Nobody has it yet'), 'the claim to end');
  await stage.untilSeen(() => stage.messagesFor('post-offers').length > 0, 'the offer to all');
  expect(stage.rendered(stage.messagesFor('post-offers')[0] ?? card)).toContain('jon_reyes');
  expect(stage.lines().filter((line) => line.includes('could not show'))).toEqual([]);

  await stage.sendReply('ben', card, 'Hi Jon, your router left our stock today.');
  await stage.untilPublic(post);
  await stage.untilReads(card, 'Answered by @ben');
  const whole = await stage.commandForm('ben', '/mentions', 'show 1');
  expect(stage.modalText(whole)).toContain('released it');
  expect(new Set(stage.workspace.rejections.map(({ error }) => error))).toEqual(new Set(['user_disabled']));
});
