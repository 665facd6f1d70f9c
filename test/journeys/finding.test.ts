import { describe, expect, it } from 'vitest';
import type { Modal } from '../../practice/slack/modal.ts';
import { topicsFrom } from '../../src/desk/labels.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const numbersIn = (text: string) => [...text.matchAll(/^\S+ #(\d+)/gm)].map(([, number]) => Number(number));

/** Opens "More …" on a card and presses one of its buttons; the form that comes on top. */
async function openMore(stage: OpenedStage, name: Name, card: { ts: string }, action: string) {
  await stage.person(name).press(stage.support, card.ts, { action_id: 'more', option: 'More …' });
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people[name]).length === 1, 'the menu');
  await stage.person(name).modal().press(action);
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people[name]).length === 2, `the form ${action}`);
  return stage.person(name).modal();
}

/** The list on a person's screen, once everything was looked through. */
async function found(stage: OpenedStage, name: Name, query: string) {
  const list = await stage.commandForm(name, '/mentions', `find ${query}`);
  await stage.workspace.waitFor(() => !stage.modalText(list).includes('Looking …'), `what was found with ${query}`);
  return list;
}

/** Every mention is saved, though its card may still wait for its second. */
async function untilListed(stage: OpenedStage, words: string): Promise<void> {
  for (;;) {
    const list = await stage.commandForm('ben', '/mentions', 'open');
    const text = stage.modalText(list);
    await list.close();
    if (text.includes(words)) return;
    await stage.soon(() => false);
  }
}

describe('finding', () => {
  it('takes words, phrases, a customer, a topic or a number, page by page, and says what to try', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jürgen_k', 'Die Straße hat seit "gestern abend" kein Glasfaser!');
    for (let index = 2; index <= 24; index += 1)
      stage.write(`customer_${index}`, `my white router no ${index} is dead`);
    await stage.readNow();
    await untilListed(stage, 'Page 1 of 2');

    for (const query of ['strasse', 'glasfäser', '“gestern abend”', 'from:juergen', '#1', 'SEIT glas']) {
      const list = await found(stage, 'anna', query);
      expect([query, numbersIn(stage.modalText(list))]).toEqual([query, [1]]);
      await list.close();
    }
    const many = await found(stage, 'anna', '"white router" dead');
    expect(stage.modalText(many)).toContain('23 mentions with “"white router" dead”, newest first');
    expect(numbersIn(stage.modalText(many))).toHaveLength(20);
    await many.press('page_found');
    await stage.workspace.waitFor(() => stage.modalText(many).includes('Page 2 of 2'), 'the second page');
    expect(numbersIn(stage.modalText(many))).toHaveLength(3);
    await many.press('page_found');
    await stage.workspace.waitFor(() => stage.modalText(many).includes('Page 1 of 2'), 'the first page again');
    await many.close();

    const none = await found(stage, 'anna', 'white elephant <!channel>');
    expect(stage.modalText(none)).toContain('Nothing was found with “white elephant <!channel>”.');
    expect(stage.modalText(none)).toContain('fewer words');
    await none.close();
    await stage.person('anna').command('/mentions', 'find', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('anna').length === 1, 'how to use it');
    expect(stage.ephemerals('anna')[0]).toContain('Say what to find, as in `/mentions find late refund`');
    expect(stage.rendered(card)).toContain('#1');
    stage.expectNothingRefused();
  });
});

describe('topics and tickets', () => {
  it('are set on the card, found, and counted in the report', async () => {
    const stage = await openStage({ desk: { topics: ['Billing', 'Outage'] } });
    const { card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong!');
    const form = await openMore(stage, 'anna', card, 'topics');
    await form.select('topics', ['Billing']);
    await form.fill('new_topics', 'double charge, OUTAGE');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '🏷️ Billing, double charge, Outage');
    expect(stage.workspace.modals(stage.people.anna)).toEqual([]);

    const again = await openMore(stage, 'ben', card, 'topics');
    await again.select('topics', ['Billing', 'double charge']);
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '🏷️ Billing, double charge');

    const ticket = await openMore(stage, 'anna', card, 'ticket');
    await ticket.fill('ticket', 'the one of yesterday');
    expect(await ticket.submit()).toMatchObject({ errors: { ticket: /a web address .* or one number or word/ } });
    await ticket.fill('ticket', 'https://jira.example/browse/CASE-4711?a=1&b=2');
    expect(await ticket.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '🎫 jira.example/browse/CASE-4711');
    expect(JSON.stringify(stage.workspace.message(stage.support, card.ts)?.blocks)).toContain(
      '<https://jira.example/browse/CASE-4711?a=1&amp;b=2|',
    );
    for (const query of ['topic:charge', 'case-4711 invoice']) {
      const list = await found(stage, 'ben', query);
      expect(numbersIn(stage.modalText(list))).toEqual([1]);
      expect(stage.modalText(list)).toContain('🏷️ Billing, double charge');
      await list.close();
    }

    const gone = await openMore(stage, 'anna', card, 'ticket');
    expect(stage.modalText(gone)).toContain('{https://jira.example/browse/CASE-4711?a=1&b=2}');
    await gone.fill('ticket', '');
    expect(await gone.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => !stage.rendered(card).includes('🎫'), 'no ticket any more');

    await stage.sendReply('anna', card, 'Hi Tom, we pay it back.');
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @anna'), 'the answer');
    await stage.person('anna').command('/mentions', 'report', stage.support);
    const report = await stage.untilSeen(() => stage.dms('anna').find((text) => text.includes('Report')), 'the report');
    expect(report).toMatch(/Topic +Mentions +Got an answer +Office median +SLA kept\nBilling +1 +100% +\d min +100%\n/);
    expect(report).toContain('double charge ');
    stage.expectNothingRefused();
  });

  it('of the team are named by a lead in the settings, as many as there may be', async () => {
    const stage = await openStage();
    const many = Array.from({ length: 100 }, (_, index) => `topic number ${index} with a rather long name`);
    const fill = async (words: readonly string[]) => {
      await stage.person('carla').command('/mentions', 'settings', stage.support);
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 1, 'the menu');
      await stage.person('carla').modal().press({ action_id: 'settings_topic', value: 'topics' });
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the form');
      const form = stage.person('carla').modal();
      if (words.length > 0) await form.fill('topics', words.join('\n'));
      return form;
    };
    const saveAndClose = async (form: Modal) => {
      const [menu] = stage.workspace.modals(stage.people.carla);
      expect(await form.submit()).toEqual({ outcome: 'closed' });
      const redrawn = () => stage.workspace.modals(stage.people.carla)[0]?.hash !== menu?.hash;
      await stage.workspace.waitFor(redrawn, 'the menu as it is now');
      await stage.person('carla').modal().close();
    };
    const tooLong = await fill(['x'.repeat(41)]);
    expect(await tooLong.submit()).toMatchObject({
      errors: { topics: 'Too long: at most 40 characters. Please shorten it.' },
    });
    await tooLong.fill('topics', many.slice(0, 60).join('\n'));
    await saveAndClose(tooLong);

    const second = await fill([]);
    expect(second.view().source.blocks.map(({ block_id }) => block_id)).toEqual(['topics', 'topics.more']);
    await second.fill('topics.more', many.slice(50).join('\n'));
    await saveAndClose(second);

    const { card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong!');
    const form = await openMore(stage, 'anna', card, 'topics');
    expect(topicsFrom(many.join(','))).toHaveLength(100);
    await form.select('topics', [many[99] ?? '']);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '🏷️ topic number 99');
    stage.expectNothingRefused();
  });
});

