import { describe, expect, it } from 'vitest';
import { MINUTE_MS, openStage, SECOND_MS } from './support.ts';

/** Real milliseconds. */
const PATIENCE_MS = 10_000;
const WORDS = 'Kein Netz, Frechheit!';
const TEXT = 'Hallo Cleo, wir prüfen den Mast.';

/** Resolves when told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('a press that Slack delivers', () => {
  it('and whose socket drops in the middle comes again on the next one, and opens its form once', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', WORDS);
    const held = stage.hold(stage.slack.faults, 'views.open', 'delay');
    const pressed = stage.person('anna').press(stage.support, card.ts, 'reply');
    // Without moving the clock: after 2.5 seconds it would be acknowledged early.
    await expect.poll(held.isHit, { timeout: PATIENCE_MS }).toBe(true);
    const acks: boolean[] = [];
    stage.workspace.on((change) => {
      if (change.kind === 'delivered' && change.type === 'interactive') acks.push(change.acked);
    });
    stage.slack.sockets.cut();
    await stage.workspace.waitFor(() => stage.slack.sockets.count() === 1, 'a new connection');
    held.release();
    expect(await pressed).toMatchObject({ acked: false });
    await stage.workspace.waitFor(() => acks.includes(true), 'the acknowledgement of the second delivery');
    expect(stage.workspace.modals(stage.people.anna)).toHaveLength(1);
    expect(stage.ephemerals('anna')).toEqual([]);
    stage.expectNothingRefused({ troubles: [/no active connection|client is not ready|WebSocket error/] });
  });

  it('once more after a restart, when it was undone long since, does nothing', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', WORDS);
    const later = gate();
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'again', times: 1, until: () => later.opened });
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    await stage.person('anna').press(stage.support, card.ts, 'release');
    await stage.untilReads(card, 'Nobody has it yet');
    await stage.stopApp();
    await stage.startApp();
    later.open();
    await stage.pass(20 * SECOND_MS, 5 * SECOND_MS);
    expect(stage.rendered(card)).toContain('Nobody has it yet');
    const whole = await stage.commandForm('ben', '/mentions', 'show 1');
    expect(stage.modalText(whole).split('claimed it')).toHaveLength(2);
    expect(stage.ephemerals('anna')).toEqual([]);
    stage.expectNothingRefused();
  });

  it('as a form that was sent, once more after a restart, publishes nothing a second time', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', WORDS);
    const form = await stage.openForm('anna', card);
    await form.fill(stage.textBlock(form), TEXT);
    const later = gate();
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'again', times: 1, until: () => later.opened });
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    await stage.stopApp();
    await stage.startApp();
    later.open();
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('only after the one that followed it: the form is sent before what was pressed in it arrives', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('cleo', WORDS);
    const form = await stage.openForm('anna', card);
    await form.fill(stage.textBlock(form), TEXT);
    stage.slack.faults.add({ when: 'deliver:interactive', kind: 'hold', times: 1 });
    const late = form.press('holding');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await late;
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.answersTo(post).map(({ written }) => written)).toEqual([`@cleo ${TEXT}`]);
    stage.expectNothingRefused();
  });

  it('of an answer that was edited before it was told: only what was first written counts, once', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', WORDS);
    const form = await stage.openForm('anna', card, 'escalate');
    await form.fill('reason', 'Welcher Mast?');
    await form.select('person', stage.people.dmitri);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const dm = () => stage.workspace.dms(stage.people.dmitri)[0];
    const asked = await stage.untilSeen(dm, 'the question to Dmitri');
    const dmitri = stage.person('dmitri');
    stage.slack.faults.add({ when: 'deliver:events_api', kind: 'hold', times: 1 });
    const said = dmitri.say(dmitri.dm(), 'Altona West', asked.ts);
    const written = await stage.workspace.waitFor(
      () => stage.workspace.dms(stage.people.dmitri).find(({ text }) => text === 'Altona West'),
      'his answer',
    );
    dmitri.edit(dmitri.dm(), written.ts, 'Altona Ost');
    await said;
    await stage.untilSeen(() => stage.thread(card).some((line) => line.includes('Altona')), 'the answer on the card');
    await stage.pass(20 * SECOND_MS, 5 * SECOND_MS);
    expect(stage.thread(card).filter((line) => line.includes('Altona'))).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
