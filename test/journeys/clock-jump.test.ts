import { describe, expect, it } from 'vitest';
import { HOUR_MS, openStage } from './support.ts';

const JUMPED = [/the wall clock jumped/];

describe('a wall clock that jumps', () => {
  it.each([
    ['ahead', HOUR_MS],
    ['back', -HOUR_MS],
  ])('an hour %s while a reply is on its way publishes it once, and finds it', async (_, jumpMs) => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const held = stage.hold(stage.x.faults, 'POST /2/tweets', 'cut-after');
    await stage.sendReply('anna', card, 'Hallo Cleo, wir prüfen den Mast.');
    await stage.untilSeen(held.isHit, 'the call');
    stage.setAppClock(jumpMs);
    held.release();
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'that it was found', {
      stepMs: 15_000,
    });
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused({ troubles: JUMPED });
  });

  it('while a card is on its way shows it once', async () => {
    const stage = await openStage();
    const held = stage.hold(stage.slack.faults, 'chat.postMessage', 'cut-after');
    stage.setAppClock(HOUR_MS);
    const post = stage.write('cleo', 'Kein Netz, Frechheit!');
    await stage.readNow();
    await stage.untilSeen(held.isHit, 'the card on its way');
    stage.setAppClock(0);
    held.release();
    const card = await stage.cardFor(post);
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    expect(stage.cards()).toHaveLength(1);
    stage.expectNothingRefused({ troubles: JUMPED });
  });
});
