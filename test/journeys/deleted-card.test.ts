import { describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../practice/slack/state.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const WORDS = 'Kein Netz, Frechheit!';

/** A complaint whose card the app knows: somebody has used it. */
async function usedCard(stage: OpenedStage, author = 'cleo') {
  const mention = await stage.complain(author, WORDS);
  await stage.person('anna').press(stage.support, mention.card.ts, 'claim');
  await stage.untilReads(mention.card, 'Claimed by @anna');
  return mention;
}

/** The card after the one that was deleted. */
function nextCard(stage: OpenedStage, gone: { readonly ts: string }) {
  return stage.untilSeen(() => stage.cards().find(({ ts }) => ts !== gone.ts), 'the card once more');
}

describe('a card that somebody deletes', () => {
  it('is posted again at once, once, and works like the first', async () => {
    const stage = await openStage();
    const { post, card } = await usedCard(stage);
    stage.workspace.erase(stage.support, card.ts);
    const again = await nextCard(stage, card);
    expect(stage.rendered(again)).not.toContain('🧵');
    expect(stage.rendered(again)).toContain('Claimed by @anna');
    await stage.sendReply('anna', again, 'Hallo Cleo, wir prüfen den Mast.');
    await stage.untilPublic(post);
    await stage.untilReads(again, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.cards()).toHaveLength(1);
    expect(stage.lines()).toEqual([]);
    stage.expectNothingRefused();
  });

  it('with a thread leads to it, and what follows stands in the new one', async () => {
    const stage = await openStage();
    const { post, card } = await usedCard(stage);
    await stage.person('anna').say(stage.support, 'der Mast in Altona?', card.ts);
    stage.workspace.erase(stage.support, card.ts);
    const again = await stage.untilSeen(() => stage.cards().find(({ ts }) => ts !== card.ts), 'the card once more');
    const link = `https://practice.slack.com/archives/${stage.support}/p${card.ts.replace('.', '')}`;
    expect(stage.rendered(again)).toContain(`🧵 the earlier thread (${link})`);
    stage.write('cleo', 'Und jetzt?', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilSeen(() => stage.thread(again).length > 0, 'the note in the new thread');
    expect(stage.thread(card).join()).not.toContain('Und jetzt?');
    stage.expectNothingRefused();
  });

  it('while the app is down is noticed at the next change; notes wait for the new card', async () => {
    const stage = await openStage();
    const { post, card } = await usedCard(stage);
    await stage.person('anna').say(stage.support, 'der Mast in Altona?', card.ts);
    const other = await usedCard(stage, 'claas');
    await stage.stopApp();
    // Slack gives up telling an app that is away.
    stage.slack.setScopes(ALL_SCOPES.filter((scope) => scope !== 'channels:history'));
    for (const { ts } of [card, other.card]) stage.workspace.erase(stage.support, ts);
    stage.slack.setScopes(ALL_SCOPES);
    stage.write('claas', 'Und jetzt?', { inReplyTo: other.post.id });
    stage.write('cleo', 'Und jetzt?', { inReplyTo: post.id });
    await stage.startApp();
    await stage.untilSeen(() => stage.cards().length === 2, 'both cards');
    const cards = [stage.cardOf(post), stage.cardOf(other.post)];
    for (const again of cards) {
      if (again === undefined) throw new Error('a card is missing');
      // A thread that is still there may have got it before the card was missed.
      const told = () => [...stage.thread(again), ...stage.thread(card)].join();
      await stage.untilSeen(() => told().includes('Und jetzt?'), 'its note');
    }
    expect(cards.map((again) => again && stage.rendered(again).includes('🧵'))).toEqual([true, false]);
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.cards()).toHaveLength(2);
    expect(stage.lines().filter((line) => line.includes('could not show'))).toEqual([]);
    expect(new Set(stage.workspace.rejections.map(({ error }) => error))).toEqual(
      new Set(['message_not_found', 'thread_not_found']),
    );
  });

  it('although it tells of an incident is posted again as well', async () => {
    const stage = await openStage();
    const start = await stage.commandForm('carla', '/incident', 'start Mast in Altona');
    await start.fill('text', 'In Altona ist ein Mast ausgefallen.');
    expect(await start.submit()).toEqual({ outcome: 'closed' });
    const [shown] = await stage.untilSeen(() => {
      const found = stage.messagesFor('draw-incident');
      return found.length > 0 && found;
    }, 'its message');
    if (shown === undefined) throw new Error('no message');
    stage.workspace.erase(stage.support, shown.ts);
    await stage.untilSeen(() => stage.messagesFor('draw-incident').some(({ ts }) => ts !== shown.ts), 'it once more');
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(stage.messagesFor('draw-incident')).toHaveLength(1);
  });
});
