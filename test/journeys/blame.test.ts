import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { openStage } from './support.ts';

describe('naming another company as the cause', () => {
  it('asks in the reply form who confirmed it, and keeps the name for the team', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('lena', 'Seit gestern kein Internet, was ist los?');
    const form = await stage.openForm('anna', card);
    const text = 'Hallo lena, wir schicken um 17 Uhr jemanden. Schuld ist die Deutsche Telekom.';
    await form.fill(stage.textBlock(form), text);
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('This names another company as the cause: “Deutsche Telekom”');
    await form.fill('confirmed_by', 'Jens, network');
    await form.type(stage.textBlock(form), ' Verzeihung!');
    await stage.workspace.waitFor(() => stage.modalText(form).includes(`${text.length + 12} / 280`), 'the count');
    expect(stage.modalText(form)).toContain('Confirmed by whom?');
    // Stopped for something else, it keeps who confirmed it.
    await form.fill(stage.textBlock(form), `${text} Dürfen wir 0171 2345678 anrufen?`);
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('Confirmed by whom?');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const shown = await stage.untilReads(card, '[Undo]');
    expect(shown).toContain('confirmed by Jens, network (team only)');
    expect((await stage.untilPublic(post)).written).toContain('Schuld ist die Deutsche Telekom');
    stage.expectNothingRefused();
  });

  it('asks for it in the first word of an incident and in its apology', async () => {
    const stage = await openStage();
    const form = await stage.commandForm('carla', '/incident', 'start Netz im Norden');
    await form.fill('text', 'Im Norden ist das Netz gestört. Unser Dienstleister Nordkabel hat einen Ausfall.');
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: { confirmed_by: 'The text names Nordkabel as the cause: confirmed by whom?' },
    });
    await form.fill('confirmed_by', 'Jens, network');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const outage = createOutage(stage);
    await stage.untilSeen(() => stage.world.ours().length === 1, 'the first word');
    await outage.untilShown('confirmed by Jens, network');

    const apology = await stage.commandForm('carla', '/apologise', 'incident 1');
    await apology.fill('wrong', 'Es tut uns leid, wegen Vodafone ging nichts');
    await apology.fill('doing', 'Wir leiten um');
    expect(await apology.submit()).toMatchObject({ outcome: 'updated' });
    expect(await apology.submit()).toMatchObject({ outcome: 'errors' });
    await apology.fill('confirmed_by', 'Jens again');
    // Stopped for something else, it keeps who confirmed it.
    await apology.fill('doing', 'Wir leiten um. Nutzen Sie bitte unser Kontaktformular');
    expect(await apology.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(apology)).toContain('Confirmed by whom?');
    expect(await apology.submit()).toEqual({ outcome: 'closed' });
    await outage.untilShown('confirmed by Jens again');
    stage.expectNothingRefused();
  });
});
