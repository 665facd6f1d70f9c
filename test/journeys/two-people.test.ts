import { describe, expect, it } from 'vitest';
import { MINUTE_MS, openStage } from './support.ts';

const COMPLAINT = 'third invoice in a row that is wrong. Nobody answers my mails. Worst service ever.';

describe('two people on one mention', () => {
  it('see each other: who is writing, who has answered and when; and may send anyway', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('tom_harding', COMPLAINT);
    const annas = await stage.openForm('anna', card);
    expect(stage.modalText(annas)).not.toContain('is writing');
    // That she writes is saved after her form is open: he comes a moment later.
    let bens = await stage.openForm('ben', card);
    for (let again = 0; again < 20 && !stage.modalText(bens).includes('is writing'); again += 1) {
      await bens.close();
      bens = await stage.openForm('ben', card);
    }
    expect(stage.modalText(bens)).toContain('@anna is writing an answer right now');

    await annas.fill('text', 'Hi Tom, we are correcting your invoice today.');
    expect(await annas.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);

    await bens.fill('text', 'Hi Tom, which invoice is it? The sum is corrected today.');
    expect((await bens.submit()).outcome).toBe('updated');
    const told = stage.modalText(stage.person('ben').modal());
    expect(told.replace(/https:\S+?(?=\))/, 'https://card')).toMatchInlineSnapshot(`
      "═ Already answered ═
      ⚠️ *@anna answered in the meantime, 24 Nov 2026 09:00:*
      Hi Tom, we are correcting your invoice today.
      *tom_harding* @tom_harding · #1 (https://card) · 🔴 Complaint · 24 Nov 2026 09:00
      @NordfunkHilft third invoice in a row that is wrong. Nobody answers my mails. Worst service ever.
      Your text has not been sent. Send it as well?
      Your text: {Hi Tom, which invoice is it? The sum is corrected today.}
      Goes out after 10 seconds; until then Undo is on the card.
      [Cancel] [*Send anyway*]"
    `);
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(await stage.person('ben').modal().submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '[Undo]');
    const both = await stage.untilSeen(
      () => stage.answersTo(post).length === 2 && stage.answersTo(post),
      'the second answer',
    );
    expect(both.map(({ written }) => written)).toEqual([
      '@tom_harding Hi Tom, we are correcting your invoice today.',
      '@tom_harding Hi Tom, which invoice is it? The sum is corrected today.',
    ]);
    await stage.person('ben').press(stage.support, card.ts, { action_id: 'more', option: `history|x:${post.id}` });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.ben).length > 0, 'the history');
    expect(stage.modalText(stage.person('ben').modal())).toContain('sent although a colleague had answered');
    stage.expectNothingRefused();
  });

  it('who press Send at the same moment are not both published unasked', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('tom_harding', COMPLAINT);
    const annas = await stage.openForm('anna', card);
    const bens = await stage.openForm('ben', card);
    await annas.fill('text', 'Hi Tom, we are correcting your invoice today.');
    await bens.fill('text', 'Hi Tom, which invoice is it? The sum is corrected today.');
    const outcomes = await Promise.all([annas.submit(), bens.submit()]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['closed', 'updated']);
    await stage.untilPublic(post);
    expect(stage.answersTo(post)).toHaveLength(1);

    const second = outcomes[0]?.outcome === 'updated' ? 'anna' : 'ben';
    await stage.person(second).modal().close();
    const again = stage.modalText(await stage.openForm(second, card));
    expect(again).toContain('This is your text that was refused.');
    expect(again).toContain(second === 'ben' ? '{Hi Tom, which invoice' : '{Hi Tom, we are correcting');
    await stage.pass(MINUTE_MS, 20_000);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('who may publish', () => {
  it('is told in words when they may not, and can still claim', async () => {
    const stage = await openStage();
    await stage.workspace.invite(stage.support, stage.people.dmitri);
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    await stage.person('dmitri').press(stage.support, card.ts, 'reply');
    await stage.workspace.waitFor(() => stage.ephemerals('dmitri').length > 0, 'an answer to Dmitri');
    expect(stage.ephemerals('dmitri')).toEqual([
      'You are not among those who may publish. Please ask a colleague who is, or have a lead add you under “Who may publish” in /mentions settings.',
    ]);
    expect(stage.workspace.modals(stage.people.dmitri)).toEqual([]);
    await stage.person('dmitri').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @dmitri');
    stage.expectNothingRefused();
  });

  it('is nobody until the settings name somebody, and the press says how', async () => {
    const stage = await openStage({ desk: { publishers: [], leads: [] } });
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    await stage.person('anna').press(stage.support, card.ts, 'reply');
    await stage.workspace.waitFor(() => stage.ephemerals('anna').length > 0, 'an answer to Anna');
    expect(stage.ephemerals('anna')).toEqual([
      'Nobody may publish yet. A lead (or, while there is none, an administrator of this Slack) says who may, under “Who may publish” in /mentions settings.',
    ]);
    expect(stage.world.ours()).toEqual([]);
    stage.expectNothingRefused();
  });
});
