import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../practice/faults.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const SEND = 'POST /2/tweets';
const TEXT = 'Hi Jon, your router left our stock today.';

const sends = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === SEND);

async function complaint(stage: OpenedStage) {
  return stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
}

/** A complaint, and the network has heard our reply to it but not answered yet. */
async function sending(stage: OpenedStage, end: FaultKind) {
  const mention = await complaint(stage);
  const held = stage.hold(stage.x.faults, SEND, end);
  await stage.sendReply('anna', mention.card, TEXT);
  await stage.untilSeen(held.isHit, 'the call to the network');
  return { ...mention, held };
}

describe('an app that is stopped and comes back', () => {
  it('between Send and publication publishes the reply once', async () => {
    const stage = await openStage();
    const { post, card } = await complaint(stage);
    await stage.sendReply('anna', card, TEXT);
    await stage.stopApp();
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(stage.world.ours()).toEqual([]);
    await stage.startApp();
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('too late for the reply gives it back to its sender', async () => {
    const stage = await openStage();
    const { post, card } = await complaint(stage);
    await stage.sendReply('anna', card, TEXT);
    await stage.stopApp();
    await stage.pass(20 * MINUTE_MS);
    await stage.startApp();
    await stage.untilReads(card, 'was not sent');
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'a message to Anna');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toEqual([]);
    expect(stage.modalText(await stage.openForm('anna', card))).toContain(`{${TEXT}}`);
    stage.expectNothingRefused();
  });

  it('while it sends waits for the network’s answer', async () => {
    const stage = await openStage();
    const { post, card, held } = await sending(stage, 'delay');
    const stopped = stage.stopApp();
    held.release();
    await stopped;
    expect(stage.answersTo(post)).toHaveLength(1);
    await stage.startApp();
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(sends(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('an app that is killed and comes back', () => {
  it('while it sends finds what became public, and sends nothing again', async () => {
    const stage = await openStage();
    const { post, card, held } = await sending(stage, 'cut-after');
    await stage.killApp(held);
    await stage.startApp();
    const settled = await stage.untilReads(card, 'Answered by @anna');
    expect(settled).toContain(`/status/${stage.answersTo(post)[0]?.id}`);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(sends(stage)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('while it sends and nothing became public asks a person after three looks', async () => {
    const stage = await openStage();
    const { post, card, held } = await sending(stage, 'cut-before');
    await stage.killApp(held);
    await stage.startApp();
    await stage.untilReads(card, 'Checking whether it is public');
    await stage.untilSeen(() => stage.rendered(card).includes('[Send again]'), 'the question', { stepMs: 10_000 });
    expect(sends(stage)).toHaveLength(1);
    await stage.person('anna').press(stage.support, card.ts, 'send_again');
    await stage.untilReads(card, '[Undo]');
    await stage.untilPublic(post);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('before Slack has shown Undo shows it, and only then counts the seconds', async () => {
    const stage = await openStage();
    const { post, card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await form.fill('text', TEXT);
    const held = stage.hold(stage.slack.faults, 'chat.update', 'cut-before');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(held.isHit, 'the call to Slack');
    await stage.killApp(held);
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(stage.rendered(card)).not.toContain('[Undo]');
    await stage.startApp();
    await stage.untilReads(card, '[Undo]');
    expect(stage.world.ours()).toEqual([]);
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
