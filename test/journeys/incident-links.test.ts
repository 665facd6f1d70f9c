import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { openStage, SECOND_MS } from './support.ts';

describe('mentions that an incident explains', () => {
  it('are linked from a card and from a list, counted, and answered with what the incident says at present', async () => {
    const stage = await openStage();
    const outage = createOutage(stage);
    const lena = await stage.complain('lena_altona', 'Kein Netz seit heute früh. Unfassbar!');
    const jon = await stage.complain('jon_reyes', 'no signal at all, this is terrible');
    const mia = await stage.complain('mia_kiel', 'Hier geht gar nichts. Frechheit!');
    await outage.start('Im Norden ist unser Netz gestört.', {
      answer_de: 'Hallo {name}, im Norden ist das Netz gestört. Wir sind dran.',
      answer_en: 'Hi {name}, our network in the north is down. We are on it.',
    });

    const menu = await outage.more('anna', lena.card, 'link_incident');
    await stage.workspace.waitFor(
      () => stage.modalText(menu).includes('Is explained by incident 1'),
      'that it is linked',
    );
    await menu.close();
    await stage.untilReads(lena.card, '🔗 incident 1');
    await outage.link('ben', [2, 3]);
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 3 customers linked · 0 answered so far');
    const rest = await outage.menu('ben', 'Link mentions …');
    expect(stage.modalText(rest)).toContain('No open mention is left to link.');
    await rest.close();

    const form = await stage.openForm('anna', jon.card);
    expect(stage.modalText(form)).toContain('{Hi jon_reyes, our network in the north is down. We are on it.}');
    expect(stage.modalText(form)).toContain('This is what incident 1 says at present');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(jon.post);
    await stage.untilReads(jon.card, 'Answered by @anna');
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 3 customers linked · 1 answered so far');

    await outage.update('Update: Die Ursache ist gefunden.');
    const german = await stage.openForm('anna', mia.card);
    expect(stage.modalText(german)).toContain('{Update: Die Ursache ist gefunden.}');
    await german.close();

    const again = await outage.more('anna', mia.card, 'unlink_incident');
    await stage.workspace.waitFor(() => stage.modalText(again).includes('[Link to incident]'), 'that it is unlinked');
    await again.close();
    await stage.pass(5 * SECOND_MS, SECOND_MS);
    await outage.untilShown('🔗 2 customers linked');
    stage.expectNothingRefused();
  });

  it('ask which one where several run, and say so where there is none', async () => {
    const stage = await openStage();
    const outage = createOutage(stage);
    const lena = await stage.complain('lena_altona', 'Kein Netz seit heute früh. Unfassbar!');
    const none = await outage.more('anna', lena.card, 'link_incident');
    await stage.workspace.waitFor(() => stage.dms('anna').length + stage.ephemerals('anna').length > 0, 'an answer');
    expect([...stage.dms('anna'), ...stage.ephemerals('anna')][0]).toContain('There is no incident yet.');
    await none.close();
    await outage.start('Im Norden ist unser Netz gestört.');
    await outage.start('Im Süden auch.');
    const menu = await outage.more('anna', lena.card, 'link_incident');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length === 2, 'the question');
    const form = stage.person('anna').modal();
    expect(form).not.toBe(menu);
    await form.select('incident', 'Incident 2: Mobilfunk im Norden');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(lena.card, '🔗 incident 2');
    stage.expectNothingRefused();
  });
});
