import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const THREAT = 'Seit Wochen kein Netz. Morgen geht das an meinen Anwalt!';

/** Opens a topic of the settings on top of their menu. */
async function openTopic(stage: OpenedStage, topic: string) {
  const menu = await stage.commandForm('carla', '/mentions', 'settings');
  await menu.press({ action_id: 'settings_topic', value: topic });
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, `a form for ${topic}`);
  return stage.person('carla').modal();
}

/** What is on top of a person's screen, once it says so. */
async function untilOnTop(stage: OpenedStage, name: Name, words: string) {
  await stage.workspace.waitFor(() => {
    const top = stage.workspace.modals(stage.people[name]).at(-1);
    return top !== undefined && stage.modalText(stage.person(name).modal()).includes(words);
  }, `a modal for ${name} that says ${words}`);
  return stage.person(name).modal();
}

describe('a post that sounds like danger, at night', () => {
  it('is locked: a colleague is led to ask, and whoever is named answers', async () => {
    const stage = await openStage({
      start: new Date('2026-11-24T03:00:00+01:00'),
      pollMs: MINUTE_MS,
      desk: (people, groups) => ({ lock: { group: groups.network }, onCall: { mon: [people.ben] } }),
    });
    const { post, card } = await stage.complain('lena_altona', 'Starker Gasgeruch seit euren Arbeiten!');
    const shown = stage.rendered(card);
    expect(shown).toContain('🔒 *Only @network-team may answer this* (danger). Everybody else: Escalate.');
    expect(shown).toContain('[*Escalate*] [Reply]');
    await stage.untilSeen(() => stage.dms('ben').length > 0, 'the call for who is on call');

    const asked = await stage.openForm('anna', card, 'escalate');
    expect(JSON.stringify(asked.view().source)).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"@network-team"`,
    );
    await asked.close();

    const form = await stage.openForm('anna', card, 'reply');
    expect(stage.modalText(form)).toContain('#1 is locked (danger): only @network-team may answer it.');
    expect(JSON.stringify(form.view().source)).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"@network-team"`,
    );
    await form.fill('reason', 'Gas! Who can say what to do?');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, '@anna asked @network-team');

    await stage.person('anna').command('/reply', '#1 Bitte sofort das Haus verlassen!', stage.support);
    await untilOnTop(stage, 'anna', '#1 is locked (danger)');
    expect(stage.world.ours()).toEqual([]);

    await stage
      .person('dmitri')
      .command('/reply', '#1 Bitte sofort das Haus verlassen und 112 rufen!', stage.channels.network);
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.dmitri).length > 0, 'the reply form');
    const reply = stage.person('dmitri').modal();
    expect(await reply.submit()).toEqual({ outcome: 'closed' });
    const answer = await stage.untilPublic(post);
    expect(answer.written).toContain('112 rufen');
    await stage.untilReads(card, 'Answered by @dmitri');
    stage.expectNothingRefused();
  });
});

