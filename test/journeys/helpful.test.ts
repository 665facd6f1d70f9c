import { describe, expect, it } from 'vitest';
import { openStage } from './support.ts';

describe('a helpful answer by another customer', () => {
  it('is marked and thanked from its card, shows where it was asked, and can be unmarked', async () => {
    const stage = await openStage();
    const asked = await stage.complain('lena', 'Seit gestern kein Internet, was ist los?');
    const helper = stage.write('otto', '@lena den Router zehn Minuten vom Strom nehmen, dann ging es bei mir', {
      inReplyTo: asked.post.id,
    });
    const card = await stage.cardFor(helper);
    const openMore = () => stage.openForm('anna', card, { action_id: 'more', option: 'More …' });

    const more = await openMore();
    expect(stage.modalText(more)).toContain('Answers another customer, #1');
    await more.press('helpful');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length === 2, 'the thanks');
    const thanks = stage.person('anna').modal();
    expect(stage.modalText(thanks)).toContain('Marked as a helpful answer to #1.');
    expect(stage.modalText(thanks)).toContain('Danke, otto, dass Sie hier geholfen haben!');
    expect((await thanks.submit()).outcome).not.toBe('errors');
    await stage.untilPublic(helper);
    await stage.untilReads(asked.card, 'helpful answer by another customer: #2');
    await stage.untilSeen(
      () =>
        stage
          .thread(asked.card)
          .some((text) => text.includes('@anna says that another customer answered helpfully: #2')),
      'the note in the thread',
    );

    const again = await openMore();
    await again.press('unhelpful');
    await stage.untilSeen(() => !stage.rendered(asked.card).includes('helpful answer'), 'the mark is gone');
    stage.expectNothingRefused();
  });

  it('is not offered where nobody else asked', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena', 'Seit gestern kein Internet, was ist los?');
    const more = await stage.openForm('anna', card, { action_id: 'more', option: 'More …' });
    expect(stage.modalText(more)).not.toContain('Helpful answer');
    stage.expectNothingRefused();
  });
});
