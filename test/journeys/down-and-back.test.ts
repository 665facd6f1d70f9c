import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const reminders = (stage: OpenedStage) =>
  stage.messagesFor('draw-round').map((message) => stage.rendered(message).replace(/ \(https:\S+\)/g, ''));

/** The cards' heads, in the order of the channel: who, number. */
const heads = (stage: OpenedStage) =>
  stage.cards().map((card) => {
    const [, name, number] = /^\*(.*?)\*[\s\S]*? · #(\d+) · /.exec(stage.rendered(card)) ?? [];
    return `#${number} ${name}`;
  });

describe('three hours down and back', () => {
  it('puts everything on cards, oldest first, counts what passed once, and doubles nothing', async () => {
    const stage = await openStage();
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet, niemand ruft zurück!');
    const tom = await stage.complain('tom_harding', 'third invoice in a row that is wrong. Worst service ever.');
    await stage.sendReply('ben', tom.card, 'Hi Tom, we are on it.');
    await stage.stopApp();

    await stage.clock.jump(30 * MINUTE_MS);
    const jon = stage.write('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.clock.jump(MINUTE_MS);
    stage.write('lena_altona', 'Hallo? Ist da jemand?', { inReplyTo: lena.post.id });
    await stage.clock.jump(MINUTE_MS);
    const keller = stage.write('praxis_keller', 'Wann kommt das Glasfaser in die Elbchaussee?');
    await stage.clock.jump(MINUTE_MS);
    const gregor = stage.write('gregor_w', 'Danke für die schnelle Hilfe, super Service!');
    await stage.clock.jump(3 * HOUR_MS - 33 * MINUTE_MS);

    await stage.startApp();
    await stage.workspace.waitFor(() => stage.cards().length === 5, 'a card for everybody');
    const jonsCard = await stage.cardFor(jon);
    await stage.workspace.waitFor(() => reminders(stage).length > 0, 'the reminder');
    expect(heads(stage)).toEqual(expect.arrayContaining(['#3 jon_reyes', '#4 praxis_keller', '#5 gregor_w']));
    expect(heads(stage).slice(0, 3)).toEqual(['#1 lena_altona', '#2 tom_harding', '#3 jon_reyes']);
    expect(stage.rendered(jonsCard)).toContain('late: answer was due 24 Nov 2026 10:3');
    expect([keller, gregor].map((post) => stage.cardOf(post)).every(Boolean)).toBe(true);
    expect(await stage.untilReads(lena.card, 'Hallo? Ist da jemand?')).toContain('late');

    // Pressed three hours ago: perhaps it no longer fits, so Ben is asked.
    expect(await stage.untilReads(tom.card, 'was not sent')).toContain('It waited too long to go out.');
    const [told] = await stage.workspace.waitFor(
      () => stage.dms('ben').length > 0 && stage.dms('ben'),
      'a word to Ben',
    );
    expect(told).toContain('Hi Tom, we are on it.');
    expect(stage.world.ours()).toEqual([]);

    await stage.pass(40 * MINUTE_MS);
    for (const one of reminders(stage)) expect(one).toMatch(/^‼️ \*\d mentions? ha.* twice as long .* @network-team/);
    const named = reminders(stage)
      .join('\n')
      .match(/#\d+ \*\w+\*/g);
    expect(named).toEqual(['#1 *lena_altona*', '#2 *tom_harding*', '#3 *jon_reyes*']);
    expect(stage.cards()).toHaveLength(5);
    expect(stage.messagesFor('post-again')).toHaveLength(1);
    expect(stage.dms('ben')).toHaveLength(1);

    const again = await stage.openForm('ben', tom.card);
    expect(stage.modalText(again)).toContain('{Hi Tom, we are on it.}');
    stage.expectNothingRefused();
  });

  it('between two cards, the others follow, each once', async () => {
    const stage = await openStage();
    const names = ['ada', 'bo', 'cem', 'dora', 'emil', 'fee'];
    const posts = names.map((name) => stage.write(name, 'Kein Netz, Frechheit!'));
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.cards().length >= 2, 'the first cards');
    await stage.stopApp();
    expect(stage.cards().length).toBeLessThan(posts.length);
    await stage.clock.jump(MINUTE_MS);
    await stage.startApp();
    await stage.workspace.waitFor(() => stage.cards().length === posts.length, 'the other cards');
    await stage.readNow();
    expect(heads(stage)).toEqual(names.map((name, index) => `#${index + 1} ${name}`));
    stage.expectNothingRefused();
  });
});
