import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { cardOf, carrying, crowd, FOLDING, SAME } from './crowd.ts';
import { openStage, SECOND_MS } from './support.ts';

describe('many who say the same', () => {
  it('share one card with their number, are claimed by one press and answered one by one', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 30);
    const card = cardOf(stage, posts[0]);
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 29 more say the same');
    expect(stage.cards()).toHaveLength(1);
    expect(stage.rendered(card)).toContain('kunde_30');
    expect(stage.lines().filter((line) => /wait for (?:its|their) card/.test(line))).toEqual([]);

    await stage.person('anna').press(stage.support, card.ts, 'fold_claim');
    await stage.untilSeen(
      () => stage.ephemerals('anna').some((said) => said.includes('30 mentions are yours now.')),
      'that Anna has them all',
    );
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'Release all');
    expect(stage.cards()).toHaveLength(1);

    // The first answer is written; the next two begin with it, each by its own press.
    const first = await stage.openForm('anna', card, 'fold_next');
    await first.fill(
      stage.textBlock(first),
      'Hallo kunde_2, in Kiel ist eine Leitung gestört. Die Technik tauscht sie gerade.',
    );
    expect(await first.submit()).toEqual({ outcome: 'closed' });
    for (const [index, post] of posts.slice(2, 4).entries()) {
      const form = await stage.openForm('anna', card, 'fold_next');
      expect(stage.modalText(form)).toContain(`Hallo kunde_${index + 3}, in Kiel ist eine Leitung gestört.`);
      expect(stage.modalText(form)).toContain('This is what was last sent to somebody who says the same.');
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      await stage.untilPublic(post);
    }
    expect(stage.answersTo(posts[1] as Post).map(({ written }) => written)).toEqual([
      '@kunde_2 Hallo kunde_2, in Kiel ist eine Leitung gestört. Die Technik tauscht sie gerade.',
    ]);
    expect(stage.world.ours()).toHaveLength(3);
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 26 more say the same');
    expect(stage.cards()).toHaveLength(4);

    const list = await stage.openForm('ben', card, 'fold_list');
    expect(stage.modalText(list)).toContain('kunde_5');
    await list.press({ action_id: 'fold_out', value: carrying(posts[4]) });
    await stage.untilSeen(() => stage.cardOf(posts[4] as Post), 'a card for the one that is something else');
    await stage.workspace.waitFor(() => !stage.modalText(list).includes('kunde_5\n'), 'the list without it');
    await list.close();
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 25 more say the same');
    stage.expectNothingRefused();
  });

  it('go on with the next one when the one with the card is answered, also over a restart', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 4);
    const card = cardOf(stage, posts[0]);
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 3 more say the same');
    await stage.sendReply('anna', card, 'Die Technik tauscht sie gerade.');
    await stage.untilPublic(posts[0] as Post);
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    const next = await stage.untilSeen(() => stage.cardOf(posts[1] as Post), 'the next one’s card');
    await stage.untilReads(next, 'and 2 more say the same');
    expect(stage.rendered(card)).not.toContain('say the same');
    await stage.person('anna').press(stage.support, next.ts, { action_id: 'more', option: 'No answer needed' });
    const why = await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).at(-1), 'the question');
    expect(why).toBeDefined();
    stage.expectNothingRefused();
  });

  it('whoever writes again, sounds in danger, lives elsewhere or wrote the same before has a card of their own', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 3);
    const card = cardOf(stage, posts[0]);
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 2 more say the same');
    const [, second] = posts;
    stage.write('kunde_2', 'und jetzt auch das Telefon!', { inReplyTo: second?.id ?? '' });
    await stage.cardFor(second as Post);
    const danger = stage.write('notruf', 'kein Internet seit heute früh in Kiel, meine Mutter ist verletzt!');
    const elsewhere = stage.write('kunde_bonn', 'kein Internet seit heute früh in Bonn. Was ist da los?');
    const again = stage.write('kunde_1', SAME[1] ?? '');
    for (const post of [danger, elsewhere, again]) await stage.cardFor(post);
    await stage.pass(6 * SECOND_MS, SECOND_MS);
    await stage.untilReads(card, 'and 1 more says the same');
    stage.expectNothingRefused();
  });

  it('have a card each where the team wants it so', async () => {
    const stage = await openStage({ desk: { fold: false } });
    const posts = await crowd(stage, 3);
    for (const post of posts) await stage.untilSeen(() => stage.cardOf(post), 'a card for each');
    stage.expectNothingRefused();
  });
});
