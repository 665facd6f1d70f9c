import { describe, expect, it } from 'vitest';
import { onDisk } from './on-disk.ts';
import { MINUTE_MS, openStage } from './support.ts';

describe('a post that its author edits', () => {
  it('is the same mention in new words; whoever read the old ones is told before they send', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    const edited = stage.world.edit(post.id, '@NordfunkHilft router arrived, but it is broken. Not acceptable.');
    await stage.readNow();
    const shown = await stage.untilReads(card, 'router arrived, but it is broken');
    expect(shown).toContain('edited – was: @NordfunkHilft still waiting for my router');
    expect(shown).toContain('answer due 24 Nov 2026 10:00');
    expect(stage.cards()).toHaveLength(1);
    await stage.workspace.waitFor(() => stage.thread(card).length > 0, 'the note in the thread');
    expect(stage.thread(card).at(-1)).toContain('edited the post. It was:');

    await form.fill(stage.textBlock(form), 'Hi Jon, it is on its way.');
    expect((await form.submit()).outcome).toBe('updated');
    const warned = stage.modalText(stage.person('anna').modal());
    expect(warned).toContain('The customer has edited the post since this form was opened. It says now:');
    expect(warned).toContain('[*Send anyway*]');
    const again = stage.person('anna').modal();
    await again.fill(stage.textBlock(again), 'Hi Jon, a new one leaves today.');
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    const answer = await stage.untilPublic(edited);
    expect(answer.written).toBe('@jon_reyes Hi Jon, a new one leaves today.');
    await stage.untilReads(card, 'Answered by @anna');
    stage.expectNothingRefused();
  });
});

describe('a post that its author deletes', () => {
  it('takes back the answer that waits for Undo, closes the card, and can be taken up again', async () => {
    const stage = await openStage({ x: { recheckMs: 5 * MINUTE_MS }, desk: { undoSeconds: 120 } });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.pass(4 * MINUTE_MS, MINUTE_MS);
    await stage.sendReply('anna', card, 'Hi Jon, it is on its way.');
    stage.world.remove(post.id);
    const shown = await stage.untilSeen(
      () => stage.rendered(card).includes('Nothing is left to answer') && stage.rendered(card),
      'the closed card',
      { stepMs: 20_000 },
    );
    expect(shown).toContain('deleted by its author, seen');
    expect(shown).toContain('The post is no longer there');
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'the text back');
    expect(stage.dms('anna')[0]).toContain('Hi Jon, it is on its way.');
    await stage.workspace.waitFor(() => stage.thread(card).length > 0, 'the note in the thread');
    expect(stage.thread(card).at(-1)).toContain('deleted this post');

    await stage.person('ben').press(stage.support, card.ts, { action_id: 'more', option: `reopen|x:${post.id}` });
    await stage.untilReads(card, '[*Reply*]');
    await stage.person('ben').press(stage.support, card.ts, 'reply');
    await stage.workspace.waitFor(() => stage.ephemerals('ben').length > 0, 'why not');
    expect(stage.ephemerals('ben')[0]).toContain('there is nothing left to answer');
    await stage.pass(20 * MINUTE_MS, 5 * MINUTE_MS);
    expect(stage.world.ours()).toEqual([]);
    stage.expectNothingRefused();
  });

  it('is deleted here too, in the store, on the card, in its thread and in direct messages; our answer stays', async () => {
    const stage = await openStage({ x: { recheckMs: 5 * MINUTE_MS } });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', card, 'Hi Jon, a new one leaves today.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    const later = stage.write('jon_reyes', 'have you lost it? Unbelievable.', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, '[Escalate]');
    const last = stage.write('jon_reyes', 'hello?? Anybody there', { inReplyTo: post.id });
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.thread(card).join().includes('Anybody there'), 'the note');
    stage.world.remove(last.id);
    stage.world.remove(later.id);
    const gone = () =>
      !/lost it|Anybody there/.test([stage.rendered(card), stage.thread(card), stage.dms('anna')].join());
    await stage.untilSeen(gone, 'their words gone', { stepMs: 20_000, mostMs: 15 * MINUTE_MS });
    const shown = await stage.untilReads(card, 'The words were deleted here, too.');
    expect(shown).toContain('still waiting for my router');
    expect(shown).toContain('Hi Jon, a new one leaves today.');
    const kept = await onDisk(stage.dataFolder);
    expect(kept).not.toContain('have you lost it');
    expect(kept).not.toContain('Anybody there');
    stage.expectNothingRefused();
  });

  it('counts as deleted where its account is protected or suspended, and is told as that', async () => {
    const stage = await openStage({ x: { recheckMs: 5 * MINUTE_MS } });
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    stage.world.protect('jon_reyes');
    const shown = await stage.untilSeen(
      () => stage.rendered(card).includes('no longer shown by its author') && stage.rendered(card),
      'the closed card',
      { stepMs: 20_000, mostMs: 10 * MINUTE_MS },
    );
    expect(shown).not.toContain('still waiting for my router');
    await stage.workspace.waitFor(() => stage.thread(card).join().includes('protected or suspended'), 'the note');
    expect(await onDisk(stage.dataFolder)).not.toContain('still waiting for my router');
    stage.expectNothingRefused();
  });

  it('is never assumed: while X can not be asked, all stays as it is', async () => {
    const stage = await openStage({ x: { recheckMs: 5 * MINUTE_MS } });
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    stage.x.faults.add({ when: 'GET /2/tweets', kind: '500', times: 1 });
    stage.x.garble('GET /2/tweets', 1);
    await stage.pass(16 * MINUTE_MS, MINUTE_MS);
    expect(stage.rendered(card)).toContain('answer due');
    expect(stage.rendered(card)).not.toContain('deleted');
    stage.expectNothingRefused();
  });

  it('between our reading and our sending, is learnt from X’s refusal', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', card, 'Hi Jon, it is on its way.');
    stage.world.remove(post.id);
    await stage.untilSeen(() => stage.rendered(card).includes('Nothing is left to answer'), 'the closed card');
    expect(stage.messagesFor('draw-round')).toEqual([]);
    stage.expectNothingRefused({ byX: [/deleted or not visible/] });
  });
});
