import { expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { openStage } from './support.ts';

const LOOK_AGAIN = 'Not sent yet. Please look again:';
const REDIRECTS = 'This only sends the customer elsewhere.';

it('a word of an incident is stopped once with the reason; sent anyway it is public, and the history says against what', async () => {
  const stage = await openStage();
  const outage = createOutage(stage);
  const start = await stage.commandForm('carla', '/incident', 'start Netz im Norden');
  await start.fill('text', 'Im Norden ist das Netz gestört. Bitte nutzen Sie unser Kontaktformular.');
  expect(await start.submit()).toMatchObject({ outcome: 'updated' });
  expect(stage.modalText(start)).toContain(LOOK_AGAIN);
  expect(stage.modalText(start)).toContain(REDIRECTS);
  expect(stage.modalText(start)).toContain('Send anyway');
  expect(stage.world.ours()).toHaveLength(0);
  // Mended it goes without a line.
  await start.fill('text', 'Im Norden ist das Netz gestört. Unsere Technik arbeitet daran.');
  await stage.workspace.waitFor(() => !stage.modalText(start).includes(LOOK_AGAIN), 'a form without a warning');
  expect(await start.submit()).toEqual({ outcome: 'closed' });
  await outage.untilShown('· on X');

  const update = await stage.commandForm('anna', '/incident', 'update');
  const text = 'Das Netz ist noch gestört. Rückrufe machen wir nicht.';
  await update.fill('text', text);
  await update.fill('confirmed_by', 'Jens');
  await update.fill('answer_en', 'Hi {name}, it is still down, call Ben on 0171 2345678.');
  expect(await update.submit()).toMatchObject({ outcome: 'updated' });
  expect(stage.modalText(update)).toContain('This only says no.');
  expect(stage.modalText(update)).toContain('Everybody would read a phone number here: “0171 2345678”');
  expect(stage.modalText(update)).toContain('{Jens}');
  expect(await update.submit()).toEqual({ outcome: 'closed' });
  await stage.untilSeen(() => stage.world.ours().some(({ written }) => written === text), 'the update');
  const history = await stage.openForm('ben', outage.message(), 'incident_history');
  expect(stage.modalText(history)).toContain('@anna sent it against a warning: brush-off, private data');

  const apology = await stage.openForm('carla', outage.message(), 'apologise');
  await apology.fill('wrong', 'We are sorry that the network was down');
  await apology.fill('doing', 'We work on it through the night');
  expect(await apology.submit()).toMatchObject({ outcome: 'updated' });
  expect(stage.modalText(apology)).toContain('Those who read this speak German, your text does not.');
  await apology.close();

  const resolve = await stage.commandForm('carla', '/incident', 'resolve');
  await resolve.fill('text', 'Das Netz läuft wieder.');
  await resolve.fill('confirmed_by', 'Jens');
  await resolve.fill('answer_de', 'Hello {name}, the network is back and you can use it again.');
  expect(await resolve.submit()).toMatchObject({ outcome: 'updated' });
  expect(stage.modalText(resolve)).toContain('The answer for customers who write German is not German.');
  stage.expectNothingRefused();
});
