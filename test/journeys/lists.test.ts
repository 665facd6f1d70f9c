import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

/** The numbers that a list shows, in its order. */
const numbersIn = (text: string) => [...text.matchAll(/^\S+ #(\d+)/gm)].map(([, number]) => Number(number));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Types a command that opens nothing; what it is answered. */
async function answerTo(stage: OpenedStage, name: Name, command: string, text: string): Promise<string | undefined> {
  const before = stage.ephemerals(name).length;
  await stage.person(name).command(command, text, stage.support);
  await stage.workspace.waitFor(() => stage.ephemerals(name).length > before, `an answer to ${command} ${text}`);
  return stage.ephemerals(name).at(-1);
}

describe('the lists', () => {
  it('show what is open, mine and overdue in the order of real waiting, page by page', async () => {
    const stage = await openStage();
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet!');
    await stage.sendReply('ben', lena.card, 'Hallo Lena, wir messen gerade.');
    await stage.untilPublic(lena.post);
    await stage.untilReads(lena.card, 'Answered by @ben');
    for (const index of range(2, 26)) {
      stage.write(`customer_${index}`, index % 2 === 0 ? 'my invoice is wrong' : 'Wann kommt das Glasfaser?');
      await stage.clock.jump(20);
    }
    stage.write('lena_altona', 'Immer noch nichts!', { inReplyTo: lena.post.id });
    await stage.readNow();
    await stage.untilReads(lena.card, 'Immer noch nichts!');
    const second = await stage.workspace.waitFor(
      () => stage.cards().find((card) => stage.rendered(card).includes('#2 ')),
      'a card',
    );
    await stage.person('anna').press(stage.support, second.ts, 'claim');
    await stage.untilReads(second, 'Claimed by @anna');

    const open = await stage.commandForm('anna', '/mentions', 'open');
    expect(numbersIn(stage.modalText(open))).toEqual(range(2, 21));
    expect(stage.modalText(open)).toMatch(
      /#2 \(https:\S+\) \*customer_2\*: my invoice is wrong\nwaiting for less than a minute · Claimed by @anna\n\[Show\]/,
    );
    await open.press('page_list');
    await stage.workspace.waitFor(() => stage.modalText(open).includes('Page 2 of 2'), 'the second page');
    expect(numbersIn(stage.modalText(open))).toEqual([...range(22, 26), 1]);
    await open.press('page_list');
    await stage.workspace.waitFor(() => stage.modalText(open).includes('Page 1 of 2'), 'the first page again');
    await open.press({ action_id: 'show_mention' });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length === 2, 'one mention whole');
    expect(stage.modalText(stage.person('anna').modal())).toContain('═ Mention #2 ═');
    await stage.person('anna').modal().close({ all: true });

    const mine = await stage.commandForm('anna', '/mentions', 'mine');
    expect(numbersIn(stage.modalText(mine))).toEqual([2]);
    await mine.close();
    const none = await stage.commandForm('anna', '/mentions', 'overdue');
    expect(stage.modalText(none)).toContain('Nothing is past due.');
    await none.close();
    await stage.pass(61 * MINUTE_MS, 20 * MINUTE_MS);
    const overdue = await stage.commandForm('anna', '/mentions', 'overdue');
    expect(numbersIn(stage.modalText(overdue))).toEqual([...range(2, 26).filter((number) => number % 2 === 0), 1]);
    expect(stage.modalText(overdue)).toContain('⏰ *late by');
    await overdue.close();

    const shown = await stage.commandForm('ben', '/mentions', 'show #1');
    expect(stage.modalText(shown)).toMatch(
      /Seit gestern kein Internet![\s\S]*wir messen gerade[\s\S]*Immer noch nichts!/,
    );
    await shown.close();

    await stage.person('anna').openHome();
    await stage.workspace.waitFor(() => stage.workspace.home(stage.people.anna), 'the home tab');
    expect(stage.homeText('anna')).toMatch(
      /26 mentions[\s\S]*14 mentions are past due[\s\S]*Nobody has them yet.*: 24[\s\S]*Yours: 1\*\n🔴 #2 /,
    );
    stage.expectNothingRefused();
  });

  it('say what they know: help, an unknown number, a word that is no verb', async () => {
    const stage = await openStage();
    const help = await stage.commandForm('anna', '/mentions', 'help');
    expect(stage.modalText(help)).toContain('/incident start');
    await help.close();
    expect(await answerTo(stage, 'anna', '/mentions', 'show #99')).toContain('There is no mention #99.');
    expect(await answerTo(stage, 'anna', '/mentions', 'gossip')).toContain(
      'Earshot does not know “gossip” here. There is `/mentions open`',
    );
    expect(await answerTo(stage, 'anna', '/reply', '42')).toContain('There is no mention #42.');
    expect(await answerTo(stage, 'anna', '/reply', 'hello there')).toContain('Begin with the mention’s number');
    const nothing = await stage.commandForm('anna', '/reply');
    expect(stage.modalText(nothing)).toContain('There is no open mention to choose from.');
    await nothing.close();

    const jon = await stage.complain('jon_reyes', 'my invoice is wrong');
    await stage.complain('tom_harding', 'no signal, unacceptable');
    const picker = await stage.commandForm('anna', '/reply');
    await picker.select('mention', `x:${jon.post.id}`);
    expect(await picker.submit()).toMatchObject({ outcome: 'updated' });
    const form = stage.person('anna').modal();
    expect(stage.modalText(form)).toContain('═ Reply to #1 ═');
    await form.fill('text', 'Hi Jon, which one?');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(jon.post);

    const filled = await stage.commandForm('anna', '/reply', '#2 Hi Tom, we <3 masts & fix this one.');
    expect(stage.modalText(filled)).toContain('{Hi Tom, we <3 masts & fix this one.}');
    expect(stage.world.ours()).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('the menu of a card', () => {
  const choose = (stage: OpenedStage, card: { ts: string }, option: string) =>
    stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option });
  const chosenForm = async (stage: OpenedStage, card: { ts: string }, option: string) => {
    await choose(stage, card, option);
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length > 0, `a modal for ${option}`);
    return stage.person('anna').modal();
  };

  it('closes with a reason, reopens with a new clock, changes the kind with its deadline, tells the history', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'my invoice is wrong');
    expect(stage.rendered(card)).toContain('answer due 24 Nov 2026 10:00');

    const kind = await chosenForm(stage, card, 'Change kind');
    await kind.select('kind', 'question');
    expect(await kind.submit()).toEqual({ outcome: 'closed' });
    expect(await stage.untilReads(card, 'answer due 24 Nov 2026 13:00')).toContain('🔵 Question');

    const close = await chosenForm(stage, card, 'No answer needed');
    await close.select('quick_reason', 'Spam or advertising');
    expect(await close.submit()).toEqual({ outcome: 'closed' });
    const closed = await stage.untilReads(card, '☑️ No answer needed – @anna, 24 Nov 2026 09:00: Spam or advertising');
    expect(closed).toContain('[Reply] [… Reopen | Change kind | Open on X | History | More …]');
    await stage.pass(5 * 60 * MINUTE_MS, 50 * MINUTE_MS);
    expect(stage.messagesFor('draw-round')).toEqual([]);

    await choose(stage, card, 'Reopen');
    expect(await stage.untilReads(card, 'answer due 24 Nov 2026 15:0')).toContain('Nobody has it yet');
    const history = await chosenForm(stage, card, 'History');
    const told = stage.modalText(history);
    for (const deed of [
      'changed the kind: complaint → question',
      'said that no answer is needed: Spam',
      'reopened it',
    ]) {
      expect(told).toContain(`@anna ${deed}`);
    }
    stage.expectNothingRefused();
  });
});
