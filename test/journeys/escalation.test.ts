import { describe, expect, it } from 'vitest';
import { type OpenedStage, openStage, SECOND_MS } from './support.ts';

const QUESTION = 'Wann wird die Elbchaussee 12 endlich ans Glasfasernetz angeschlossen?';

/** What stands in the thread under a card, once there is so much of it. */
async function threadOnceThereAre(count: number, stage: OpenedStage, card: { ts: string }): Promise<string[]> {
  return stage.workspace.waitFor(() => stage.thread(card).length >= count && stage.thread(card), `${count} answers`);
}

/** The first question that the app has asked in this channel, or of this person. */
function questionIn(stage: OpenedStage, channel: string) {
  return stage.workspace.waitFor(() => stage.messagesFor('post-escalation', channel)[0], 'the question');
}

describe('an escalation', () => {
  it('by button reaches a person, whose answer comes back once, as a draft, and never into public', async () => {
    const stage = await openStage();
    const { workspace, people } = stage;
    const { post, card } = await stage.complain('praxis_keller', QUESTION);
    const form = await stage.openForm('anna', card, 'escalate');
    expect(stage.modalText(form)).toContain(QUESTION);
    expect(JSON.stringify(form.view().source)).toContain('"text":"@network-team"');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { reason: 'Please complete this required field.' },
    });
    await form.fill('reason', 'When is Elbchaussee 12 due?');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { person: 'Please choose one person or one group.' },
    });
    await form.select('person', people.dmitri);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '@anna asked @dmitri, 24 Nov 2026 09:00: When is Elbchaussee 12 due? – no answer yet');

    const dm = stage.person('dmitri').dm();
    const question = await questionIn(stage, dm);
    const asked = stage.rendered(question, dm);
    expect(asked).toContain('@anna asks for your help with a customer’s public post.\n> When is Elbchaussee 12 due?');
    expect(asked).toContain(QUESTION);
    expect(asked).toContain(`archives/${stage.support}/p${card.ts.replace('.', '')}`);
    expect(asked).toContain(`https://x.com/praxis_keller/status/${post.id}`);

    await stage.person('dmitri').say(dm, 'Im Februar.');
    await workspace.waitFor(
      () => stage.ephemerals('dmitri').some((text) => text.includes('write in its thread')),
      'a hint',
    );
    stage.slack.faults.add({ when: 'deliver:events_api', kind: 'duplicate' });
    await stage.person('dmitri').say(dm, 'Im Februar, der Bagger kommt am 9. & früher geht nicht.', question.ts);
    const [answer] = await threadOnceThereAre(1, stage, card);
    expect(answer).toBe(
      '🙋 @dmitri answered:\n> Im Februar, der Bagger kommt am 9. & früher geht nicht.\n[Use as reply draft]',
    );
    await stage.untilReads(card, '1 answer in the thread');

    const [note] = workspace.thread(stage.support, card.ts);
    if (note === undefined) throw new Error('the answer is gone');
    await stage.person('anna').say(stage.support, 'Dann schreibe ich ihr das so.', card.ts);
    const draft = await stage.openForm('anna', note, 'use_as_draft');
    expect(stage.modalText(draft)).toContain('{Im Februar, der Bagger kommt am 9. & früher geht nicht.}');
    expect(stage.modalText(draft)).toContain('a colleague’s answer. Please put it into words for the customer');
    await draft.fill('text', 'Im Februar, der Bagger kommt am 9.');
    expect(await draft.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @anna');
    expect(stage.world.ours().map(({ written }) => written)).toEqual([
      '@praxis_keller Im Februar, der Bagger kommt am 9.',
    ]);
    expect(stage.thread(card)).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it('by command reaches a group in its channel; where the app is no member it says what to type', async () => {
    const stage = await openStage();
    const { workspace, channels } = stage;
    const { card } = await stage.complain('praxis_keller', QUESTION);
    await workspace.removeBot(channels.network);

    const escalate = async () => {
      const form = await stage.commandForm('anna', '/escalate', '#1 @network-team When is <Elbchaussee 12> due & why?');
      expect(stage.modalText(form)).toContain('{When is <Elbchaussee 12> due & why?}');
      expect(await form.submit()).toEqual({ outcome: 'closed' });
    };
    await escalate();
    const [note] = await threadOnceThereAre(1, stage, card);
    expect(note).toBe(
      '⚠️ @network-team could not be told. Earshot is not in #network. Type `/invite @Earshot` there, then escalate again.',
    );
    await stage.untilReads(card, 'could not be told, see the thread');

    await workspace.invite(channels.network);
    await escalate();
    const question = await questionIn(stage, channels.network);
    expect(stage.rendered(question, channels.network)).toMatch(/^🙋 @network-team – @anna asks for your help/);
    expect(stage.rendered(question, channels.network)).toContain('> When is <Elbchaussee 12> due & why?');
    // As fast as nobody writes: Slack has the question, and Earshot does not know yet.
    await stage.person('carla').say(channels.network, 'We look into it.', question.ts);
    await stage.person('dmitri').say(channels.network, 'In February.', question.ts);
    await stage.untilSeen(() => stage.thread(card).length >= 3, 'two answers', { stepMs: SECOND_MS });
    const [, ...answers] = stage.thread(card);
    expect(answers).toEqual([
      '🙋 @carla answered:\n> We look into it.\n[Use as reply draft]',
      '🙋 @dmitri answered:\n> In February.\n[Use as reply draft]',
    ]);
    expect(await stage.untilReads(card, '2 answers in the thread')).toContain('Escalated · Nobody has it yet');
    expect(workspace.rejections.map(({ error }) => error)).toEqual(['not_in_channel']);
    expect(stage.troubles).toEqual([]);
    expect(stage.world.ours()).toEqual([]);
  });

  it('of a group without a channel is asked in the card’s own thread, and an answer there stays among us', async () => {
    const stage = await openStage();
    const { workspace, people } = stage;
    workspace.addUserGroup({ handle: 'billing', users: [people.carla] });
    const { post, card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong.');
    const form = await stage.commandForm('ben', '/escalate', '1 @billing What went wrong?');
    expect(stage.modalText(form)).toContain('{@billing}');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const [question] = await threadOnceThereAre(1, stage, card);
    expect(question).toMatch(/^🙋 @billing – @ben asks for your help .*\n> What went wrong\?/);

    const { ts } = await stage.person('carla').say(stage.support, 'Falsch gebucht <b>, 12 € zurück.', card.ts);
    await stage.person('ben').shortcut('reply_shortcut', stage.support, ts);
    await workspace.waitFor(() => workspace.modals(people.ben).length > 0, 'the reply form');
    const draft = stage.person('ben').modal();
    expect(stage.modalText(draft)).toContain('{Falsch gebucht <b>, 12 € zurück.}');
    await draft.fill('text', 'Hi Tom, we pay 12 € back.');
    expect(await draft.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    expect(stage.world.ours().map(({ written }) => written)).toEqual(['@tom_harding Hi Tom, we pay 12 € back.']);
    stage.expectNothingRefused();
  });

  it('shortcut: on a card it opens the form, elsewhere it says where to use it', async () => {
    const stage = await openStage();
    const { workspace, people } = stage;
    const { card } = await stage.complain('tom_harding', 'third invoice in a row that is wrong.');
    await stage.pass(SECOND_MS);
    await stage.person('ben').shortcut('reply_shortcut', stage.support, card.ts);
    await workspace.waitFor(() => workspace.modals(people.ben).length > 0, 'the reply form');
    expect(stage.modalText(stage.person('ben').modal())).toContain('Reply to #1');
    await stage.person('ben').modal().close();
    const { ts } = await stage.person('carla').say(stage.support, 'Lunch?');
    await stage.person('ben').shortcut('reply_shortcut', stage.support, ts);
    await workspace.waitFor(() => stage.ephemerals('ben').length > 0, 'an answer');
    expect(stage.ephemerals('ben')).toEqual([
      'This message belongs to no mention. Use the shortcut on a card, or on a message in its thread.',
    ]);
    stage.expectNothingRefused();
  });
});
