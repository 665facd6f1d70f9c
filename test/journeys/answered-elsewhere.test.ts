import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const LISTENING = { x: { ownMs: 20_000 } };
const SEND = 'POST /2/tweets';

/** A colleague answers in X's own app, signed in as the company. */
function answerOnX(stage: OpenedStage, post: Post, text: string): Post {
  return stage.world.post({ author: 'NordfunkHilft', text, inReplyTo: post.id });
}

describe('an answer that a colleague gave on X itself', () => {
  it('settles its card, is told to whoever has the form open, and can be deleted like ours', async () => {
    const stage = await openStage(LISTENING);
    const { post, card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong. Worst service.');
    const bens = await stage.openForm('ben', card);
    const direct = answerOnX(stage, post, 'Hi Tom, the new invoice is on its way.');
    await stage.untilSeen(() => stage.rendered(card).includes('Answered on X directly'), 'the settled card');
    expect(
      stage
        .rendered(card)
        .replaceAll(direct.id, '9')
        .replace(/\d\d:\d\d/g, 'h:m'),
    ).toMatchInlineSnapshot(`
      "*tom_harding*  @tom_harding · 320 followers
      🔴 Complaint · #1 · X · 24 Nov 2026 h:m
      @NordfunkHilft third invoice in a row that is wrong. Worst service.
      💬 *Reply* – answered on X directly, 24 Nov 2026 h:m · on X (https://x.com/NordfunkHilft/status/9)
      Hi Tom, the new invoice is on its way.
      [Delete reply]
      ✅ Answered on X directly, 24 Nov 2026 h:m
      [Reply] [… Reopen | Change kind | Open on X | History | More …]"
    `);

    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    await bens.fill('text', 'Hi Tom, please send us your customer number.');
    expect((await bens.submit()).outcome).toBe('updated');
    const told = stage.modalText(stage.person('ben').modal());
    expect(told).toMatch(/Answered on X directly, [23] minutes ago:/);
    expect(told).toContain('Hi Tom, the new invoice is on its way.');
    expect(told).toContain('[*Send anyway*]');
    await stage.person('ben').modal().close();
    expect(stage.answersTo(post)).toHaveLength(1);

    await stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option: `history|x:${post.id}` });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length > 0, 'the history');
    expect(stage.modalText(stage.person('anna').modal())).toContain('Somebody answered on X directly: ');

    await stage.person('anna').press(stage.support, card.ts, 'delete_reply');
    await stage.untilSeen(() => stage.answersTo(post).length === 0, 'the deleted answer');
    await stage.untilReads(card, 'answer due');
    expect(stage.rendered(card)).toContain('Reply* by somebody on X directly was deleted');
    stage.expectNothingRefused();
  });

  it('is never brought up again as overdue, also when the app was down meanwhile', async () => {
    const stage = await openStage({ ...LISTENING, pollMs: MINUTE_MS });
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern kein Internet, niemand ruft zurück!');
    await stage.stopApp();
    answerOnX(stage, post, 'Hallo Lena, wir rufen gleich an.');
    await stage.clock.jump(10 * MINUTE_MS);
    await stage.startApp();
    await stage.untilSeen(() => stage.rendered(card).includes('Answered on X directly'), 'the settled card');
    await stage.pass(70 * MINUTE_MS, 10 * MINUTE_MS);
    expect(stage.messagesFor('draw-round')).toEqual([]);
    stage.expectNothingRefused();
  });

  it('is struck off the reminder that named it', async () => {
    const stage = await openStage({ ...LISTENING, pollMs: MINUTE_MS });
    const { post } = await stage.complain('lena_altona', 'Seit gestern kein Internet, niemand ruft zurück!');
    await stage.pass(61 * MINUTE_MS, 10 * MINUTE_MS);
    const round = await stage.workspace.waitFor(() => stage.messagesFor('draw-round')[0], 'the reminder');
    answerOnX(stage, post, 'Hallo Lena, wir rufen gleich an.');
    await stage.untilSeen(() => /✓ ~#1 .*~/.test(stage.rendered(round)), 'the struck line', { stepMs: MINUTE_MS });
    await stage.pass(70 * MINUTE_MS, 10 * MINUTE_MS);
    expect(stage.messagesFor('draw-round')).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('an answer of the app itself, seen on our timeline', () => {
  it('before X has confirmed it, is not taken for a second one', async () => {
    const stage = await openStage({ x: { ownMs: 1_000 }, pollMs: 1_000 });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const held = stage.hold(stage.x.faults, SEND, 'late-answer');
    await stage.sendReply('anna', card, 'Hi Jon, your router left our stock today.');
    const answer = await stage.untilPublic(post);
    expect(held.isHit()).toBe(true);
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'the answer seen by reading');
    held.release();
    await stage.pass(MINUTE_MS, 10_000);
    const shown = stage.rendered(card);
    expect(shown.match(/Hi Jon, your router/g)).toHaveLength(1);
    expect(shown).toContain(answer.id);
    expect(shown).not.toContain('directly');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('after a crash in the middle of the call, is found once', async () => {
    const stage = await openStage({ x: { ownMs: 1_000 }, pollMs: 1_000 });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const held = stage.hold(stage.x.faults, SEND, 'late-answer');
    await stage.sendReply('anna', card, 'Hi Jon, your router left our stock today.');
    await stage.untilSeen(held.isHit, 'the call');
    await stage.killApp(held);
    await stage.startApp();
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'the answer found again');
    await stage.pass(2 * MINUTE_MS, 10_000);
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(stage.rendered(card).match(/Hi Jon, your router/g)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
