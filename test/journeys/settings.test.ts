import { describe, expect, it } from 'vitest';
import type { Modal } from '../../practice/slack/modal.ts';
import { type Name, type OpenedStage, openStage } from './support.ts';

/** Types `/mentions settings` and answers the menu. */
async function openMenu(stage: OpenedStage, name: Name): Promise<Modal> {
  await stage.person(name).command('/mentions', 'settings', stage.support);
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people[name]).length > 0, `a menu for ${name}`);
  return stage.person(name).modal();
}

/** Opens a topic on top of the menu. */
async function openTopic(stage: OpenedStage, name: Name, topic: string): Promise<Modal> {
  await stage.person(name).modal().press({ action_id: 'settings_topic', value: topic });
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people[name]).length === 2, `a form for ${topic}`);
  return stage.person(name).modal();
}

/** Waits until what is on top of the person's screen reads so. */
async function untilShown(stage: OpenedStage, name: Name, words: string): Promise<string> {
  return stage.workspace.waitFor(() => {
    const top = stage.workspace.modals(stage.people[name]).at(-1);
    const text = top === undefined ? '' : stage.modalText(stage.person(name).modal());
    return text.includes(words) && text;
  }, `a modal for ${name} that says ${words}`);
}

async function refusedTo(stage: OpenedStage, name: Name): Promise<string> {
  await stage.person(name).command('/mentions', 'settings', stage.support);
  await stage.workspace.waitFor(() => stage.ephemerals(name).length > 0, `a word to ${name}`);
  expect(stage.workspace.modals(stage.people[name])).toEqual([]);
  return stage.ephemerals(name).join('\n');
}

