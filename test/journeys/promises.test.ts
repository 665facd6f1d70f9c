import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

/** What the channel heard of promises, as its readers see it; without addresses. */
const lines = (stage: OpenedStage) =>
  stage.messagesFor('draw-promises').map((message) => stage.rendered(message).replace(/ \(https:\S+\)/g, ''));

/** To this local time of 24 November 2026. */
async function passUntil(stage: OpenedStage, instant: string, strideMs = 10 * MINUTE_MS): Promise<void> {
  await stage.pass(Date.parse(`${instant}:00+01:00`) - stage.clock.now().getTime(), strideMs);
}

/** Presses "We are on it" in a reply form that is open. */
async function turnToHolding(stage: OpenedStage, form: Awaited<ReturnType<OpenedStage['openForm']>>) {
  await form.press('holding');
  await stage.workspace.waitFor(() => stage.modalText(form).includes('Holding reply'), 'the form of a holding reply');
}

/** Anna has said that she is on it, in public, and will be back by eleven. */
async function held(stage: OpenedStage) {
  const { post, card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet!');
  const form = await stage.openForm('anna', card);
  await turnToHolding(stage, form);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.untilPublic(post);
  await stage.untilReads(card, 'promised by');
  return { post, card };
}

describe('a holding reply', () => {
  it('keeps its mention open with a promise that reminds instead of the channel, until the answer keeps it', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet!');
    const form = await stage.openForm('anna', card);
    await turnToHolding(stage, form);
    const shown = stage.modalText(form);
    expect(shown).toContain('═ Holding reply #1 ═');
    expect(shown).toContain('[*Send holding reply*]');
    expect(shown).toContain('Back by: {in 2 hours}');
    expect(shown).toContain(
      '{Hallo lena_altona, danke für den Hinweis. Wir bleiben am Ball und melden uns hier bis 11:05 Uhr wieder.}',
    );
    await form.select('back_by', 'in 1 hour');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('bis 10:05 Uhr'), 'the other time');
    expect(stage.modalText(form)).not.toContain('11:05');
    await form.select('back_by', '120');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('bis 11:05 Uhr'), 'the first time again');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(await stage.untilReads(card, '[Undo]')).not.toContain('promised by');

    expect((await stage.untilPublic(post)).written).toContain('bis 11:05 Uhr wieder.');
    const open = await stage.untilReads(card, 'promised by 24 Nov 2026 11:05\n');
    expect(open).toContain('Claimed by @anna · answer due 24 Nov 2026 10:00');
    expect(open).toContain('[*Reply*]');

    await passUntil(stage, '2026-11-24T10:45');
    await stage.untilReads(card, 'late: answer was due');
    expect([stage.dms('anna'), stage.messagesFor('draw-round')]).toEqual([[], []]);

    await passUntil(stage, '2026-11-24T10:51', 2 * MINUTE_MS);
    const before = await stage.workspace.waitFor(() => stage.dms('anna')[0], 'the word before it is due');
    expect(before).toContain('Your promise to lena_altona (#1');
    expect(before).toContain('comes due 24 Nov 2026 11:05');
    await passUntil(stage, '2026-11-24T11:06', 3 * MINUTE_MS);
    const due = await stage.workspace.waitFor(() => stage.dms('anna')[1], 'the word when it is due');
    expect(due).toContain('is due now: 24 Nov 2026 11:05');
    expect(due).toContain('[*Reply*] [Promise kept]');
    expect([lines(stage), stage.messagesFor('draw-round')]).toEqual([[], []]);

    await passUntil(stage, '2026-11-24T11:17', 2 * MINUTE_MS);
    await stage.untilSeen(() => lines(stage).length > 0, 'the broken promise in the channel');
    expect(lines(stage)).toEqual([
      [
        '⏰ *1 promise is broken*',
        '🔴 #1 *lena_altona*: Seit gestern Abend kein Internet! – promised by 24 Nov 2026 11:05 · @anna',
      ].join('\n'),
    ]);
    await stage.untilReads(card, 'promise broken: it was for 24 Nov 2026 11:05');
    const reminder = await stage.untilSeen(() => stage.messagesFor('draw-round')[0], 'the channel’s own reminder');
    expect(stage.rendered(reminder)).toContain('1 mention has waited twice as long as it should');

    await stage.sendReply('ben', card, 'Hallo Lena, die Leitung ist wieder da.');
    await stage.untilSeen(() => stage.answersTo(post).length === 2, 'the answer');
    expect(await stage.untilReads(card, 'Answered by @ben')).not.toContain('promise');
    const [told] = stage.messagesFor('draw-promises');
    if (told === undefined) throw new Error('the message about the promise is gone');
    expect(await stage.untilReads(told, /✓ ~#1 .*~/)).toContain('All of these promises are done with');
    await stage.pass(60 * MINUTE_MS, 20 * MINUTE_MS);
    expect([lines(stage).length, stage.dms('anna').length]).toEqual([1, 2]);

    await stage.workspace.as(stage.people.ben).openHome();
    const home = await stage.workspace.waitFor(() => stage.homeText('ben') || undefined, 'the home tab');
    // From nine to the answer of a quarter past eleven, not to the holding reply.
    expect(home).toMatch(/2 h \d+ min/);
    stage.expectNothingRefused();
  });

  it('leaves what was typed, takes its own words back on a second press, and needs a time that is still to come', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('tom_harding', 'no signal, this is unacceptable');
    const form = await stage.openForm('anna', card);
    await turnToHolding(stage, form);
    expect(stage.modalText(form)).toContain('We are on it and will be back to you here by 11:05 am.');
    await form.press('holding');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('═ Reply to #1 ═'), 'the reply form again');
    expect(stage.modalText(form)).not.toContain('by 11:05 am');

    await form.fill(stage.textBlock(form), 'Hi Tom, one moment.');
    await turnToHolding(stage, form);
    expect(stage.modalText(form)).toContain('{Hi Tom, one moment.}');
    await form.select('back_by', 'exact');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Which time?'), 'the picker');
    await form.select('back_at', String(Date.parse('2026-11-24T08:00:00+01:00') / 1_000));
    await stage.workspace.waitFor(() => stage.modalText(form).includes('24 Nov 2026 08:00'), 'the time in the form');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { back_by: 'That time has passed. Please choose a later one.' },
    });
    await form.select('back_at', String(Date.parse('2026-11-24T17:30:00+01:00') / 1_000));
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(post)).written).toBe('@tom_harding Hi Tom, one moment.');
    await stage.untilReads(card, 'promised by 24 Nov 2026 17:30\n');
    stage.expectNothingRefused();
  });

  it('that is undone promises nothing, and its text is offered again', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet!');
    const form = await stage.openForm('anna', card);
    await turnToHolding(stage, form);
    await form.submit();
    await stage.untilReads(card, '[Undo]');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('Wir bleiben am Ball'), 'the card without it');
    await stage.pass(3 * 60 * MINUTE_MS, 30 * MINUTE_MS);
    expect(lines(stage)).toEqual([]);
    expect(stage.modalText(await stage.openForm('anna', card))).toContain('Wir bleiben am Ball');
    stage.expectNothingRefused();
  });
});

