import { expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { MINUTE_MS, openStage } from './support.ts';

it('an incident changes hands with a note: the new ones are told, and the writer is reminded of the next word', async () => {
  const stage = await openStage({ pollMs: 5 * MINUTE_MS });
  const outage = createOutage(stage);
  await outage.start('Im Norden ist unser Netz gestört.');
  expect(await outage.untilShown('last public word')).toMatch(/last public word \d+ seconds? ago/);
  const form = await outage.menu('carla', 'Roles …');
  await form.select('lead', stage.people.ben);
  await form.select('writer', stage.people.anna);
  await form.fill('note', 'The cable is found, repair until noon.');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await outage.untilShown('lead @ben · writer @anna');
  await stage.workspace.waitFor(() => stage.dms('anna').length > 0 && stage.dms('ben').length > 0, 'both are told');
  expect(stage.dms('ben')[0]).toContain('@carla hands you the lead of Incident 1');
  expect(stage.dms('anna')[0]).toContain('> The cable is found, repair until noon.');
  await stage.pass(31 * MINUTE_MS, 5 * MINUTE_MS);
  const due = await stage.workspace.waitFor(() => stage.messagesFor('post-update-due')[0], 'a reminder');
  expect(stage.rendered(due)).toMatch(/^📣 @anna – Incident 1/);
  expect(outage.shown()).toMatch(/the last one was 3\d minutes ago/);
  const history = await stage.openForm('ben', outage.message(), 'incident_history');
  expect(stage.modalText(history)).toContain(
    '@carla handed over the lead → @ben: The cable is found, repair until noon.',
  );
  stage.expectNothingRefused();
});
