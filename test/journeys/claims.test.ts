import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const withoutLinks = (text: string) => text.replaceAll(/ \(https:\S+?\)/g, ' ↗');
const offers = (stage: OpenedStage) =>
  stage
    .messagesFor('post-offers')
    .map((message) => withoutLinks(stage.rendered(message)).replace(/1 h \d+ min/, '1 h … min'));

async function claimed(stage: OpenedStage, author: string, by: 'anna' | 'ben' = 'anna') {
  const { post, card } = await stage.complain(author, 'Kein Internet. Frechheit!');
  await stage.person(by).press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, `Claimed by @${by}`);
  return { post, card };
}

const passUntil = (stage: OpenedStage, instant: string, strideMs = 10 * MINUTE_MS) =>
  stage.pass(Date.parse(instant) - stage.clock.now().getTime(), strideMs);

describe('a claim that nobody touches', () => {
  it('is offered after an hour of office time in one line, once, and taken over from its owner', async () => {
    const stage = await openStage({ pollMs: 5 * MINUTE_MS });
    const lena = await claimed(stage, 'lena_altona');
    const jon = await claimed(stage, 'jon_reyes', 'ben');
    await stage.pass(40 * MINUTE_MS, 5 * MINUTE_MS);
    // Ben goes on with his: it is not left lying.
    const form = await stage.openForm('ben', jon.card);
    await stage.pass(22 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilSeen(() => offers(stage).length === 1, 'the line');
    expect(offers(stage)).toMatchInlineSnapshot(`
      [
        "✋ *1 claim has lain untouched for a while*
      🔴 #1 ↗ *lena_altona*: Kein Internet. Frechheit!
      @anna, 1 h … min · ⏰ *late: answer was due 24 Nov 2026 10:00*
      [Take over]",
      ]
    `);
    await form.close();
    const [line] = stage.messagesFor('post-offers');
    if (line === undefined) throw new Error('the line is gone');
    await stage.person('carla').press(stage.support, line.ts, 'take_over');
    await stage.untilReads(lena.card, 'Claimed by @carla');
    const takenAway = (texts: string[]) => texts.filter((text) => text.includes('took over'));
    await stage.workspace.waitFor(() => takenAway(stage.dms('anna')).length === 1, 'a word to Anna');
    expect(takenAway(stage.dms('anna')).map(withoutLinks)[0]).toContain(
      '➡️ @carla took over 🔴 #1 ↗ from lena_altona, which had lain for a while',
    );
    await stage.person('ben').press(stage.support, line.ts, 'take_over');
    await stage.workspace.waitFor(() => stage.ephemerals('ben').length > 0, 'an answer to Ben');
    expect(stage.ephemerals('ben')).toEqual([
      '@carla has come back to this in the meantime. Please talk to them first.',
    ]);
    stage.expectNothingRefused();
  });
});

describe('the team’s rules for claims', () => {
  it('are changed from Slack, and hold at once', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T19:10:00+01:00'), pollMs: 10 * MINUTE_MS });
    const menu = await stage.commandForm('carla', '/mentions', 'settings');
    expect(stage.modalText(menu)).toContain('Claims left lying are offered after: 60 minutes');
    await menu.press({ action_id: 'settings_topic', value: 'together' });
    const form = await stage.workspace.waitFor(() => {
      const top = stage.person('carla').modal();
      return stage.modalText(top).includes('Release all claims when the desk closes') && top;
    }, 'the form');
    await form.fill('claim.idleMinutes', 'never');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { 'claim.idleMinutes': 'Please write a whole number, 1–100000.' },
    });
    await form.fill('claim.idleMinutes', '15');
    await form.select('claim.releaseAtClosing', 'no');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const { card } = await claimed(stage, 'lena_altona');
    await stage.pass(18 * MINUTE_MS, 3 * MINUTE_MS);
    await stage.untilSeen(() => offers(stage).length === 1, 'the line');
    await passUntil(stage, '2026-11-24T20:10:00+01:00', 5 * MINUTE_MS);
    expect(stage.rendered(card)).toContain('Claimed by @anna');
    stage.expectNothingRefused();
  });
});

describe('a shift change', () => {
  it('ends with nobody’s claims: the evening releases them, and who works on keeps what they claim again', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T19:10:00+01:00'), pollMs: 10 * MINUTE_MS });
    const lena = await claimed(stage, 'lena_altona');
    const jon = await claimed(stage, 'jon_reyes', 'ben');
    await passUntil(stage, '2026-11-24T20:01:00+01:00', 2 * MINUTE_MS);
    for (const { card } of [lena, jon]) await stage.untilReads(card, 'Nobody has it yet');
    await stage.person('ben').press(stage.support, jon.card.ts, 'claim');
    await stage.untilReads(jon.card, 'Claimed by @ben');
    await passUntil(stage, '2026-11-25T07:50:00+01:00', HOUR_MS);
    expect(stage.rendered(jon.card)).toContain('Claimed by @ben');
    expect(stage.rendered(lena.card)).toContain('Nobody has it yet');
    await passUntil(stage, '2026-11-25T08:10:00+01:00', 5 * MINUTE_MS);
    expect(stage.rendered(lena.card)).toContain('Nobody has it yet');
    expect(offers(stage)).toEqual([]);
    stage.expectNothingRefused();
  });

  it('lets go of promises too, also of one whose mention is answered', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T19:10:00+01:00'), pollMs: 10 * MINUTE_MS });
    const { post, card } = await stage.complain('lena_altona', 'Kein Internet. Frechheit!');
    const form = await stage.openForm('anna', card);
    await form.press('holding');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Holding reply'), 'the form of a holding reply');
    await form.submit();
    await stage.untilReads(card, '[Undo]');
    await stage.untilPublic(post);
    await stage.untilReads(card, /promised by [^–]*\nClaimed by @anna/);
    await passUntil(stage, '2026-11-24T20:01:00+01:00', 2 * MINUTE_MS);
    const released = await stage.untilReads(card, 'Nobody has it yet');
    expect(released).not.toContain('@anna ·');
    expect(released).toContain('promised by');
    stage.expectNothingRefused();
  });

  it('also when the app was down at closing time', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T19:10:00+01:00'), pollMs: 10 * MINUTE_MS });
    const lena = await claimed(stage, 'lena_altona');
    await stage.stopApp();
    await passUntil(stage, '2026-11-24T22:00:00+01:00', HOUR_MS);
    await stage.startApp();
    await stage.untilReads(lena.card, 'Nobody has it yet');
    const history = await stage.openForm('anna', lena.card, { action_id: 'more', option: `history|x:${lena.post.id}` });
    expect(stage.modalText(history)).toContain('Earshot released it as the desk closed');
    stage.expectNothingRefused();
  });
});
