import { describe, expect, it } from 'vitest';
import { type OpenedStage, openStage, SECOND_MS } from './support.ts';

const TYPED = 'This is what you had typed when the form was closed.';
const HALF = 'Hallo Lena, wir haben den Fehler gefu';

const complaint = (stage: OpenedStage) => stage.complain('lena_altona', 'Seit gestern Abend kein Internet. Frechheit!');

/** How often the card was drawn so far. */
const draws = (stage: OpenedStage) => stage.workspace.requests.filter(({ method }) => method === 'chat.update').length;

describe('a text that was typed and not sent', () => {
  it('is offered again after Esc, to its person alone, and draws no card', async () => {
    const stage = await openStage();
    const { card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await stage.soon(() => false);
    const before = draws(stage);
    await form.type('text', HALF);
    await stage.workspace.waitFor(() => stage.modalText(form).includes(`${HALF.length} / 280`), 'the count');
    await form.close();
    // "Is writing" is over; that alone is no drawing either.
    expect(draws(stage)).toBe(before);

    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain(TYPED);
    expect(stage.modalText(again)).toContain(`{${HALF}}`);
    await again.close();
    expect(stage.modalText(await stage.openForm('ben', card))).not.toContain(HALF);

    const third = await stage.openForm('anna', card);
    await third.fill('text', '');
    await third.close();
    expect(stage.modalText(await stage.openForm('anna', card))).not.toMatch(/Hallo Lena|had typed/);
    stage.expectNothingRefused();
  });

  it('is offered although Slack has not told yet that the form was closed', async () => {
    const stage = await openStage();
    const { card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await form.type('text', HALF);
    await stage.workspace.waitFor(() => stage.modalText(form).includes(`${HALF.length} / 280`), 'the count');
    expect(stage.modalText(await stage.openForm('anna', card))).toContain(`{${HALF}}`);
    stage.expectNothingRefused();
  });

  it('is gone once it is sent, also when a letter arrives late', async () => {
    const stage = await openStage();
    const { post, card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await form.type('text', 'Moin');
    await stage.pass(3 * SECOND_MS, SECOND_MS);
    await form.fill('text', 'Moin Lena, es läuft wieder.');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    expect(stage.modalText(await stage.openForm('anna', card))).not.toMatch(/{Moin|had typed/);
    stage.expectNothingRefused();
  });

  it('survives the death of the app in the middle of typing, but for what came within the last two seconds', async () => {
    const stage = await openStage();
    const { card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await form.type('text', HALF);
    await stage.pass(3 * SECOND_MS, SECOND_MS);
    const held = stage.hold(stage.slack.faults, 'views.update');
    await form.type('text', 'nd');
    await stage.untilSeen(held.isHit, 'the drawing of the count', { stepMs: 100, mostMs: SECOND_MS });
    await stage.killApp(held);
    await stage.startApp();
    await form.close();
    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain(TYPED);
    expect(stage.modalText(again)).toContain(`{${HALF}}`);
    stage.expectNothingRefused();
  });

  it('is saved to the last letter when the app is stopped in order', async () => {
    const stage = await openStage();
    const { card } = await complaint(stage);
    const form = await stage.openForm('anna', card);
    await form.type('text', HALF);
    await stage.stopApp();
    await stage.startApp();
    await form.close();
    expect(stage.modalText(await stage.openForm('anna', card))).toContain(`{${HALF}}`);
    stage.expectNothingRefused();
  });

  it('in a slash command is offered again, too', async () => {
    const stage = await openStage();
    await complaint(stage);
    const form = await stage.commandForm('anna', '/reply', '#1 Hallo Lena, wir sind dran');
    await stage.pass(SECOND_MS, SECOND_MS);
    await form.close();
    const again = await stage.commandForm('anna', '/reply', '#1');
    expect(stage.modalText(again)).toContain('{Hallo Lena, wir sind dran}');
    stage.expectNothingRefused();
  });

  it('of an apology comes back field by field: after Esc, and after Undo', async () => {
    const stage = await openStage();
    const { card } = await complaint(stage);
    const form = await stage.openForm('anna', card, 'apologise');
    await form.fill('wrong', 'Ihr Anschluss war seit gestern gestört');
    await form.fill('doing', 'Ein Techniker ist vor Ort');
    await form.fill('by_when', '18 Uhr');
    await form.close();
    const fields = ['{Ihr Anschluss war seit gestern gestört}', '{Ein Techniker ist vor Ort}', '{18 Uhr}'];
    const again = await stage.openForm('anna', card, 'apologise');
    for (const field of [TYPED, ...fields]) expect(stage.modalText(again)).toContain(field);
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '[Undo]');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('[Undo]'), 'the card without the text');
    const third = await stage.openForm('anna', card, 'apologise');
    for (const field of ['This is the text that you took back.', ...fields]) {
      expect(stage.modalText(third)).toContain(field);
    }
    stage.expectNothingRefused();
  });

  it('of an incident is offered again: its first word with the title, an update and the end', async () => {
    const stage = await openStage();
    const start = await stage.commandForm('anna', '/incident', 'start');
    await start.fill('title', 'Kein Netz in Altona');
    await start.fill('text', 'Wir haben eine Störung in Altona');
    await start.fill('confirmed_by', 'Jens');
    await start.close();
    expect(stage.modalText(await stage.commandForm('ben', '/incident', 'start'))).not.toContain('Altona');
    const again = await stage.commandForm('anna', '/incident', 'start');
    for (const words of [TYPED, '{Kein Netz in Altona}', '{Wir haben eine Störung in Altona}', '{Jens}']) {
      expect(stage.modalText(again)).toContain(words);
    }
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    const [incident] = await stage.untilSeen(
      () => stage.messagesFor('draw-incident').length > 0 && stage.messagesFor('draw-incident'),
      'the incident',
    );
    if (incident === undefined) throw new Error('no incident');
    expect(stage.modalText(await stage.commandForm('anna', '/incident', 'start'))).not.toContain('Altona');

    for (const [action, text] of [
      ['incident_update', 'Der Techniker ist'],
      ['incident_resolve', 'Es läuft'],
    ] as const) {
      const form = await stage.openForm('anna', incident, action);
      await form.fill('text', text);
      await form.fill('confirmed_by', 'Jens, Netzleitung');
      await form.fill('answer_de', 'Hallo {name}, bald.');
      await form.close();
      const kept = stage.modalText(await stage.openForm('anna', incident, action));
      for (const words of [`{${text}}`, '{Jens, Netzleitung}', '{Hallo {name}, bald.}']) expect(kept).toContain(words);
    }
    stage.expectNothingRefused();
  });
});