describe('the settings', () => {
  it('are changed by a lead in Slack, and hold at once, for open mentions too', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Niemand ruft zurück!');
    expect(stage.rendered(card)).toContain('answer due 24 Nov 2026 10:00');

    const menu = await openMenu(stage, 'carla');
    expect(stage.modalText(menu)).toContain('Undo 10 s · English');
    const general = await openTopic(stage, 'carla', 'general');
    await general.fill('undoSeconds', 'soon');
    expect(await general.submit()).toEqual({
      outcome: 'errors',
      errors: { undoSeconds: 'Please write a whole number, 0–120.' },
    });
    await general.fill('undoSeconds', '20');
    expect(await general.submit()).toEqual({ outcome: 'closed' });
    expect(await untilShown(stage, 'carla', 'Undo 20 s')).toContain('Last changed by @carla');

    const hours = await openTopic(stage, 'carla', 'hours');
    await hours.fill('officeHours.week.tue', '8 to late');
    expect(await hours.submit()).toMatchObject({ errors: { 'officeHours.week.tue': /8 to late/ } });
    await hours.fill('officeHours.week.tue', '8-9:30, 13-20');
    expect(await hours.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'carla', 'Tue 08:00-09:30, 13:00-20:00');
    await stage.untilSeen(() => stage.rendered(card).includes('answer due 24 Nov 2026 13:30'), 'the new deadline');

    const reply = await stage.openForm('anna', card);
    expect(stage.modalText(reply)).toContain('Goes out after 20 seconds');
    stage.expectNothingRefused();
  });

  it('open from the home tab of those who may change them', async () => {
    const stage = await openStage();
    await stage.person('carla').openHome();
    await stage.workspace.waitFor(() => stage.workspace.home(stage.people.carla), 'Carla’s home tab');
    await stage.person('carla').pressHome('open_settings');
    await untilShown(stage, 'carla', 'Undo 10 s');
    await openTopic(stage, 'carla', 'sla');
    expect(await untilShown(stage, 'carla', 'First answer to a complaint')).toContain('{60}');
    await stage.person('anna').openHome();
    await stage.workspace.waitFor(() => stage.workspace.home(stage.people.anna), 'Anna’s home tab');
    await expect(stage.person('anna').pressHome('open_settings')).rejects.toThrow('does not show');
    stage.expectNothingRefused();
  });

  it('move the deadlines of open mentions even when the app ends between the two', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Niemand ruft zurück!');
    await openMenu(stage, 'carla');
    const sla = await openTopic(stage, 'carla', 'sla');
    await sla.fill('sla.complaint', '30');
    expect(await sla.submit()).toEqual({ outcome: 'closed' });
    await stage.stopApp();
    expect(stage.rendered(card)).toContain('answer due 24 Nov 2026 10:00');
    await stage.startApp();
    await stage.untilSeen(() => stage.rendered(card).includes('answer due 24 Nov 2026 09:30'), 'the new deadline');
    stage.expectNothingRefused();
  });

  it('are refused to others, with a word about whom to ask', async () => {
    const stage = await openStage();
    expect(await refusedTo(stage, 'anna')).toContain('Only leads may do this.');
    stage.expectNothingRefused();
  });

  it('are not overwritten by a form that was opened before a colleague’s change', async () => {
    const stage = await openStage({ desk: { leads: [] } });
    await openMenu(stage, 'anna');
    const annas = await openTopic(stage, 'anna', 'general');
    await openMenu(stage, 'ben');
    const bens = await openTopic(stage, 'ben', 'general');
    await bens.fill('undoSeconds', '30');
    expect(await bens.submit()).toEqual({ outcome: 'closed' });

    await annas.fill('undoSeconds', '5');
    expect(await annas.submit()).toMatchObject({ outcome: 'pushed' });
    expect(await untilShown(stage, 'anna', '@ben changed the settings')).toContain('Nothing of this form was saved.');
    await stage.person('anna').modal().close();
    expect(stage.modalText(stage.person('anna').modal())).toContain('{5}');
    await stage.person('anna').modal().close({ all: true });
    await openMenu(stage, 'anna');
    await untilShown(stage, 'anna', 'Undo 30 s');
    stage.expectNothingRefused();
  });

  it('have templates that are offered in the reply form as soon as they are saved', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Niemand ruft zurück!');
    await openMenu(stage, 'carla');
    await (await openTopic(stage, 'carla', 'templates')).press({ action_id: 'edit_template', value: '' });
    await untilShown(stage, 'carla', 'New template');
    const form = stage.person('carla').modal();
    await form.select('templates.lang', 'de');
    await form.fill('templates.title', 'Techniker kommt');
    await form.type('templates.text', 'Hallo {name}!');
    await untilShown(stage, 'carla', 'Hallo Jane Example!');
    await untilShown(stage, 'carla', '19 / 280');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    expect(stage.modalText(form)).toContain('Techniker kommt');

    const reply = await stage.openForm('anna', card);
    await reply.select('template', 'DE · Techniker kommt');
    await untilShown(stage, 'anna', 'Hallo lena_altona!');
    await reply.close();

    const added = stage.workspace.modals(stage.people.carla).at(-1)?.source.blocks ?? [];
    const ids = JSON.stringify(added).match(/"value":"(t-[^"]+)"/);
    await form.press({ action_id: 'edit_template', value: ids?.[1] ?? 'none' });
    await untilShown(stage, 'carla', 'Edit template');
    await form.press('delete_template');
    await stage.workspace.waitFor(() => !stage.modalText(form).includes('Techniker kommt'), 'the list without it');
    stage.expectNothingRefused();
  });

  it('name an unknown state of the holidays at its field, before anything is saved', async () => {
    const stage = await openStage();
    await openMenu(stage, 'carla');
    const form = await openTopic(stage, 'carla', 'holidays');
    await form.fill('holidays.country', 'de');
    await form.fill('holidays.state', 'zz');
    expect(await form.submit()).toMatchObject({ errors: { 'holidays.state': /“ZZ”.*BE.*BY/ } });
    await form.fill('holidays.state', 'by');
    await form.fill('holidays.extra', '24.12.2026');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'carla', 'DE BY · +1');
    stage.expectNothingRefused();
  });

  it('say who may publish, by people and groups; the last lead stays', async () => {
    const stage = await openStage();
    await openMenu(stage, 'carla');
    const form = await openTopic(stage, 'carla', 'rights');
    await form.select('leads', []);
    expect(await form.submit()).toMatchObject({ errors: { leads: /Somebody has to stay a lead/ } });
    await form.select('leads', [stage.people.carla, stage.people.ben]);
    await form.select('publishers.groups', [stage.groups.network]);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'carla', 'Leads: @carla @ben');

    const { card } = await stage.complain('lena_altona', 'Seit gestern kein Internet. Niemand ruft zurück!');
    await stage.workspace.invite(stage.support, stage.people.dmitri);
    expect(stage.modalText(await stage.openForm('dmitri', card))).toContain('Your public reply');
    stage.expectNothingRefused();
  });

  it('open although Slack does not list its user groups, which then stay as they are', async () => {
    const stage = await openStage({ desk: { publishers: ['S0PRESS'] } });
    stage.slack.faults.add({ when: 'usergroups.list', kind: '500' });
    await openMenu(stage, 'carla');
    const form = await openTopic(stage, 'carla', 'rights');
    expect(stage.modalText(form)).toContain('Slack does not list the user groups at the moment');
    await form.select('publishers', [stage.people.ben]);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'carla', 'Publishers: @ben');
    await openTopic(stage, 'carla', 'history');
    await untilShown(stage, 'carla', 'Publishers: @S0PRESS → @ben @S0PRESS');
  });

  it('of a new workspace can be opened by those who run it, who name a lead and choose a language', async () => {
    const stage = await openStage({ desk: { leads: [], publishers: [], escalation: {} } });
    expect(await refusedTo(stage, 'anna')).toContain('Nobody may change the settings yet');
    const carla = stage.workspace.user(stage.people.carla);
    carla.isAdmin = true;
    await openMenu(stage, 'carla');
    const rights = await openTopic(stage, 'carla', 'rights');
    await rights.select('leads', [stage.people.anna]);
    expect(await rights.submit()).toEqual({ outcome: 'closed' });
    await untilShown(stage, 'carla', 'Leads: @anna');
    await stage.person('carla').modal().close();

    await openMenu(stage, 'anna');
    const general = await openTopic(stage, 'anna', 'general');
    await general.select('language', 'de');
    expect(await general.submit()).toEqual({ outcome: 'closed' });
    expect(await untilShown(stage, 'anna', 'Einstellungen')).toContain('Zuletzt geändert von @anna');
    await openTopic(stage, 'anna', 'history');
    expect(await untilShown(stage, 'anna', 'Sprache von Earshot für das Team: English → Deutsch')).toContain(
      'Leitung: – → @anna',
    );
    stage.expectNothingRefused();
  });
});