describe('a lock', () => {
  it('is lifted by a lead with a reason, comes back with a press, and with a later post of that sort', async () => {
    const stage = await openStage({ desk: (_, groups) => ({ lock: { group: groups.network } }) });
    const { post, card } = await stage.complain('jon_reyes', THREAT);
    expect(stage.rendered(card)).toContain('⚠️ *urgent:* law (“anwalt”)');
    const ask = await stage.openForm('anna', card, 'escalate');
    expect(JSON.stringify(ask.view().source), 'whom to ask is chosen').toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"@network-team"`,
    );
    await ask.close();
    const open = { action_id: 'more', option: `more|x:${post.id}` };
    await stage.person('carla').press(stage.support, card.ts, open);
    const more = await untilOnTop(stage, 'carla', 'Lift the lock');
    await more.press('lift_lock');
    const lift = await untilOnTop(stage, 'carla', 'Why');
    await lift.fill('reason', 'His brother is called Anwalt.');
    expect(await lift.submit()).toMatchObject({ outcome: 'closed' });
    await stage.untilReads(card, '🔓 Lock lifted by @carla');
    expect(stage.rendered(card)).toContain('His brother is called Anwalt.');
    await stage.person('carla').press(stage.support, card.ts, open);
    const again = await untilOnTop(stage, 'carla', 'Lock again');
    await again.press('lock_again');
    await untilOnTop(stage, 'carla', '#1 is locked again');
    await stage.untilReads(card, '🔒 *Only @network-team may answer this* (law)');
    await stage.person('carla').press(stage.support, card.ts, open);
    await (await untilOnTop(stage, 'carla', 'Lift the lock')).press('lift_lock');
    const second = await untilOnTop(stage, 'carla', 'Why');
    await second.fill('reason', 'His brother is called Anwalt.');
    expect(await second.submit()).toMatchObject({ outcome: 'closed' });
    await stage.untilReads(card, '🔓 Lock lifted by @carla');
    await stage.sendReply('anna', card, 'Ihre Leitung ist wieder frei, der Techniker war um 9 Uhr da.');
    await stage.untilPublic(post);

    stage.write('jon_reyes', 'Zu spät, mein Anwalt ist informiert.', { inReplyTo: post.id });
    await stage.readNow();
    await stage.untilReads(card, '🔒 *Only @network-team may answer this* (law)');
    await stage.person('ben').press(stage.support, card.ts, 'reply');
    await untilOnTop(stage, 'ben', '#1 is locked (law)');
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('urgency', () => {
  it('comes with reach, also while a post waits: the card says why and when the answer is due now', async () => {
    const stage = await openStage({ x: { recheckMs: 5 * MINUTE_MS } });
    stage.world.addPerson({ username: 'big_voice', name: 'Big Voice', followers: 12_400 });
    const { card } = await stage.complain('big_voice', 'What are your opening hours on Saturday?');
    expect(stage.rendered(card)).toContain('🔺 *raised:* 12,400 followers');
    expect(stage.rendered(card)).toContain('answer due 24 Nov 2026 10:00');

    const small = await stage.complain('lena_altona', 'What are your opening hours on Sunday?');
    expect(stage.rendered(small.card)).toContain('answer due 24 Nov 2026 13:00');
    stage.world.spread(small.post.id, { likes: 130 });
    await stage.pass(6 * MINUTE_MS, MINUTE_MS);
    await stage.untilReads(small.card, '🔺 *raised:* 130 likes');
    expect(stage.rendered(small.card)).toContain('answer due 24 Nov 2026 10:00');
    const drawn = stage.workspace.requests.filter(({ method }) => method === 'chat.update').length;
    stage.world.spread(small.post.id, { likes: 20 });
    await stage.pass(11 * MINUTE_MS, MINUTE_MS);
    expect(stage.workspace.requests.filter(({ method }) => method === 'chat.update')).toHaveLength(drawn);
    stage.expectNothingRefused();
  });

  it('comes with asking again, wherever: the third post without an answer stands first in the list', async () => {
    const stage = await openStage();
    await stage.complain('gregor_w', 'Wann kommt der Techniker?');
    await stage.complain('lena_altona', 'Wann kommt der Techniker?');
    await stage.complain('lena_altona', 'Hallo? Wann denn nun?');
    const { card } = await stage.complain('lena_altona', 'Noch einmal: wann?');
    expect(stage.rendered(card)).toContain('🔺 *raised:* third post without an answer');
    const list = await stage.commandForm('anna', '/mentions', 'open');
    expect(stage.modalText(list)).toMatch(/🔺 🔵 .*#4[\s\S]*#1 [\s\S]*#2 /);
    stage.expectNothingRefused();
  });
});

describe('a rule of the team', () => {
  it('written in Slack sends the next fitting post where, to whom and as what it says', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const list = await openTopic(stage, 'rules');
    expect(stage.modalText(list)).toContain('There are no rules.');
    await list.press({ action_id: 'edit_rule', value: 'new' });
    const form = await untilOnTop(stage, 'carla', 'For which posts');
    await form.select('rules.set.kind', 'complaint');
    expect(await form.submit()).toEqual({
      outcome: 'errors',
      errors: { 'rules.words': 'Please fill in for which posts the rule is: words, accounts or languages.' },
    });
    await form.fill('rules.words', '*kündig*, auszug');
    await form.select('rules.set.urgency', 'urgent');
    await form.select('rules.set.channel', stage.channels.praise);
    await form.select('rules.set.person', stage.people.ben);
    expect((await form.submit()).outcome).toBe('updated');
    await untilOnTop(stage, 'carla', '“∗kündig∗”, “auszug” → Complaint · urgent · #praise · @ben');

    stage.write('gregor_w', 'Danke für alles, ich kündige dann mal. Super Service!');
    await stage.readNow();
    const { praise } = stage.channels;
    const card = await stage.workspace.waitFor(() => stage.messagesFor('draw-card', praise)[0], 'its card');
    const shown = await stage.untilReads(card, 'Claimed by @ben', praise);
    expect(shown).toContain('🔴 Complaint');
    expect(shown).toContain('⚠️ *urgent:* by a rule of the team');
    await stage.workspace.waitFor(() => stage.dms('ben').length > 0, 'a word to Ben');
    expect(stage.dms('ben')[0]).toContain('By a rule of the team this is yours');
    stage.expectNothingRefused();
  });
});

describe('the settings of what is urgent', () => {
  it('are made in Slack, hold at once, and name what can’t be kept', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', THREAT);
    expect(stage.rendered(card)).not.toContain('🔒');
    const form = await openTopic(stage, 'urgency');
    expect(stage.modalText(form)).toContain('Nobody is named: nothing is locked.');
    await form.fill('urgency.followers', 'many');
    await form.fill('vip', '@jane doe!');
    expect(await form.submit()).toMatchObject({
      outcome: 'errors',
      errors: { 'urgency.followers': 'Please write a whole number, 1–1000000000.', vip: /“doe!” is no account/ },
    });
    await form.fill('urgency.followers', '10000');
    await form.fill('vip', '@Jane_Doe');
    await form.select('lock.group', stage.groups.network);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await untilOnTop(stage, 'carla', 'Danger, press and law: @network-team');
    await stage.untilReads(card, '🔒 *Only @network-team may answer this* (law)');
    stage.expectNothingRefused();
  });
});

describe('the lists', () => {
  it('raise whom the team names, and keep from the channel whom it mutes, until somebody wants to see', async () => {
    const stage = await openStage({
      desk: { vip: ['@Mayor_Kiel'], mute: { handles: ['spam_bot'], words: ['*gewinnspiel*'] } },
    });
    const vip = await stage.complain('mayor_kiel', 'Wann ist das Amt wieder erreichbar?');
    expect(stage.rendered(vip.card)).toContain('🔺 *raised:* on the VIP list');

    const spam = stage.write('spam_bot', 'Kauft jetzt unsere Coins!');
    stage.write('gregor_w', 'Riesen-Gewinnspielaktion, mitmachen!');
    await stage.readNow();
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    expect(stage.cards()).toHaveLength(1);
    const { card: danger } = await stage.complain('spam_bot', 'Es brennt bei mir im Flur!');
    expect(stage.rendered(danger)).toContain('⚠️ *danger');

    await stage.commandForm('anna', '/mentions', 'find coins');
    const found = await untilOnTop(stage, 'anna', '🔇 muted: @spam_bot');
    await found.close();
    const muted = await stage.commandForm('anna', '/mentions', 'muted');
    expect(stage.modalText(muted)).toContain('2 mentions have no card');
    expect(stage.modalText(muted)).toMatch(/muted by “∗gewinnspiel∗”[\s\S]*muted: @spam_bot/);
    await muted.press({ action_id: 'show_muted', value: JSON.stringify(['mention', `x:${spam.id}`]) });
    await untilOnTop(stage, 'anna', '1 mention has no card');
    const card = await stage.workspace.waitFor(() => stage.cardOf(spam), 'its card after all');
    await stage.untilReads(card, 'Kauft jetzt');

    await stage.person('anna').openHome();
    await stage.workspace.waitFor(() => stage.homeText('anna').includes('Muted'), 'today’s numbers');
    stage.expectNothingRefused();
  });
});
