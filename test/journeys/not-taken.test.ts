import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const SEND = 'POST /2/tweets';

const sends = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === SEND);

/** Anna's reply to a complaint is on its way, and something is wrong with the network. */
async function replied(stage: OpenedStage, text = 'Hi Jon, your router left our stock today.') {
  const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
  await stage.sendReply('anna', card, text);
  return { post, card };
}

describe('a reply that the network does not take', () => {
  it('waits for the reset that a 429 names, says so, and can be undone until then', async () => {
    const stage = await openStage();
    stage.x.faults.add({ when: SEND, kind: '429', retryAfterSeconds: 300 });
    const { post, card } = await replied(stage);
    await stage.untilSeen(() => stage.rendered(card).includes('goes out as soon as the network takes it'), 'the wait');
    expect(stage.rendered(card)).toContain('[Undo]');
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    expect(sends(stage)).toHaveLength(1);
    stage.x.faults.clear();
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(sends(stage)).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it('within 15 minutes goes back to its sender: a message, the card, and the text offered', async () => {
    const stage = await openStage();
    stage.x.faults.add({ when: SEND, kind: '429', retryAfterSeconds: 1200, times: 1 });
    const { post, card } = await replied(stage);
    await stage.untilSeen(() => sends(stage).length === 1, 'the first try');
    await stage.pass(16 * MINUTE_MS, 2 * MINUTE_MS);
    expect(await stage.untilReads(card, 'was not sent')).toContain('It waited too long to go out.');
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'a message to Anna');
    expect(stage.dms('anna').map((text) => text.replace(/https:\S+?(?=\))/, 'https://card'))).toMatchInlineSnapshot(`
      [
        "⚠️ *Reply for #1 (https://card) was not sent.*
      It waited too long to go out. Please check that it still fits, then send it again. The text is kept: opening the form again offers it.
      Hi Jon, your router left our stock today.
      [Reply again]",
      ]
    `);

    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain('This is your text that waited too long to go out. Does it still fit?');
    expect(stage.modalText(again)).toContain('{Hi Jon, your router left our stock today.}');
    await stage.pass(10 * MINUTE_MS);
    expect(stage.world.ours()).toEqual([]);
    expect(await stage.person('anna').modal().submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('as a duplicate is there already, or the card says that it is one', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const byHand = stage.world.post({ author: 'NordfunkHilft', text: 'We are on it, Jon.', inReplyTo: post.id });
    await stage.sendReply('anna', card, 'We are on it, Jon.');
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'the answer that is there');
    expect(stage.rendered(card)).toContain(byHand.id);
    expect(stage.answersTo(post)).toHaveLength(1);

    const later = await stage.complain('jon_reyes', 'and where is my refund?');
    const form = await stage.openForm('anna', later.card);
    await form.fill(stage.textBlock(form), 'We are on it, Jon.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('X may refuse it as a duplicate.');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(later.card, '[Undo]');
    await stage.untilSeen(() => stage.rendered(later.card).includes('was not sent'), 'the refusal');
    expect(stage.rendered(later.card)).toContain('The network took it for a duplicate of an earlier post.');
    expect(stage.rendered(later.card)).toContain('[Reply again]');
    expect(stage.modalText(await stage.openForm('anna', later.card))).toContain('{We are on it, Jon.}');
    stage.expectNothingRefused({ byX: [/duplicate content/] });
  });

  it('because the author does not allow it, or is gone, is shown on the card with what to do', async () => {
    const stage = await openStage();
    const first = await replied(stage);
    // The author has limited who may answer: X does not count us as mentioned any more.
    first.post.shown.entities.mentions.length = 0;
    await stage.untilSeen(() => stage.rendered(first.card).includes('was not sent'), 'the refusal');
    expect(stage.rendered(first.card)).toContain('The author does not allow replies to this post.');
    await stage.workspace.waitFor(() => stage.dms('anna').length === 1, 'a message to Anna');
    expect(stage.dms('anna')[0]).toContain('Reply for #1');

    const second = await stage.complain('frau_petersen', 'Euer Shop ist zu. Frechheit!');
    await stage.sendReply('anna', second.card, 'Wir schauen nach.');
    stage.world.remove(second.post.id);
    await stage.untilSeen(() => stage.rendered(second.card).includes('was not sent'), 'the refusal');
    expect(stage.rendered(second.card)).toContain('The post is no longer there.');
    await stage.pass(SECOND_MS * 30, 10 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);
    stage.expectNothingRefused({ byX: [/is not allowed/, /deleted or not visible/] });
  });
});
