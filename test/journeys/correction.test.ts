import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { type Name, type OpenedStage, openStage } from './support.ts';

const topModal = (stage: OpenedStage, name: Name) => stage.person(name).modal();

async function opens(stage: OpenedStage, name: Name, press: () => Promise<unknown>, words: string) {
  await press();
  await stage.workspace.waitFor(
    () =>
      stage.workspace.modals(stage.people[name]).length > 0 && stage.modalText(topModal(stage, name)).includes(words),
    `a form that says ${words}`,
  );
  return topModal(stage, name);
}

describe('correcting the record', () => {
  it('lists everybody who got the same words, and tells each by one press, over a restart', async () => {
    const stage = await openStage();
    const said = [
      ['lena', 'Seit gestern kein Internet, niemand hilft!', 'Hallo lena, um 18 Uhr geht es wieder.'],
      ['jon', 'no internet since yesterday, this is terrible', 'Hallo jon, um 18 Uhr geht es wieder.'],
      ['mia', 'Wieder kein Netz. Unfassbar!', 'Hallo mia, wir schicken einen Techniker.'],
      ['otto', 'Internet weg. Unverschämt!', 'Hallo otto, um 18 Uhr geht es wieder.'],
    ] as const;
    const all = [];
    for (const [author, post, reply] of said) {
      const one = await stage.complain(author, post);
      const answer = await stage.openForm('anna', one.card);
      await answer.fill(stage.textBlock(answer), reply);
      // The same words to another customer are warned of first.
      if ((await answer.submit()).outcome === 'updated') expect(await answer.submit()).toEqual({ outcome: 'closed' });
      await stage.untilPublic(one.post);
      await stage.untilReads(one.card, 'Answered by @anna');
      all.push(one);
    }
    const [lena, jon, , otto] = all;
    if (lena === undefined || jon === undefined || otto === undefined) throw new Error('nobody');

    await opens(
      stage,
      'anna',
      () => stage.person('anna').press(stage.support, lena.card.ts, { action_id: 'more', option: 'More …' }),
      'Correct the record',
    );
    const form = await opens(stage, 'anna', () => topModal(stage, 'anna').press('correct_record'), 'turned out wrong:');
    expect(stage.modalText(form)).toContain('um 18 Uhr geht es wieder');
    expect(await form.submit()).toMatchObject({ outcome: 'errors' });
    await form.fill('answer_de', 'Hallo {name}, eine Richtigstellung: Das Netz läuft erst […].');
    expect(await form.submit()).toMatchObject({ outcome: 'errors' });
    await form.fill('answer_de', 'Hallo {name}, eine Richtigstellung: Das Netz läuft erst um 20 Uhr.');
    await form.fill('answer_en', 'Hi {name}, a correction: the network is back at 8 pm.');
    await form.fill('blamed', 'Stadtwerke Altona');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    const list = topModal(stage, 'anna');
    expect(stage.modalText(list)).toContain('*0 of 3 customers corrected*');
    expect(stage.modalText(list)).not.toContain('mia');
    expect(stage.world.ours()).toHaveLength(4);

    const press = (action: string, one: { post: { id: string } }) => ({
      action_id: action,
      value: JSON.stringify(['mention', `x:${one.post.id}`, 'p1']),
    });
    await list.press(press('correct_one', jon));
    await stage.workspace.waitFor(() => stage.modalText(list).includes('1 on their way'), 'the list');
    await stage.untilSeen(() => stage.answersTo(jon.post).length === 2, 'the correction');
    expect(stage.answersTo(jon.post).at(-1)?.written).toBe(
      '@jon Hi jon, a correction: the network is back at 8 pm. We were wrong to name Stadtwerke Altona, and apologise to them too.',
    );
    await stage.untilReads(jon.card, 'corrects what we said before');

    await stage.stopApp();
    await stage.startApp();
    // From any card with the same words.
    await opens(
      stage,
      'ben',
      () => stage.person('ben').press(stage.support, otto.card.ts, { action_id: 'more', option: 'More …' }),
      'Correct the record',
    );
    const again = await opens(
      stage,
      'ben',
      () => topModal(stage, 'ben').press('correct_record'),
      '1 of 3 customers corrected',
    );
    const edit = await opens(stage, 'ben', () => again.press(press('correct_edit', otto)), 'as everybody reads it');
    await edit.fill('text', 'Hallo otto, richtig ist 20 Uhr. Verzeihung!');
    expect(await edit.submit()).toMatchObject({ outcome: 'closed' });
    await stage.untilSeen(() => stage.answersTo(otto.post).length === 2, 'the edited correction');
    const why = await opens(stage, 'ben', () => again.press(press('correct_skip', lena)), 'Why is this customer');
    await why.fill('reason', 'was called');
    expect(await why.submit()).toMatchObject({ outcome: 'closed' });
    await stage.workspace.waitFor(
      () => stage.modalText(again).includes('2 of 3 customers corrected* · 1 skipped'),
      'the end',
    );
    expect(stage.modalText(again)).toContain('Everybody who got it is seen to.');
    expect(stage.rendered(lena.card)).toContain('marked as wrong by @anna');
    stage.expectNothingRefused();
  });

  it('corrects a word of an incident in public too, also after the end', async () => {
    const stage = await openStage();
    const outage = createOutage(stage);
    await outage.start('Im Norden ist unser Netz gestört, schuld ist ein Bagger.');
    await outage.resolve('Das Netz läuft wieder.', {});
    const [card] = stage.messagesFor('draw-incident');
    if (card === undefined) throw new Error('no incident');
    const id = JSON.stringify(card.blocks).match(/correct\|(incident:[^"\\]+)/)?.[1];
    const choose = await opens(
      stage,
      'anna',
      () => stage.person('anna').press(stage.support, card.ts, { action_id: 'incident_more', option: `correct|${id}` }),
      'Which text turned out wrong?',
    );
    const form = await opens(
      stage,
      'anna',
      () => choose.press({ action_id: 'correct_text', value: JSON.stringify(['incident', id, 'p1']) }),
      'What turned out wrong:',
    );
    await form.fill('answer_de', 'Hallo {name}, es war kein Bagger, sondern unser Fehler.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    const list = topModal(stage, 'anna');
    expect(stage.modalText(list)).toContain('Nobody else got it.');
    const word = await opens(stage, 'anna', () => list.press('correct_edit'), 'Confirmed by');
    await word.fill('text', 'Richtigstellung: Es war kein Bagger, es war unser Fehler. Das tut uns leid.');
    await word.fill('confirmed_by', 'Netzleitung');
    expect(await word.submit()).toMatchObject({ outcome: 'closed' });
    await stage.untilSeen(
      () => stage.world.ours().some(({ written }) => written.startsWith('Richtigstellung: Es war kein Bagger')),
      'the public correction',
    );
    await stage.workspace.waitFor(() => stage.modalText(list).includes('Corrected in public by @anna'), 'the list');
    stage.expectNothingRefused();
  });

  it('keeps the link of a correction that is undone and sent again as a reply', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon', 'no internet since Monday');
    await stage.sendReply('anna', card, 'Hi Jon, the network is back at 6 pm.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await opens(
      stage,
      'anna',
      () => stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option: 'More …' }),
      'Correct the record',
    );
    const form = await opens(stage, 'anna', () => topModal(stage, 'anna').press('correct_record'), 'turned out wrong:');
    await form.fill('answer_en', 'Hi {name}, a correction: the network is back at 8 pm.');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    await topModal(stage, 'anna').press('correct_one');
    await stage.untilReads(card, 'corrects what we said before');
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('[Undo]'), 'the correction taken back');
    const reply = await stage.openForm('anna', card);
    expect(stage.modalText(reply)).toContain('It still counts as the correction of what we said before.');
    await reply.fill('text', 'Sorry, Jon: it is 8 pm. Please use our contact form.');
    expect(await reply.submit()).toMatchObject({ outcome: 'updated' });
    // What is typed on is looked at as Send does: a correction owes no next step.
    await reply.fill('text', 'Sorry, Jon, that was wrong.');
    await reply.type('text', ' We are sorry.');
    await stage.workspace.waitFor(() => stage.modalText(reply).includes('41 / 280'), 'the count');
    expect(stage.modalText(reply)).not.toContain('next step');
    const sent = await reply.submit();
    if (sent.outcome === 'updated') expect(await reply.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.answersTo(post).length === 2, 'the correction');
    expect(stage.rendered(card)).toContain('corrects what we said before');
    stage.expectNothingRefused();
  });
});
