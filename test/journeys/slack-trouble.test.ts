import { describe, expect, it } from 'vitest';
import { openStage, SECOND_MS } from './support.ts';

describe('Slack', () => {
  it('that asks for a pause gets it, and then every card', async () => {
    const stage = await openStage();
    stage.slack.faults.add({ when: 'chat.postMessage', kind: '429', times: 1, retryAfterSeconds: 20 });
    const posts = ['cleo', 'claas'].map((name) => stage.write(name, 'Kein Netz, Frechheit!'));
    await stage.readNow();
    const calls = () => stage.workspace.requests.filter(({ method }) => method === 'chat.postMessage').length;
    await stage.pass(18 * SECOND_MS, 6 * SECOND_MS);
    expect(calls()).toBe(0);
    await stage.pass(3 * SECOND_MS, SECOND_MS);
    for (const post of posts) await stage.cardFor(post);
    expect(stage.cards()).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it('that delivers every press twice has it done once', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'duplicate' });
    stage.slack.faults.add({ when: 'deliver:slash_commands', kind: 'duplicate' });
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    await stage.person('anna').press(stage.support, card.ts, 'release');
    await stage.untilReads(card, 'Nobody has it yet');
    await stage.sendReply('anna', card, 'Hallo Cleo, wir prüfen den Mast.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    const start = await stage.commandForm('carla', '/incident', 'start Mast in Altona');
    await start.fill('text', 'In Altona ist ein Mast ausgefallen.');
    expect(await start.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.world.ours().length === 2, 'the announcement');

    const whole = await stage.commandForm('ben', '/mentions', 'show 1');
    for (const deed of ['claimed it', 'released it', 'pressed Send']) {
      expect(stage.modalText(whole).split(deed)).toHaveLength(2);
    }
    expect(stage.workspace.modals(stage.people.ben)).toHaveLength(1);
    expect([...stage.ephemerals('anna'), ...stage.ephemerals('carla')]).toEqual([]);
    expect(stage.messagesFor('draw-incident')).toHaveLength(1);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('that closes or loses the connection loses no press, no post and no reply', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    stage.slack.sockets.disconnect();
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    await stage.sendReply('anna', card, 'Hallo Cleo, wir prüfen den Mast.');
    stage.slack.sockets.cut();
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    stage.write('cleo', 'Und jetzt?', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, 'Und jetzt?');
    await stage.workspace.waitFor(() => stage.slack.sockets.count() > 0, 'a new connection');
    expect((await stage.openForm('ben', card)).view().source.type).toBe('modal');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused({ troubles: [/no active connection|client is not ready|WebSocket error/] });
  });

  it('that takes a card and breaks off before it says so shows it once', async () => {
    const stage = await openStage();
    stage.slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    const posts = ['cleo', 'claas'].map((name) => stage.write(name, 'Kein Netz, Frechheit!'));
    await stage.readNow();
    await stage.untilSeen(() => posts.every((post) => stage.cardOf(post)), 'both cards');
    for (const post of posts) {
      const card = await stage.cardFor(post);
      await stage.person('anna').press(stage.support, card.ts, 'claim');
      await stage.untilReads(card, 'Claimed by @anna');
    }
    expect(stage.cards()).toHaveLength(2);
    stage.expectNothingRefused();
  });
});
