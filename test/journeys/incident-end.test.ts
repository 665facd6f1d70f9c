import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { createOutage } from './outage.ts';
import { type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const END = 'Das Netz im Norden läuft wieder. Danke für Ihre Geduld.';
const ANSWERS = {
  answer_de: 'Hallo {name}, das Netz läuft wieder. Danke für die Geduld!',
  answer_en: 'Hi {name}, the network is back. Thank you for your patience!',
};

/** So many customers without a network, linked to the outage. */
async function outageWith(stage: OpenedStage, authors: readonly string[]) {
  const outage = createOutage(stage);
  await outage.start('Im Norden ist unser Netz gestört.');
  const posts: Post[] = [];
  for (const author of authors) {
    const text = author.startsWith('en_') ? 'no signal at all, this is terrible' : 'Kein Netz. Unfassbar!';
    posts.push((await stage.complain(author, text)).post);
  }
  await outage.link(
    'anna',
    authors.map((_, index) => index + 1),
  );
  return { outage, posts };
}

const ends = (stage: OpenedStage, post: Post | undefined) =>
  post === undefined ? [] : stage.answersTo(post).filter(({ written }) => /läuft wieder|is back/.test(written));

const saidTo = (stage: OpenedStage, name: Name) => stage.ephemerals(name).at(-1) ?? '';

describe('after an incident', () => {
  it('everybody who is linked is told once, one press each, whoever presses, across a restart', async () => {
    const stage = await openStage();
    const { outage, posts } = await outageWith(stage, ['lena', 'en_jon', 'mia', 'otto', 'pia', 'ruth']);
    const [lena, jon, mia, otto, pia, ruth] = posts;

    // Otto was answered before the end: he still waits to hear it.
    const ottosCard = otto && stage.cardOf(otto);
    if (otto === undefined || ottosCard === undefined) throw new Error('no card for Otto');
    await stage.sendReply('ben', ottosCard, 'Wir sind dran.');
    await stage.untilPublic(otto);

    await outage.resolve(END, ANSWERS);
    await outage.untilUntold('is over: 6 customers wait to hear it');
    const list = outage.untold();
    if (list === undefined) throw new Error('there is no list');

    await Promise.all([
      stage.person('anna').press(stage.support, list.ts, 'tell_next'),
      stage.person('ben').press(stage.support, list.ts, 'tell_next'),
    ]);
    await outage.untilUntold('2 on their way');
    expect([saidTo(stage, 'anna'), saidTo(stage, 'ben')].toSorted()).toEqual([
      expect.stringMatching(/^#1 .*lena: on its way\./),
      expect.stringMatching(/^#2 .*en_jon: on its way\./),
    ]);
    await stage.untilSeen(() => ends(stage, lena).length + ends(stage, jon).length === 2, 'two were told');
    expect(ends(stage, lena)[0]?.written).toBe('@lena Hallo lena, das Netz läuft wieder. Danke für die Geduld!');
    expect(ends(stage, jon)[0]?.written).toBe('@en_jon Hi en_jon, the network is back. Thank you for your patience!');
    await outage.untilUntold('4 customers wait to hear it');

    await stage.stopApp();
    await stage.startApp();
    const modal = await outage.formAfter('carla', () =>
      stage.person('carla').press(stage.support, list.ts, 'tell_list'),
    );
    const mias = { action_id: 'tell_skip', value: JSON.stringify(['mention', `x:${mia?.id}`]) };
    await modal.press(mias);
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the question why');
    const why = stage.person('carla').modal();
    await why.fill('reason', 'was called');
    expect(await why.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => !stage.modalText(modal).includes('#3 '), 'the list without Mia');
    expect(stage.modalText(modal)).toContain('#4 ');

    await modal.press({ action_id: 'tell_edit', value: JSON.stringify(['mention', `x:${pia?.id}`]) });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the reply form');
    const edit = stage.person('carla').modal();
    expect(stage.modalText(edit)).toContain('Incident 1 is over: sending this tells the customer so.');
    await edit.fill(stage.textBlock(edit), 'Hallo Pia, das Netz läuft wieder, auch in Kiel!');
    expect(await edit.submit()).toEqual({ outcome: 'closed' });
    await outage.untilUntold('1 on their way');

    await stage.person('anna').press(stage.support, list.ts, 'tell_next');
    await stage.untilSeen(() => ends(stage, otto).length === 1, 'Otto was told');
    const alone = await outage.formAfter('ben', () => stage.person('ben').press(stage.support, list.ts, 'tell_list'));
    await alone.press({ action_id: 'tell_one', value: JSON.stringify(['mention', `x:${ruth?.id}`]) });
    await stage.workspace.waitFor(() => stage.modalText(alone).includes('on its way'), 'Ruth in the list');
    await stage.untilSeen(() => ends(stage, ruth).length === 1, 'Ruth was told');
    const done = await outage.untilUntold('every linked customer is seen to');
    expect(done).toContain('5 told · 1 skipped');
    await outage.untilShown('5 told how it ended');

    expect(posts.map((post) => ends(stage, post).length)).toEqual([1, 1, 0, 1, 1, 1]);
    stage.expectNothingRefused();
  });

  it('who was undone waits again, and the draft that is sent later tells them all the same', async () => {
    const stage = await openStage();
    const { outage, posts } = await outageWith(stage, ['lena']);
    const [lena] = posts;
    const card = lena && stage.cardOf(lena);
    if (card === undefined) throw new Error('no card');
    await outage.resolve(END, ANSWERS);
    await outage.untilUntold('1 customer waits to hear it');
    const list = outage.untold();
    if (list === undefined) throw new Error('there is no list');
    await stage.person('anna').press(stage.support, list.ts, 'tell_next');
    await stage.untilReads(card, '[Undo]');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await outage.untilUntold('0 told');
    await outage.untilUntold('[*Send the next*]');

    const form = await stage.openForm('anna', card);
    expect(stage.modalText(form)).toContain('{Hallo lena, das Netz läuft wieder.');
    expect(stage.modalText(form)).toContain('This is the text that you took back.');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await outage.untilUntold('1 on their way');
    await stage.person('ben').press(stage.support, list.ts, 'tell_list');
    await stage.untilSeen(() => ends(stage, lena).length === 1, 'Lena was told');
    await outage.untilUntold('every linked customer is seen to');
    await stage.pass(30 * SECOND_MS, 10 * SECOND_MS);
    expect(ends(stage, lena)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('comes as a Markdown file: what happened, what was public, and how the customers fared', async () => {
    const stage = await openStage();
    const { outage } = await outageWith(stage, ['lena', 'mia']);
    await outage.resolve(END, ANSWERS);
    await stage.person('anna').command('/incident', 'timeline 1', stage.support);
    const message = await stage.untilSeen(
      () => stage.workspace.dms(stage.people.anna).find(({ files }) => files.length > 0),
      'the file',
    );
    const [file] = message.files;
    expect(file?.name).toBe('incident-1.md');
    const text = file?.bytes?.toString('utf8') ?? '';
    expect(text).toMatch(/^# Incident 1: Mobilfunk im Norden\n/);
    expect(text).toContain('- Linked mentions: 2');
    expect(text).toContain('- Still waiting to hear it: 2');
    expect(text).toMatch(/### 2026-11-24 09:0\d – Resolution\n\n.*\n\n> Das Netz im Norden läuft wieder/);
    expect(text).toContain('- Confirmed by: Jens, network');
    expect(text).toMatch(/\| #1 \| 2026-11-24 09:0\d \| \\@lena \|/);
    await stage.person('ben').press(stage.support, outage.message().ts, {
      action_id: 'incident_more',
      option: 'Timeline as a file',
    });
    await stage.untilSeen(
      () => stage.workspace.dms(stage.people.ben).some(({ files }) => files.length > 0),
      'a file for Ben too',
    );
    stage.expectNothingRefused();
  });
});
