import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type OpenedStage, openStage } from './support.ts';

const withoutLinks = (text: string) => text.replaceAll(/ \(https:\S+?\)/g, ' ↗');
const reminders = (stage: OpenedStage) => stage.messagesFor('draw-round').length;
const offers = (stage: OpenedStage) =>
  stage.messagesFor('post-offers').map((message) => withoutLinks(stage.rendered(message)));

async function snoozeForm(stage: OpenedStage, card: { ts: string }, post: { id: string }) {
  const menu = await stage.openForm('anna', card, { action_id: 'more', option: `more|x:${post.id}` });
  await menu.press('snooze');
  return stage.workspace.waitFor(() => {
    const top = stage.person('anna').modal();
    return top.view().source.callback_id === 'snooze_form' && top;
  }, 'the form');
}

describe('a mention that is snoozed', () => {
  it('is in no reminder until its time, shows it on the card, and then its owner is told', async () => {
    const stage = await openStage({ pollMs: 5 * MINUTE_MS });
    const { post, card } = await stage.complain(
      'tom_harding',
      'third invoice in a row that is wrong. Worst service ever.',
    );
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    const form = await snoozeForm(stage, card, post);
    expect(withoutLinks(stage.modalText(form))).toMatchInlineSnapshot(`
      "═ Snooze #1 ═
      *tom_harding* @tom_harding · #1 ↗ · 🔴 Complaint · 24 Nov 2026 09:00
      @NordfunkHilft third invoice in a row that is wrong. Worst service ever.
      Until when?: {radio_buttons}
      Day and time: {datetimepicker}
        Only for the last choice.
      No reminders until then. The deadline stays, and the card says when it is late. It ends at once when the customer writes again.
      [Cancel] [*Snooze*]"
    `);
    await form.select('until', 'later');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    expect(stage.workspace.modals(stage.people.anna)).toEqual([]);
    await stage.untilReads(card, '💤 snoozed until 24 Nov 2026 11:10');

    await stage.pass(110 * MINUTE_MS, 5 * MINUTE_MS);
    await stage.untilReads(card, 'late: answer was due');
    expect(reminders(stage)).toBe(0);
    expect(stage.dms('anna')).toEqual([]);
    await stage.pass(12 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.workspace.waitFor(() => stage.dms('anna').length > 0, 'a message to Anna');
    expect(stage.dms('anna').map(withoutLinks)).toMatchInlineSnapshot(`
      [
        "⏰ The snooze of 🔴 #1 ↗ from tom_harding is over
      @NordfunkHilft third invoice in a row that is wrong. Worst service ever.
      ⏰ *late: answer was due 24 Nov 2026 10:00*
      [*Reply*] [Show]",
      ]
    `);
    expect(stage.rendered(card)).not.toContain('💤');
    await stage.workspace.waitFor(() => reminders(stage) === 1, 'the reminder');
    stage.expectNothingRefused();
  });

  it('until an exact time and without an owner is offered to the channel then', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain(
      'tom_harding',
      'third invoice in a row that is wrong. Worst service ever.',
    );
    const form = await snoozeForm(stage, card, post);
    await form.select('until', 'exact');
    expect((await form.submit()).outcome).toBe('errors');
    await form.select('exact_time', String(Date.parse('2026-11-24T08:00:00+01:00') / 1_000));
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { exact_time: 'That time is over already. Please choose a later one.' },
    });
    await form.select('exact_time', String(Date.parse('2026-11-24T09:20:00+01:00') / 1_000));
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '💤 snoozed until 24 Nov 2026 09:20');
    await stage.pass(22 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilSeen(() => offers(stage).length === 1, 'the line');
    expect(offers(stage)).toEqual([
      '✋ *1 mention looks for somebody new*\n🔴 #1 ↗ *tom_harding*: third invoice in a row that is wrong. Worst service ever.\nits snooze is over · answer due 24 Nov 2026 10:00\n[Take over]',
    ]);
    stage.expectNothingRefused();
  });

  it('ends when the customer writes again, and by a press', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain(
      'tom_harding',
      'third invoice in a row that is wrong. Worst service ever.',
    );
    const first = await snoozeForm(stage, card, post);
    await first.select('until', 'soon');
    await first.submit();
    await stage.untilReads(card, '💤');
    stage.write('tom_harding', 'Hello?!', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, 'Hello?!');
    expect(stage.rendered(card)).not.toContain('💤');

    const second = await snoozeForm(stage, card, post);
    await second.select('until', 'soon');
    await second.submit();
    await stage.untilReads(card, '💤');
    const menu = await stage.openForm('ben', card, { action_id: 'more', option: `more|x:${post.id}` });
    await menu.press('wake_up');
    await stage.untilSeen(() => !stage.rendered(card).includes('💤'), 'the card awake');
    expect(stage.modalText(stage.person('ben').modal())).toContain('#1 is awake again');
    stage.expectNothingRefused();
  });
});
