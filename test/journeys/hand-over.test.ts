import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const withoutLinks = (text: string) => text.replaceAll(/ \(https:\S+?\)/g, ' ↗');
const offersIn = (stage: OpenedStage) =>
  stage.messagesFor('post-offers').map((message) => withoutLinks(stage.rendered(message)));

/** Opens the card's "More …" and presses one of its buttons; the form that opens, or the menu as it is then. */
async function pressMore(
  stage: OpenedStage,
  name: 'anna' | 'ben' | 'carla',
  card: { ts: string },
  post: { id: string },
  action: string,
) {
  const menu = await stage.openForm(name, card, { action_id: 'more', option: `more|x:${post.id}` });
  await menu.press(action);
  return menu;
}

async function claimed(stage: OpenedStage, author: string, text: string, by: 'anna' | 'ben' = 'anna') {
  const { post, card } = await stage.complain(author, text);
  await stage.person(by).press(stage.support, card.ts, 'claim');
  await stage.untilReads(card, `Claimed by @${by}`);
  return { post, card };
}

describe('a mention that is handed over', () => {
  it('goes to the colleague with a note, by direct message and in the thread, and only whoever has it gives it', async () => {
    const stage = await openStage();
    const { post, card } = await claimed(
      stage,
      'tom_harding',
      'third invoice in a row that is wrong. Worst service ever.',
    );

    await pressMore(stage, 'ben', card, post, 'hand_over');
    await stage.workspace.waitFor(
      () =>
        stage.modalText(stage.person('ben').modal()).includes('Only @anna, who has it, or a lead can hand it over.'),
      'an answer to Ben',
    );

    await pressMore(stage, 'anna', card, post, 'hand_over');
    const form = await stage.workspace.waitFor(() => {
      const top = stage.person('anna').modal();
      return top.view().source.callback_id === 'hand_over_form' && top;
    }, 'the form');
    await form.select('person', stage.people.anna);
    await form.fill('note', 'He wants a new invoice by mail.');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { person: 'That is you. Please choose a colleague; Claim on the card takes what nobody has.' },
    });
    await form.select('person', stage.workspace.botUserId);
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { person: 'Only people can take this. Please choose somebody who answers.' },
    });
    await form.select('person', stage.people.ben);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(stage.workspace.modals(stage.people.anna)).toEqual([]);

    await stage.untilReads(card, 'Claimed by @ben');
    await stage.workspace.waitFor(
      () => stage.dms('ben').length > 0 && stage.thread(card).length > 0,
      'the word to Ben',
    );
    expect(stage.dms('ben').map(withoutLinks)).toMatchInlineSnapshot(`
      [
        "➡️ @anna handed 🔴 #1 ↗ from tom_harding over to you
      > He wants a new invoice by mail.
      @NordfunkHilft third invoice in a row that is wrong. Worst service ever.
      answer due 24 Nov 2026 10:00
      [*Reply*] [Show]",
      ]
    `);
    expect(stage.thread(card)).toEqual(['➡️ @anna handed this over to @ben\n> He wants a new invoice by mail.']);
    expect(stage.dms('anna')).toEqual([]);
    stage.expectNothingRefused();
  });

  it('passed on is offered to everybody in one line without a name or a reason, with those of that minute', async () => {
    const stage = await openStage();
    const first = await claimed(stage, 'tom_harding', 'third invoice in a row that is wrong. Worst service ever.');
    const second = await claimed(stage, 'jon_reyes', 'router broken again, this is unacceptable', 'ben');
    const third = await claimed(stage, 'lena_altona', 'Kein Internet in Altona. Frechheit!');
    await pressMore(stage, 'anna', first.card, first.post, 'pass_on');
    await stage.untilReads(first.card, 'Nobody has it yet');
    expect(stage.modalText(stage.person('anna').modal())).toContain('#1 is nobody’s now.');
    await stage.untilSeen(() => offersIn(stage).length === 1, 'the first line');
    await pressMore(stage, 'ben', second.card, second.post, 'pass_on');
    await stage.untilReads(second.card, 'Nobody has it yet');
    await stage.person('anna').modal().close({ all: true });
    await pressMore(stage, 'anna', third.card, third.post, 'pass_on');
    await stage.untilReads(third.card, 'Nobody has it yet');
    // Taken before the line is out: left out of it.
    await stage.person('carla').press(stage.support, second.card.ts, 'claim');
    await stage.untilReads(second.card, 'Claimed by @carla');
    await stage.untilSeen(() => offersIn(stage).length === 2, 'the second line', { stepMs: 10_000 });
    expect(offersIn(stage)).toMatchInlineSnapshot(`
      [
        "✋ *1 mention looks for somebody new*
      🔴 #1 ↗ *tom_harding*: third invoice in a row that is wrong. Worst service ever.
      answer due 24 Nov 2026 10:00
      [Take over]",
        "✋ *1 mention looks for somebody new*
      🔴 #3 ↗ *lena_altona*: Kein Internet in Altona. Frechheit!
      answer due 24 Nov 2026 10:00
      [Take over]",
      ]
    `);
    const [line] = stage.messagesFor('post-offers');
    if (line === undefined) throw new Error('the line is gone');
    await stage.person('ben').press(stage.support, line.ts, 'take_over');
    await stage.untilReads(first.card, 'Claimed by @ben');
    await stage.workspace.waitFor(() => stage.ephemerals('ben').length > 0, 'an answer to Ben');
    expect(stage.ephemerals('ben').map(withoutLinks)).toEqual(['#1 ↗ is yours now.']);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(offersIn(stage)).toHaveLength(2);
    stage.expectNothingRefused();
  });
});