describe('the customer’s earlier mentions', () => {
  it('are shown on demand, the last five of all, with our answer and where they stand', async () => {
    const stage = await openStage();
    const first = await stage.complain('lena_altona', 'Nummer 1: kein Internet!');
    await stage.sendReply('ben', first.card, 'Hallo Lena, wir messen gerade.');
    await stage.untilPublic(first.post);
    const alone = await openMore(stage, 'anna', first.card, 'earlier');
    expect(stage.modalText(alone)).toContain('There is no other mention of @lena_altona.');
    await alone.close({ all: true });
    for (let index = 2; index <= 7; index += 1) await stage.complain('lena_altona', `Nummer ${index}: wieder nichts!`);
    await stage.complain('jon_reyes', 'my invoice is wrong');
    const seventh = stage.cards().find((card) => stage.rendered(card).includes('Nummer 7'));
    if (seventh === undefined) throw new Error('the card is gone');
    const six = await openMore(stage, 'anna', seventh, 'earlier');
    const text = stage.modalText(six);
    expect(text).toContain('6 other mentions of @lena_altona; the last five:');
    expect([...text.matchAll(/Nummer (\d)/g)].map(([, n]) => n)).toEqual(['6', '5', '4', '3', '2']);
    await six.close({ all: true });
    const second = stage.cards().find((card) => stage.rendered(card).includes('Nummer 2'));
    if (second === undefined) throw new Error('the card is gone');
    const list = await openMore(stage, 'anna', second, 'earlier');
    expect(stage.modalText(list)).not.toContain('Nummer 1');
    await list.close({ all: true });
    stage.expectNothingRefused();
  });
});

describe('several at once', () => {
  it('need no answer: each is closed by itself, and what a colleague answered meanwhile is named', async () => {
    const stage = await openStage();
    const spam = await stage.complain('spam_bot', 'buy cheap followers, what a scam!');
    const real = await stage.complain('tom_harding', 'no signal, unacceptable!');
    const more = await stage.complain('spam_bot_2', 'buy more cheap followers, what a scam!');
    await stage.clock.jump(MINUTE_MS);

    const list = await stage.commandForm('anna', '/mentions', 'open');
    await list.press('close_several');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length === 2, 'the form');
    const form = stage.person('anna').modal();
    expect(await form.submit()).toMatchObject({ outcome: 'errors' });
    await form.select(
      'mentions',
      [spam, real, more].map(({ post }) => `x:${post.id}`),
    );
    await form.select('quick_reason', 'spam');
    await stage.sendReply('ben', real.card, 'Hi Tom, we look into it.');
    await stage.untilPublic(real.post);
    await stage.untilReads(real.card, 'Answered by @ben');

    stage.slack.faults.add({ when: 'deliver:view_submission', kind: 'duplicate' });
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    const result = stage.modalText(stage.person('anna').modal());
    expect(result).toContain('2 mentions need no answer: #1');
    expect(result).toMatch(/Not closed: 1\*\n• #2 .* – answered meanwhile by @ben, /);
    await stage.untilReads(spam.card, 'No answer needed – @anna');
    await stage.untilReads(more.card, 'Spam or advertising');
    expect(stage.rendered(real.card)).toContain('Answered by @ben');
    await stage.person('anna').modal().close();
    await stage.workspace.waitFor(
      () => stage.modalText(stage.person('anna').modal()).includes('All quiet'),
      'the list',
    );
    await stage.person('anna').modal().close();

    const none = await stage.commandForm('anna', '/mentions', 'close');
    expect(stage.modalText(none)).toContain('No open mentions. All quiet.');
    stage.expectNothingRefused();
  });
});
