import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

/** The channel's reminders as their readers see them; addresses cut down to what is behind `archives`. */
const reminders = (stage: OpenedStage) =>
  stage.messagesFor('draw-round').map((message) => stage.rendered(message).replace(/https:\S+archives\//g, ''));

/** Where a link to this card leads. */
const linkTo = (stage: OpenedStage, card: { ts: string }) => `${stage.support}/p${card.ts.replace('.', '')}`;

describe('a complaint that passes its due time', () => {
  it('is brought up once with all that is due, again at twice the time, and struck off when answered', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const lena = stage.write('lena_altona', 'Seit gestern kein Internet, niemand ruft zurück!', { name: 'Lena' });
    await stage.clock.jump(20 * SECOND_MS);
    const jon = stage.write('jon_reyes', 'still waiting for my router. Not acceptable.', { name: 'Jon' });
    const jonsCard = await stage.cardFor(jon);
    const lenasCard = await stage.cardFor(lena);
    await stage.person('ben').press(stage.support, jonsCard.ts, 'claim');
    await stage.untilReads(jonsCard, 'Claimed by @ben');

    await stage.pass(42 * MINUTE_MS, 14 * MINUTE_MS);
    expect(stage.dms('ben')).toEqual([]);
    await stage.pass(3 * MINUTE_MS, MINUTE_MS);
    const [warning, ...others] = await stage.workspace.waitFor(
      () => stage.dms('ben').length > 0 && stage.dms('ben'),
      'the warning for Ben',
    );
    expect(warning).toContain('Claimed by you and due soon: #2');
    expect(warning).toContain('from Jon, 24 Nov 2026 10:00.');
    expect(warning).toContain(linkTo(stage, jonsCard));
    expect(warning).toContain('still waiting for my router');
    expect(others).toEqual([]);
    expect([...stage.dms('anna'), ...stage.dms('carla')]).toEqual([]);
    expect(reminders(stage)).toEqual([]);

    await stage.pass(16 * MINUTE_MS, 4 * MINUTE_MS);
    expect(await stage.untilReads(lenasCard, 'late: answer was due 24 Nov 2026 10:00')).toContain('[*Reply*]');
    expect(await stage.untilReads(jonsCard, 'late: answer was due')).toContain('Claimed by @ben');
    await stage.workspace.waitFor(() => reminders(stage).length > 0, 'the reminder');
    expect(reminders(stage)).toEqual([
      [
        '⏰ *2 mentions are past due*',
        `🔴 #1 (${linkTo(stage, lenasCard)}) *Lena*: Seit gestern kein Internet, niemand ruft zurück! – due 24 Nov 2026 10:00`,
        `🔴 #2 (${linkTo(stage, jonsCard)}) *Jon*: still waiting for my router. Not acceptable. – due 24 Nov 2026 10:00 · @ben`,
      ].join('\n'),
    ]);

    await stage.sendReply('anna', lenasCard, 'Hallo Lena, ein Techniker ist um 11 Uhr da.');
    await stage.untilPublic(lena);
    await stage.untilReads(lenasCard, 'Answered by @anna');
    const [first] = stage.messagesFor('draw-round');
    if (first === undefined) throw new Error('the reminder is gone');
    expect(await stage.untilReads(first, /✓ ~#1 .*~/)).not.toMatch(/✓ ~#2/);

    await stage.pass(62 * MINUTE_MS, 12 * MINUTE_MS);
    const second = await stage.workspace.waitFor(() => stage.messagesFor('draw-round')[1], 'the second reminder');
    expect(stage.rendered(second)).toContain('‼️ *1 mention has waited twice as long as it should* @network-team');
    expect(stage.rendered(second)).toContain('#2');
    expect(stage.rendered(second)).not.toContain('#1');

    await stage.sendReply('ben', jonsCard, 'Hi Jon, it left our stock today.');
    await stage.untilPublic(jon);
    for (const reminder of [first, second]) {
      expect(await stage.untilReads(reminder, 'All of these are settled')).toMatch(/✓ ~#2 .*~/);
    }
    await stage.pass(90 * MINUTE_MS, 30 * MINUTE_MS);
    expect(reminders(stage)).toHaveLength(2);
    expect(stage.dms('ben')).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('waits for the next reminder, a quarter of an hour after the last', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const first = await stage.complain('lena_altona', 'Kein Netz, schon wieder!');
    await stage.pass(5 * MINUTE_MS);
    const later = await stage.complain('jon_reyes', 'no signal, this is unacceptable');
    await stage.pass(56 * MINUTE_MS, 8 * MINUTE_MS);
    await stage.workspace.waitFor(() => reminders(stage).length > 0, 'the first reminder');
    await stage.pass(10 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilReads(later.card, 'late: answer was due');
    // As long as Slack's pace could hold a second one back.
    expect(await stage.soon(() => reminders(stage).length > 1, 1_500)).toBe(false);
    await stage.pass(6 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.workspace.waitFor(() => reminders(stage).length === 2, 'the second reminder');
    expect(reminders(stage)[1]).toContain(linkTo(stage, later.card));
    expect(reminders(stage)[1]).not.toContain(linkTo(stage, first.card));
    stage.expectNothingRefused();
  });

  it('is not brought up, and nobody is warned, when the answer came in time', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const { post, card } = await stage.complain('lena_altona', 'Kein Netz, schon wieder!');
    await stage.sendReply('anna', card, 'Hallo Lena, in Ihrer Straße wird gebaut.');
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(130 * MINUTE_MS, 26 * MINUTE_MS);
    expect(reminders(stage)).toEqual([]);
    expect(stage.dms('anna')).toEqual([]);
    expect(stage.rendered(card)).not.toContain('late');
    stage.expectNothingRefused();
  });
});
