import { expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { createOutage } from './outage.ts';
import { type OpenedStage, openStage } from './support.ts';

const LOOK_AGAIN = 'Not sent yet. Please look again:';
const REDIRECTS = 'Who sees to it here, and what happens next?';

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

const linkedTo = async (stage: OpenedStage, authors: readonly string[]) => {
  const outage = createOutage(stage);
  await outage.start('Im Norden ist unser Netz gestört.');
  const posts: Post[] = [];
  for (const author of authors) posts.push((await stage.complain(author, 'Kein Netz in Hamburg. Unfassbar!')).post);
  await outage.link(
    'anna',
    authors.map((_, index) => index + 1),
  );
  return { outage, posts };
};

it('"Send the next" passes over who wrote since the end, and shows their words before they are told as the last', async () => {
  const stage = await openStage();
  const { outage, posts } = await linkedTo(stage, ['lena', 'mia']);
  const [lena, mia] = posts;
  if (lena === undefined || mia === undefined) throw new Error('nobody wrote');
  await outage.resolve('Das Netz im Norden läuft wieder.', { answer_de: 'Hallo {name}, das Netz läuft wieder.' });
  await outage.untilUntold('2 customers wait');
  stage.write('lena', 'bei mir läuft gar nichts!', { inReplyTo: lena.id });
  await stage.readNow();
  const card = stage.cardOf(lena);
  if (card === undefined) throw new Error('no card');
  await stage.untilReads(card, 'gar nichts');

  const list = outage.untold();
  if (list === undefined) throw new Error('there is no list');
  await stage.person('anna').press(stage.support, list.ts, 'tell_next');
  await stage.untilSeen(() => stage.answersTo(mia).length === 1, 'Mia is told first');
  const form = await outage.formAfter('anna', () => stage.person('anna').press(stage.support, list.ts, 'tell_next'));
  expect(stage.modalText(form)).toContain('The customer has written again meanwhile:');
  expect(stage.modalText(form)).toContain('bei mir läuft gar nichts!');
  expect(stage.modalText(form)).toContain('{Hallo lena, das Netz läuft wieder.}');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.untilReads(card, 'Answered by @anna');
  const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${lena.id}` });
  expect(stage.modalText(history)).toContain('@anna sent it against a warning: customer wrote meanwhile');
  await outage.untilUntold('every linked customer is seen to');
  stage.expectNothingRefused();
});

it('the end in another language than its customers’ is asked about once, then each press tells one of them', async () => {
  const stage = await openStage();
  const { outage, posts } = await linkedTo(stage, ['lena', 'mia']);
  const [lena, mia] = posts;
  if (lena === undefined || mia === undefined) throw new Error('nobody wrote');
  const resolve = await stage.commandForm('carla', '/incident', 'resolve');
  await resolve.fill('text', 'The network in the north is back again.');
  await resolve.fill('confirmed_by', 'Jens');
  expect(await resolve.submit()).toMatchObject({ outcome: 'updated' });
  expect(await resolve.submit()).toEqual({ outcome: 'closed' });
  await outage.untilUntold('2 customers wait');
  const list = outage.untold();
  if (list === undefined) throw new Error('there is no list');
  const form = await outage.formAfter('anna', () => stage.person('anna').press(stage.support, list.ts, 'tell_next'));
  expect(stage.modalText(form)).toContain('The customer writes German, your text does not.');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.untilSeen(() => stage.answersTo(lena).length === 1, 'Lena is told');
  await stage.person('anna').press(stage.support, list.ts, 'tell_next');
  await stage.untilSeen(() => stage.answersTo(mia).length === 1, 'Mia is told');
  const card = stage.cardOf(mia);
  if (card === undefined) throw new Error('no card');
  const history = await stage.openForm('ben', card, { action_id: 'more', option: `history|x:${mia.id}` });
  expect(stage.modalText(history)).toContain('@anna sent it against a warning: other language');
  stage.expectNothingRefused();
});