describe('a promise', () => {
  it('of an apology stays open beside the answer, is listed, and is kept by phone', async () => {
    const stage = await openStage({ pollMs: 10 * MINUTE_MS });
    const { post, card } = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet!');
    const form = await stage.openForm('anna', card, 'apologise');
    await form.fill('wrong', 'Es tut uns leid: Das war unser Fehler');
    await form.fill('doing', 'Unsere Technik arbeitet daran');
    await form.select('back_by', 'next-day');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('bis morgen um 10:00 Uhr'), 'the made words');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect((await stage.untilPublic(post)).written).toContain('Sie hören von uns bis morgen um 10:00 Uhr.');
    const settled = await stage.untilReads(card, 'Answered by @anna');
    expect(settled).toContain('promised by 25 Nov 2026 10:00 – @anna');

    const list = await stage.commandForm('ben', '/mentions', 'promises');
    expect(stage.modalText(list)).toContain('🤝 promised by 25 Nov 2026 10:00 – @anna\n[Reply] [Show] [Promise kept]');
    await list.press('promise_kept');
    const kept = stage.person('ben').modal();
    expect(await kept.submit()).toMatchObject({ outcome: 'errors' });
    await kept.select('quick_reason', 'By phone');
    expect(await kept.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('promised'), 'the card without the promise');
    await passUntil(stage, '2026-11-25T10:30', 60 * MINUTE_MS);
    expect([stage.dms('anna'), lines(stage)]).toEqual([[], []]);
    const empty = await stage.commandForm('ben', '/mentions', 'promises');
    expect(stage.modalText(empty)).toContain('No promise is open.');
    stage.expectNothingRefused();
  });

  it('that breaks at night is told when the office opens, with all others in one line', async () => {
    const stage = await openStage({ start: new Date('2026-11-24T19:00:00+01:00'), pollMs: 10 * MINUTE_MS });
    for (const [name, hour] of [
      ['lena_altona', 21],
      ['jon_reyes', 23],
    ] as const) {
      const { post, card } = await stage.complain(name, 'Kein Netz, schon wieder, Frechheit!');
      const form = await stage.openForm('anna', card);
      await turnToHolding(stage, form);
      await form.select('back_by', 'exact');
      await stage.workspace.waitFor(() => stage.modalText(form).includes('Which time?'), 'the picker');
      await form.select('back_at', String(Date.parse(`2026-11-24T${hour}:00:00+01:00`) / 1_000));
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      await stage.untilPublic(post);
      await stage.untilReads(card, 'promised by');
    }
    await passUntil(stage, '2026-11-25T07:58', 30 * MINUTE_MS);
    expect(lines(stage)).toEqual([]);
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    await stage.untilSeen(() => lines(stage).length > 0, 'the line of the morning');
    const [morning = '', ...others] = lines(stage);
    expect(others).toEqual([]);
    expect(morning).toContain('⏰ *2 promises are broken*');
    expect(morning.indexOf('lena_altona')).toBeLessThan(morning.indexOf('jon_reyes'));
    stage.expectNothingRefused();
  });

  it('is told of once, whenever the app is stopped and comes back', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    await held(stage);
    await passUntil(stage, '2026-11-24T10:40');
    await stage.stopApp();
    await passUntil(stage, '2026-11-24T11:06');
    await stage.startApp();
    // Of two thresholds that passed the higher.
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'the word that it is due');
    expect(stage.dms('anna')).toHaveLength(1);
    expect(stage.dms('anna')[0]).toContain('is due now');
    await stage.stopApp();
    await stage.startApp();
    await passUntil(stage, '2026-11-24T11:17', 2 * MINUTE_MS);
    await stage.untilSeen(() => lines(stage).length > 0, 'the broken promise');
    await stage.stopApp();
    await passUntil(stage, '2026-11-24T11:30');
    await stage.startApp();
    await stage.pass(20 * MINUTE_MS, 5 * MINUTE_MS);
    expect([stage.dms('anna').length, lines(stage).length]).toEqual([1, 1]);
    stage.expectNothingRefused();
  });
});
