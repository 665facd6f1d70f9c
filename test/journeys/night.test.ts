import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const reminders = (stage: OpenedStage) =>
  stage.messagesFor('draw-round').map((message) => stage.rendered(message).replace(/ \(https:\S+\)/g, ''));

/** The channel's reminders, once there are so many. */
function remindersOnceThereAre(count: number, stage: OpenedStage): Promise<string[]> {
  return stage.workspace.waitFor(() => reminders(stage).length >= count && reminders(stage), `${count} reminders`);
}

/** To this instant, in strides that leave each hour its time. */
async function passUntil(stage: OpenedStage, instant: string, strideMs = 30 * MINUTE_MS): Promise<void> {
  await stage.pass(Date.parse(instant) - stage.clock.now().getTime(), strideMs);
}

/** An hour before the office closes. */
const SEVEN_ON_SATURDAY = new Date('2026-11-28T19:00:00+01:00');

describe('a night', () => {
  it('shows cards, stays quiet, and is grouped by kind in one message when the office opens', async () => {
    const stage = await openStage({ start: new Date('2026-11-23T18:50:00+01:00'), pollMs: 10 * MINUTE_MS });
    const evening = await stage.complain('till_8', 'Kein Netz, schon wieder!');
    await passUntil(stage, '2026-11-23T19:49:00+01:00');
    await stage.pass(4 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilReads(evening.card, 'late: answer was due 23 Nov 2026 19:50');
    expect(await remindersOnceThereAre(1, stage)).toHaveLength(1);
    await passUntil(stage, '2026-11-23T22:00:00+01:00');

    const thanks = stage.write('gregor_w', 'Danke für die schnelle Hilfe gestern, super Service!', { name: 'Gregor' });
    const router = stage.write('jon_reyes', 'router broken again, this is unacceptable', { name: 'Jon' });
    const when = stage.write('praxis_keller', 'Wann kommt das Glasfaser in die Elbchaussee?', { name: 'Dr. Keller' });
    const lena = stage.write('lena_altona', 'Seit Stunden kein Internet. Frechheit!', { name: 'Lena' });
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.cards().length === 5, 'the cards of the night');
    const lenasCard = await stage.cardFor(lena);
    expect(stage.rendered(lenasCard)).toContain('answer due 24 Nov 2026 09:00');

    await passUntil(stage, '2026-11-24T07:59:30+01:00');
    expect(reminders(stage)).toHaveLength(1);
    await stage.pass(2 * MINUTE_MS, 30_000);
    const [, morning, ...others] = await remindersOnceThereAre(2, stage);
    expect(others).toEqual([]);
    expect(morning).toBe(
      [
        '🌅 *4 mentions came in while the desk was closed*',
        '🔴 *2 complaints*',
        '🔴 #3 *Jon*: router broken again, this is unacceptable – due 24 Nov 2026 09:00',
        '🔴 #5 *Lena*: Seit Stunden kein Internet. Frechheit! – due 24 Nov 2026 09:00',
        '🔵 *1 question*',
        '🔵 #4 *Dr. Keller*: Wann kommt das Glasfaser in die Elbchaussee? – due 24 Nov 2026 12:00',
        '💚 *1 praise*',
        '💚 #2 *Gregor*: Danke für die schnelle Hilfe gestern, super Service! – since 23 Nov 2026 22:00',
      ].join('\n'),
    );
    expect([thanks, router, when].map((post) => stage.cardOf(post)).every(Boolean)).toBe(true);

    await stage.sendReply('anna', lenasCard, 'Hallo Lena, die Störung ist seit 7 Uhr behoben.');
    await stage.untilPublic(lena);
    const [, message] = stage.messagesFor('draw-round');
    if (message === undefined) throw new Error('the morning’s message is gone');
    expect(await stage.untilReads(message, /✓ ~#5/)).toContain('🔴 #3');
    stage.expectNothingRefused();
  });

  it('lasts from Saturday until Monday, and what fell due as the office closed is first in the morning', async () => {
    const stage = await openStage({ start: new Date('2026-11-28T19:05:00+01:00'), pollMs: 10 * MINUTE_MS });
    stage.world.post({ author: 'till_8', text: '@NordfunkHilft Kein Netz, Frechheit!', at: SEVEN_ON_SATURDAY });
    await passUntil(stage, '2026-11-28T22:00:00+01:00');
    const sunday = await stage.complain('jon_reyes', 'router broken again, this is unacceptable');
    expect(stage.rendered(sunday.card)).toContain('answer due 30 Nov 2026 09:00');
    await passUntil(stage, '2026-11-30T07:59:00+01:00', HOUR_MS);
    expect(reminders(stage)).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    const [first, ...others] = await remindersOnceThereAre(1, stage);
    expect(others).toEqual([]);
    expect(first).toBe(
      [
        '⏰ *1 mention is past due*',
        '🔴 #1 *till_8*: Kein Netz, Frechheit! – due 28 Nov 2026 20:00',
        '🌅 *1 mention came in while the desk was closed*',
        '🔴 *1 complaint*',
        '🔴 #2 *jon_reyes*: router broken again, this is unacceptable – due 30 Nov 2026 09:00',
      ].join('\n'),
    );
    stage.expectNothingRefused();
  });
});
