import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const QUESTION = 'Wann wird die Elbchaussee 12 endlich ans Glasfasernetz angeschlossen?';

async function ask(stage: OpenedStage, name: Name, card: { ts: string }, to: Name): Promise<void> {
  const form = await stage.openForm(name, card, 'escalate');
  await form.fill('reason', 'When is it due?');
  await form.select('person', stage.people[to]);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
}

/** The questions that this person was asked by direct message. */
const asked = (stage: OpenedStage, name: Name) => stage.messagesFor('post-escalation', stage.person(name).dm());

async function firstQuestion(stage: OpenedStage, name: Name) {
  const dm = stage.person(name).dm();
  const message = await stage.untilSeen(() => asked(stage, name)[0], `a question to ${name}`);
  return { dm, message, reads: (words: string | RegExp) => stage.untilReads(message, words, dm) };
}

const chained = { desk: chainOf, pollMs: 10 * MINUTE_MS };

function chainOf({ carla, ben }: Record<Name, string>) {
  return {
    escalation: {
      chain: [
        { to: carla, minutes: 30 },
        { to: ben, minutes: 20 },
      ],
    },
  };
}

describe('an escalation that nobody takes', () => {
  it('goes to the next of the chain, is taken and answered there, and comes back as a draft; a restart repeats nothing', async () => {
    const stage = await openStage(chained);
    const { card } = await stage.complain('praxis_keller', QUESTION);
    await ask(stage, 'anna', card, 'dmitri');
    const first = await firstQuestion(stage, 'dmitri');
    await stage.pass(29 * MINUTE_MS);
    expect(asked(stage, 'carla')).toEqual([]);

    await stage.stopApp();
    await stage.startApp();
    await stage.pass(2 * MINUTE_MS, 30 * SECOND_MS);
    const second = await firstQuestion(stage, 'carla');
    const text = await second.reads('needs help with a customer');
    expect(text).toContain('Asked before: @dmitri 30 minutes ago');
    expect(text).toContain('> When is it due?');
    expect(text).toContain(QUESTION);
    await stage.untilReads(card, /asked @dmitri, .*: When is it due\? – then @carla, .* – no answer yet/);
    await stage.stopApp();
    await stage.startApp();

    stage.slack.faults.add({ when: 'deliver:block_actions', kind: 'duplicate' });
    await stage.person('carla').press(second.dm, second.message.ts, 'take_escalation');
    await second.reads('taken by @carla, 24 Nov 2026 09:');
    await first.reads('taken by @carla');
    await stage.untilReads(card, 'taken by @carla');
    await stage.person('dmitri').press(first.dm, first.message.ts, 'send_back');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.dmitri).length > 0, 'the form');
    const form = stage.person('dmitri').modal();
    await form.fill('reason', 'No idea');
    expect(await form.submit()).toMatchObject({ outcome: 'pushed' });
    expect(stage.modalText(stage.person('dmitri').modal())).toContain('@carla has taken this already');
    await stage.person('dmitri').modal().close({ all: true });

    await stage.person('carla').say(second.dm, 'Im Februar.', second.message.ts);
    const note = await stage.workspace.waitFor(() => stage.workspace.thread(stage.support, card.ts)[0], 'the answer');
    expect(stage.rendered(note)).toBe('🙋 @carla answered:\n> Im Februar.\n[Use as reply draft]');
    await second.reads('answered by @carla');
    expect(await first.reads('answered by @carla')).not.toContain('[Send back]');
    const draft = await stage.openForm('anna', note, 'use_as_draft');
    expect(stage.modalText(draft)).toContain('{Im Februar.}');
    await draft.close();

    await stage.pass(90 * MINUTE_MS, 10 * MINUTE_MS);
    expect([asked(stage, 'dmitri'), asked(stage, 'carla'), asked(stage, 'ben')].map((all) => all.length)).toEqual([
      1, 1, 0,
    ]);
    expect(stage.thread(card)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('is told to the team once when the chain is at its end; the second who takes it hears who has it', async () => {
    const stage = await openStage(chained);
    const { card } = await stage.complain('praxis_keller', QUESTION);
    await ask(stage, 'anna', card, 'dmitri');
    const first = await firstQuestion(stage, 'dmitri');
    await stage.pass(51 * MINUTE_MS, 5 * MINUTE_MS);
    const third = await firstQuestion(stage, 'ben');
    await third.reads(/Asked before: @dmitri 5\d minutes ago, @carla 2\d minutes ago/);
    await stage.pass(21 * MINUTE_MS, 5 * MINUTE_MS);
    const [note] = await stage.untilSeen(() => stage.thread(card).length > 0 && stage.thread(card), 'the end');
    expect(note).toMatch(/^⚠️ @anna – nobody has taken this question. Asked were @dmitri 1 hours? ago, @carla/);
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(60 * MINUTE_MS, 10 * MINUTE_MS);
    expect(stage.thread(card)).toHaveLength(1);

    // At the same moment, each on a message that still shows the button.
    await Promise.all([
      stage.person('dmitri').press(first.dm, first.message.ts, 'take_escalation'),
      stage.person('ben').press(third.dm, third.message.ts, 'take_escalation'),
    ]);
    const [, taker = ''] = /taken by @(\w+)/.exec(await first.reads('taken by')) ?? [];
    const other = taker === 'ben' ? 'dmitri' : 'ben';
    await stage.workspace.waitFor(() => stage.ephemerals(other).length > 0, `a word to ${other}`);
    expect(stage.ephemerals(other)[0]).toContain(`@${taker} has taken this already`);
    const late = await firstQuestion(stage, 'carla');
    await late.reads(`taken by @${taker}`);
    expect(stage.rendered(late.message, late.dm)).not.toContain('[I take it]');
    await stage.pass(41 * MINUTE_MS, 10 * MINUTE_MS);
    await stage.untilSeen(() => stage.thread(card).length === 2, 'a word about the one that lies');
    expect(stage.thread(card)[1]).toMatch(/^⚠️ @anna – @\w+ took this question .* ago, and there is no answer yet/);
    expect([asked(stage, 'dmitri'), asked(stage, 'carla'), asked(stage, 'ben')].map((all) => all.length)).toEqual([
      1, 1, 1,
    ]);
    stage.expectNothingRefused();
  });
});

describe('an app that dies while it asks the next one', () => {
  it('finds the question that Slack had taken, asks nobody twice, and knows its thread', async () => {
    const stage = await openStage(chained);
    const { card } = await stage.complain('praxis_keller', QUESTION);
    await ask(stage, 'anna', card, 'dmitri');
    await firstQuestion(stage, 'dmitri');
    await stage.pass(29 * MINUTE_MS);
    const held = stage.hold(stage.slack.faults, 'chat.postMessage', 'cut-after');
    await stage.untilSeen(held.isHit, 'the call to Slack', { stepMs: 30 * SECOND_MS });
    await stage.killApp(held);
    expect(asked(stage, 'carla')).toHaveLength(1);
    await stage.startApp();
    await stage.pass(3 * MINUTE_MS, 30 * SECOND_MS);
    const second = await firstQuestion(stage, 'carla');
    await stage.person('carla').press(second.dm, second.message.ts, 'take_escalation');
    await second.reads('taken by @carla');
    await stage.person('carla').say(second.dm, 'Im Februar.', second.message.ts);
    await stage.untilReads(card, '1 answer in the thread');
    await stage.untilSeen(() => stage.thread(card).length > 0, 'the answer beside the card');
    expect(asked(stage, 'carla')).toHaveLength(1);
    expect(stage.thread(card)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('"Send back"', () => {
  it('wants a reason, and gives the mention back to whoever has it', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('praxis_keller', QUESTION);
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @ben');
    await ask(stage, 'anna', card, 'dmitri');
    const { dm, message, reads } = await firstQuestion(stage, 'dmitri');
    await stage.untilReads(card, 'Escalated');
    const form = await stage.openForm('dmitri', message, 'send_back', dm);
    expect(stage.modalText(form)).toContain('> When is it due?');
    expect(await form.submit()).toMatchObject({ outcome: 'errors' });
    await form.fill('reason', '   ');
    expect(await form.submit()).toMatchObject({ errors: { reason: 'Please write something here.' } });
    await form.fill('reason', 'Not <ours>: ask @network-team');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const line = await stage.untilReads(card, 'sent back by @dmitri');
    expect(line).toContain(': Not <ours>: ask @network-team');
    expect(line).not.toContain('Escalated');
    await reads('sent back by @dmitri');
    await stage.workspace.waitFor(() => stage.dms('ben').length > 0, 'a word to Ben');
    expect(stage.dms('ben')[0]).toMatch(
      /^↩️ @dmitri sent the question about #1 .* back: it is yours again\.\n> Not <ours>/,
    );
    expect(stage.thread(card)).toEqual([]);

    await stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option: 'History' });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length > 0, 'the history');
    expect(stage.modalText(stage.person('anna').modal())).toContain('@dmitri sent the escalation back: Not <ours>');
    stage.expectNothingRefused();
  });
});

describe('a group without a channel', () => {
  it('takes and answers in the card’s own thread; what others say there is no answer', async () => {
    const stage = await openStage({ desk: { escalation: {} } });
    stage.workspace.addUserGroup({ handle: 'billing', users: [stage.people.carla] });
    const { card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong!');
    const form = await stage.commandForm('ben', '/escalate', '1 @billing What went wrong?');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const question = await stage.workspace.waitFor(() => stage.workspace.thread(stage.support, card.ts)[0], 'it');
    await stage.person('carla').say(stage.support, 'Just a second.', card.ts);
    await stage.person('carla').press(stage.support, question.ts, 'take_escalation');
    await stage.untilReads(card, 'taken by @carla');
    await stage.person('anna').say(stage.support, 'Thank you!', card.ts);
    await stage.person('carla').say(stage.support, 'Booked twice, 12 € back.', card.ts);
    await stage.untilReads(question, 'answered by @carla');
    await stage.untilReads(card, '1 answer in the thread');
    expect(stage.thread(card)).toHaveLength(4);
    stage.expectNothingRefused();
  });
});

describe('the chain', () => {
  it('is made by a lead in the settings, and the report says how long answers took', async () => {
    const stage = await openStage();
    const open = async () => {
      await stage.person('carla').command('/mentions', 'settings', stage.support);
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 1, 'the menu');
      await stage.person('carla').modal().press({ action_id: 'settings_topic', value: 'escalation' });
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the form');
      return stage.person('carla').modal();
    };
    const form = await open();
    expect(stage.modalText(form)).toContain('nobody else is asked');
    await form.fill('escalation.chain.minutes', '15');
    expect(await form.submit()).toMatchObject({
      errors: { 'escalation.chain.to': 'Please choose one person or one group.' },
    });
    await form.select('escalation.chain.to', stage.people.ben);
    await form.fill('escalation.chain.minutes', 'soon');
    expect(await form.submit()).toMatchObject({
      errors: { 'escalation.chain.minutes': 'Please write a whole number, 1–100000.' },
    });
    await form.fill('escalation.chain.minutes', '15');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(
      () => stage.modalText(stage.person('carla').modal()).includes('Chain: 1 step'),
      'the menu as it is now',
    );
    await stage.person('carla').modal().close({ all: true });
    expect(stage.modalText(await open())).toContain('1. after 15 minutes: @ben');
    await stage.person('carla').modal().close({ all: true });

    const { card } = await stage.complain('praxis_keller', QUESTION);
    await ask(stage, 'anna', card, 'dmitri');
    await stage.pass(16 * MINUTE_MS, 5 * MINUTE_MS);
    const { dm, message, reads } = await firstQuestion(stage, 'ben');
    await stage.person('ben').say(dm, 'In February.', message.ts);
    await reads('answered by @ben');
    await stage.person('anna').command('/mentions', 'report', stage.support);
    const report = await stage.untilSeen(() => stage.dms('anna').find((one) => one.includes('Report')), 'the report');
    expect(report).toMatch(
      /Escalations +1\n… answered +1\n… sent back +0\n… until answered, office time, median +1\d min/,
    );
    stage.expectNothingRefused();
  });
});
