import { describe, expect, it } from 'vitest';
import { openStage, SECOND_MS } from './support.ts';

const POST = 'POST /2/tweets';

describe('a stop in order', () => {
  it('lets a slow X say what it did with a reply', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const held = stage.hold(stage.x.faults, POST, 'late-answer');
    await stage.sendReply('anna', card, 'Hallo Cleo, wir prüfen den Mast.');
    await stage.untilSeen(held.isHit, 'the call');
    const stopped = stage.stopApp();
    held.release();
    await stopped;
    const looks = () => stage.world.requests.filter(({ call }) => call === 'GET /2/users/:id/tweets').length;
    const before = looks();
    await stage.startApp();
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.answersTo(post)).toHaveLength(1);
    // It was known: nobody had to look for it.
    expect(looks()).toBe(before);
    stage.expectNothingRefused();
  });

  it('waits less than ten seconds, and the next start looks for what was cut off', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const held = stage.hold(stage.x.faults, POST, 'late-answer');
    await stage.sendReply('anna', card, 'Hallo Cleo, wir prüfen den Mast.');
    await stage.untilSeen(held.isHit, 'the call');
    const from = stage.clock.monotonicMs();
    let tookMs: number | null = null;
    const stopped = stage.stopApp().then(() => {
      tookMs = stage.clock.monotonicMs() - from;
    });
    await stage.clock.jump(7 * SECOND_MS);
    expect(tookMs).toBeNull();
    // Had it waited for X it would wait for ever.
    await stage.clock.jump(SECOND_MS);
    await stopped;
    expect(tookMs).toBeLessThan(10 * SECOND_MS);
    await stage.startApp();
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'that it was found');
    held.release();
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused({ troubles: [/could not go on|could not be saved|unforeseen/] });
  });

  it('answers a press that is under way', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const held = stage.hold(stage.slack.faults, 'views.open');
    const pressed = stage.person('anna').press(stage.support, card.ts, 'reply');
    await stage.workspace.waitFor(held.isHit, 'the form on its way');
    const stopped = stage.stopApp();
    held.release();
    await pressed;
    await stopped;
    expect(stage.workspace.modals(stage.people.anna)).toHaveLength(1);
    expect(stage.ephemerals('anna')).toEqual([]);
    await stage.startApp();
    stage.expectNothingRefused();
  });
});