describe('everything that somebody carries', () => {
  const TEXTS = ['Kein Netz!', 'Router kaputt!', 'Falsche Rechnung!', 'Niemand antwortet!', 'Seit Tagen offline!'];

  /** Five claims, one of them answered in public with a promise to be back. */
  async function annasBurden(stage: OpenedStage) {
    const cards = [];
    for (const [index, text] of TEXTS.entries()) {
      cards.push(await claimed(stage, `kunde_${index}`, `${text} Frechheit!`));
    }
    const [first] = cards;
    if (first === undefined) throw new Error('no card');
    const form = await stage.openForm('anna', first.card);
    await form.press('holding');
    await stage.workspace.waitFor(() => stage.modalText(form).includes('Holding reply'), 'the form of a holding reply');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(first.card, '[Undo]');
    await stage.untilPublic(first.post);
    await stage.untilReads(first.card, 'promised by');
    return cards;
  }

  it('goes over with one press and one message, also when the app dies in the middle', async () => {
    const stage = await openStage();
    const cards = await annasBurden(stage);
    const form = await stage.commandForm('anna', '/mentions', 'handover @ben home early, thank you');
    expect(withoutLinks(stage.modalText(form)).replaceAll(/waiting for .*/g, 'waiting …')).toMatchInlineSnapshot(`
      "═ Hand everything over ═
      From @anna to @ben: *5 claims, 1 promise*
      🔴 #1 ↗ *kunde_0*: Kein Netz! Frechheit!
      waiting …
      🔴 #2 ↗ *kunde_1*: Router kaputt! Frechheit!
      waiting …
      🔴 #3 ↗ *kunde_2*: Falsche Rechnung! Frechheit!
      waiting …
      🔴 #4 ↗ *kunde_3*: Niemand antwortet! Frechheit!
      waiting …
      🔴 #5 ↗ *kunde_4*: Seit Tagen offline! Frechheit!
      waiting …
      What should they know?: {home early, thank you}
        For the team only. They get it in a direct message with the card.
      [Cancel] [*Hand over*]"
    `);
    const held = stage.hold(stage.slack.faults, 'chat.postMessage', 'cut-after');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(held.isHit, 'the message to Ben');
    await stage.killApp(held);
    await stage.startApp();
    for (const { card } of cards) await stage.untilReads(card, 'Claimed by @ben');
    await stage.untilReads(cards[0]?.card ?? { ts: '' }, /promised by [^–]*\nClaimed by @ben/);
    await stage.pass(2 * MINUTE_MS, 20_000);
    expect(
      stage.dms('ben').map((text) => withoutLinks(text).replace(/promised by .*/, 'promised by …')),
    ).toMatchInlineSnapshot(`
      [
        "➡️ *@anna handed everything over to you*: 5 claims, 1 promise
      > home early, thank you
      🔴 #1 ↗ *kunde_0*: Kein Netz! Frechheit!
      answer due 24 Nov 2026 10:00 · 🤝 promised by …
      [Show]
      🔴 #2 ↗ *kunde_1*: Router kaputt! Frechheit!
      answer due 24 Nov 2026 10:00
      [Show]
      🔴 #3 ↗ *kunde_2*: Falsche Rechnung! Frechheit!
      answer due 24 Nov 2026 10:00
      [Show]
      🔴 #4 ↗ *kunde_3*: Niemand antwortet! Frechheit!
      answer due 24 Nov 2026 10:00
      [Show]
      🔴 #5 ↗ *kunde_4*: Seit Tagen offline! Frechheit!
      answer due 24 Nov 2026 10:00
      [Show]",
      ]
    `);
    for (const { card } of cards) expect(stage.thread(card)).toEqual([]);
    const [first] = cards;
    if (first === undefined) throw new Error('no card');
    const history = await stage.openForm('ben', first.card, {
      action_id: 'more',
      option: `history|x:${first.post.id}`,
    });
    expect(stage.modalText(history).match(/@anna handed it over: @ben: home early, thank you/g)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('of a colleague is given only by leads, and bare names are told how', async () => {
    const stage = await openStage();
    await claimed(stage, 'tom_harding', 'third invoice in a row that is wrong. Worst service ever.');
    const said = async (name: 'anna' | 'ben' | 'carla', text: string) => {
      const before = stage.ephemerals(name).length;
      await stage.person(name).command('/mentions', text, stage.support);
      await stage.workspace.waitFor(() => stage.ephemerals(name).length > before, `an answer to ${text}`);
      return stage.ephemerals(name).at(-1);
    };
    expect(await said('ben', 'handover @anna @ben she is ill')).toContain('Only leads may do this.');
    expect(await said('ben', 'handover ben she is ill')).toContain('as in `/mentions handover @ben back on Monday`');
    expect(await said('anna', 'handover @anna')).toContain('That is you. Please choose a colleague');
    expect(await said('ben', 'handover @carla')).toBe('@ben carries nothing: no claims, no promises, no snoozes.');
    const form = await stage.commandForm('carla', '/mentions', 'handover @anna @ben she is ill');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.dms('ben').length > 0, 'the message to Ben');
    expect(stage.dms('ben')[0]).toContain('➡️ *@carla handed everything of @anna over to you*: 1 claim');
    stage.expectNothingRefused();
  });
});
