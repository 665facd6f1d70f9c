import { expect, it } from 'vitest';
import { cardOf, crowd, FOLDING, untilTended } from './crowd.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const EVENING = new Date('2026-11-24T18:30:00+01:00');

/** How long steps take by this clock is not the same each time. */
function passTo(stage: OpenedStage, instant: string, stepMs: number): Promise<void> {
  return stage.pass(Date.parse(instant) - stage.clock.now().getTime(), stepMs);
}

it('whoever shares a card is counted one by one, whatever becomes of the one that has it', async () => {
  const desk = { fold: true, bell: { closing: true }, mute: { handles: ['spam_bot'] } };
  const stage = await openStage({ start: EVENING, desk, pollMs: MINUTE_MS });
  const posts = await crowd(stage, 5);
  stage.write('spam_bot', 'BUY FOLLOWERS NOW');
  const card = cardOf(stage, posts[0]);
  await untilTended(stage);
  await stage.untilReads(card, 'and 4 more say the same');

  // The one with the card is handed back, then settled: the next one has it, the others wait as they did.
  await stage.person('anna').press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, 'Claimed by @anna');
  await stage.person('anna').press(stage.support, card.ts, 'release');
  await stage.untilReads(card, 'Nobody has it yet');
  const form = await stage.openForm('ben', card, { action_id: 'more', option: `close|x:${posts[0].id}` });
  await form.submit();
  await stage.untilReads(card, 'No answer needed');
  await untilTended(stage);
  const next = await stage.untilSeen(() => stage.cardOf(posts[1] ?? posts[0]), 'the next one’s card');
  await stage.untilReads(next, 'and 3 more say the same');

  await stage.person('anna').openHome();
  await stage.workspace.waitFor(() => stage.homeText('anna') !== '', 'her home tab');
  expect(stage.homeText('anna')).toMatch(/longest wait first: 4[\s\S]*kunde_2[\s\S]*and 3 like it/);

  await passTo(stage, '2026-11-24T19:28:00+01:00', 5 * MINUTE_MS);
  expect(stage.messagesFor('draw-round')).toEqual([]);
  await stage.pass(3 * MINUTE_MS, 30 * SECOND_MS);
  const round = await stage.workspace.waitFor(() => stage.messagesFor('draw-round').at(-1), 'the reminder');
  const reminder = stage.rendered(round);
  expect(reminder).toContain('4 mentions are past due');
  expect(reminder).toMatch(/#2.*and 3 like it/);
  const overdue = await stage.commandForm('ben', '/mentions', 'overdue');
  for (const number of [2, 3, 4, 5]) expect(stage.modalText(overdue)).toContain(`kunde_${number}`);
  await overdue.close();

  // Who is answered is struck off alone.
  await stage.sendReply('anna', next, 'In Kiel ist eine Leitung gestört. Die Technik tauscht sie gerade.');
  await stage.untilPublic(posts[1] ?? posts[0]);
  await untilTended(stage);
  await stage.untilReads(round, /✓ ~.*#2/);
  await stage.untilReads(round, /#3.*and 2 like it/);

  await passTo(stage, '2026-11-24T19:45:30+01:00', MINUTE_MS);
  await stage.workspace.waitFor(() => stage.messagesFor('draw-bell:').length > 0, 'the closing bell');
  const bell = stage.rendered(stage.messagesFor('draw-bell:')[0] ?? card);
  expect(bell).toContain('3 mentions that nobody has');
  expect(bell).toMatch(/kunde_3.*and 2 like it/);
  expect(bell).toContain('1 mention was muted in the last 24 hours');

  await stage.person('anna').command('/mentions', 'report', stage.support);
  const report = await stage.untilSeen(() => stage.dms('anna').find((one) => one.includes('# Report')), 'the report');
  expect(report).toContain('5 mentions');
  stage.expectNothingRefused();
});

it('whoever has some of those that share a card is warned once, though a colleague has the one with the card', async () => {
  const stage = await openStage(FOLDING);
  const posts = await crowd(stage, 4);
  const card = cardOf(stage, posts[0]);
  await untilTended(stage);
  await stage.untilReads(card, 'and 3 more say the same');
  await stage.person('ben').press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, 'Claimed by @ben');
  await stage.person('anna').press(stage.support, card.ts, 'fold_claim');
  await stage.untilSeen(
    () =>
      stage.ephemerals('anna').some((said) => said.includes('3 mentions are yours now; 1 stays with somebody else.')),
    'that Anna has the others',
  );
  await stage.pass(44 * MINUTE_MS, 4 * MINUTE_MS);
  await stage.pass(3 * MINUTE_MS, 30 * SECOND_MS);
  expect(stage.dms('ben').map((dm) => dm.includes('kunde_1'))).toEqual([true]);
  expect(stage.dms('anna').map((dm) => dm.includes('kunde_2'))).toEqual([true]);
  await stage.pass(15 * MINUTE_MS, MINUTE_MS);
  const round = await stage.workspace.waitFor(() => stage.messagesFor('draw-round').at(-1), 'the reminder');
  expect(stage.rendered(round)).toContain('4 mentions are past due');
  expect(stage.rendered(round)).toMatch(/#1.*@ben\n.*#2.*@anna · \*and 2 like it/);
  stage.expectNothingRefused();
});
