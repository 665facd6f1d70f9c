import { describe, expect, it } from 'vitest';
import type { Message } from '../../practice/slack/index.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const COMPLAINT = 'third invoice in a row that is wrong. Nobody answers my mails. Worst service ever.';
const WAITS = 'waits for a second person';

/** Writes and sends; the card then shows that it waits. */
async function sendForApproval(stage: OpenedStage, name: Name, card: Pick<Message, 'ts'>, text: string) {
  const form = await stage.openForm(name, card);
  await form.fill(stage.textBlock(form), text);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  return stage.untilReads(card, WAITS);
}

const told = (stage: OpenedStage, name: Name, words: string) =>
  stage.workspace.waitFor(() => stage.ephemerals(name).some((text) => text.includes(words)), `"${words}" to ${name}`);

describe('a newcomer’s first reply', () => {
  it('waits for a colleague, goes to a lead after ten minutes, comes back with a reason, and goes out once', async () => {
    const stage = await openStage({ desk: { approval: { newcomerReplies: 1 } }, pollMs: 5 * MINUTE_MS });
    const { post, card } = await stage.complain('tom_harding', COMPLAINT);
    const bens = await stage.openForm('ben', card);
    const shown = await sendForApproval(stage, 'anna', card, 'Hi Tom, whatever.');
    expect(shown).toContain('✋ *Reply* by @anna – waits for a second person – one of their first replies');
    expect(shown).toContain('Hi Tom, whatever.\n[*Approve*] [Send back] [Send without approval] [Take back]');
    await stage.person('anna').press(stage.support, card.ts, 'approve');
    await told(stage, 'anna', 'Nobody approves their own text.');

    await stage.person('ben').openHome();
    await stage.workspace.waitFor(() => stage.homeText('ben').includes('Waiting for a second person: 1'), 'Ben’s tab');
    expect(stage.homeText('ben')).toContain('Hi Tom, whatever.');
    await bens.fill('text', 'Hi Tom, I am on it.');
    expect((await bens.submit()).outcome).toBe('updated');
    expect(stage.modalText(stage.person('ben').modal())).toContain('@anna answered in the meantime');
    await stage.person('ben').modal().close();

    await stage.pass(11 * MINUTE_MS, MINUTE_MS);
    await stage.workspace.waitFor(() => stage.dms('carla').some((text) => text.includes('Nobody has looked')), 'Carla');
    await stage.stopApp();
    await stage.startApp();
    await stage.pass(15 * MINUTE_MS, 5 * MINUTE_MS);
    expect(stage.dms('carla').filter((text) => text.includes('Nobody has looked'))).toHaveLength(1);
    expect(stage.dms('carla').join()).toContain('Hi Tom, whatever.');
    expect(stage.answersTo(post)).toEqual([]);

    const back = await stage.openForm('ben', card, 'give_back');
    await back.fill('reason', 'Name the date.');
    expect(await back.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => stage.dms('anna').some((text) => text.includes('Name the date.')), 'Anna');
    const again = await stage.openForm('anna', card);
    expect(stage.modalText(again)).toContain('Hi Tom, whatever.');
    await again.fill(stage.textBlock(again), 'Hi Tom, corrected by Friday.');
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, 'corrected by Friday');

    await stage.person('ben').press(stage.support, card.ts, 'approve');
    await stage.untilReads(card, '[Undo]');
    await stage.untilPublic(post);
    expect(await stage.untilReads(card, 'on X')).toContain('approved by @ben');
    expect(stage.answersTo(post).map(({ written }) => written)).toEqual(['@tom_harding Hi Tom, corrected by Friday.']);

    const second = await stage.complain('lena_altona', COMPLAINT);
    await stage.sendReply('anna', second.card, 'Hi Lena, on its way.');
    stage.expectNothingRefused();
  });
});

describe('a text that waits where only a user group leads', () => {
  it('goes to a member of that group', async () => {
    const desk = (_people: unknown, { network }: { network: string }) => ({
      leads: [network],
      approval: { newcomerReplies: 1 },
    });
    const stage = await openStage({ desk, pollMs: 5 * MINUTE_MS });
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    await sendForApproval(stage, 'anna', card, 'Hi Tom.');
    await stage.pass(11 * MINUTE_MS, MINUTE_MS);
    await stage.workspace.waitFor(
      () => stage.dms('dmitri').some((text) => text.includes('Nobody has looked')),
      'Dmitri, who is in the group',
    );
    stage.expectNothingRefused();
  });
});

describe('a guest who is named', () => {
  it('publishes with a colleague’s approval, until a lead trusts them', async () => {
    const stage = await openStage();
    stage.workspace.user(stage.people.ben).guest = 'multi';
    const { post, card } = await stage.complain('tom_harding', COMPLAINT);
    expect(await sendForApproval(stage, 'ben', card, 'Hi Tom, we are on it.')).toContain('a guest’s text');
    await stage.person('anna').press(stage.support, card.ts, 'approve');
    await stage.untilReads(card, '[Undo]');
    await stage.untilPublic(post);

    await stage.commandForm('carla', '/mentions', 'settings');
    await stage.person('carla').modal().press({ action_id: 'settings_topic', value: 'rights' });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'who may publish');
    const form = stage.person('carla').modal();
    await form.fill('trustedGuests', [stage.people.ben]);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const second = await stage.complain('lena_altona', COMPLAINT);
    await stage.sendReply('ben', second.card, 'Hi Lena, on its way.');
    stage.expectNothingRefused();
  });
});

describe('whoever is neither of the team nor named', () => {
  it('claims nothing, by button or by command, and is told why; once in the channel they may', async () => {
    const stage = await openStage();
    const { workspace, support, people } = stage;
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    await stage.person('dmitri').command('/mentions', 'mine', stage.channels.network);
    await told(stage, 'dmitri', 'Please join the channel');
    await workspace.invite(support, people.dmitri);
    await stage.pass(11_000);
    await stage.person('dmitri').press(support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @dmitri');
    stage.expectNothingRefused();
  });

  it('of another company in a shared channel reads, and no more', async () => {
    const stage = await openStage();
    const { workspace, support, people } = stage;
    workspace.user(people.dmitri).teamId = 'T0OTHER';
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    const before = stage.rendered(card);
    await workspace.invite(support, people.dmitri);
    for (const action of ['claim', 'reply', 'escalate'] as const) {
      await stage.person('dmitri').press(support, card.ts, action);
    }
    await workspace.waitFor(() => stage.ephemerals('dmitri').length >= 3, 'three words to Dmitri');
    expect(stage.ephemerals('dmitri').filter((text) => text.includes('may read here'))).toHaveLength(2);
    expect(stage.ephemerals('dmitri').filter((text) => text.includes('who may publish'))).toHaveLength(1);
    expect(workspace.modals(people.dmitri)).toEqual([]);
    expect(stage.rendered(card)).toBe(before);
    stage.expectNothingRefused();
  });

  it('has nobody of the team shut out while Slack does not say who is in the channel', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('tom_harding', COMPLAINT);
    const off = stage.slack.faults.add({ when: 'conversations.members', kind: '500' });
    await stage.person('dmitri').command('/mentions', 'mine', stage.channels.network);
    await told(stage, 'dmitri', 'Slack did not say who is in the team’s channel');
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    off();
    stage.expectNothingRefused();
  });
});
