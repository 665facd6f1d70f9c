import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../practice/slack/index.ts';
import { onDisk } from './on-disk.ts';
import { HOUR_MS, MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const ANSWER = 'Hi Jon, a new one leaves today.';
/** What tells who it was, and what they wrote. */
const TRACES = ['jon_reyes', 'Jon Reyes', 'still waiting for my router', 'have you lost it', ANSWER];

/** Everything that Slack still shows, in every channel and direct message, with the files. */
function slackText(stage: OpenedStage): string {
  const places = Object.values(stage.channels).map((id) => stage.workspace.messages(id));
  const threads = stage.workspace
    .messages(stage.support)
    .flatMap(({ ts }) => stage.workspace.thread(stage.support, ts));
  const dms = Object.values(stage.people).flatMap((id) => stage.workspace.dms(id));
  const all = [...places.flat(), ...threads, ...dms];
  const files = all.flatMap(({ files: some }) => some.map(({ bytes }) => bytes?.toString('utf8') ?? ''));
  return [...all.map((one) => renderMessage(one, stage.slack.reader('Europe/Berlin'))), ...files].join('\n');
}

const openMore = (stage: OpenedStage, name: Name, card: { ts: string }, id: string) =>
  stage.openForm(name, card, { action_id: 'more', option: `more|x:${id}` });

/** Jon complains, is answered, writes again; it is escalated, exported, and a colleague writes into the thread. */
async function jonsStory(stage: OpenedStage) {
  const post = stage.write('jon_reyes', 'still waiting for my router. Not acceptable.', { name: 'Jon Reyes' });
  const card = await stage.cardFor(post);
  await stage.person('ben').press(stage.support, card.ts, 'claim');
  await stage.sendReply('anna', card, ANSWER);
  const answer = await stage.untilPublic(post);
  await stage.untilReads(card, 'Answered by @anna');
  stage.write('jon_reyes', 'have you lost it? Unbelievable.', { inReplyTo: post.id });
  await stage.readNow();
  await stage.workspace.waitFor(() => stage.thread(card).length > 0, 'the note in the thread');
  await stage.untilReads(card, '[Escalate]');
  const form = await stage.openForm('anna', card, 'escalate');
  await form.select('person', stage.people.dmitri);
  await form.fill('reason', 'Jon Reyes asks where his router is.');
  await form.submit();
  await stage.workspace.waitFor(() => stage.dms('dmitri').length > 0, 'the question to Dmitri');
  await stage.person('ben').say(stage.support, 'That is the third time for this one.', card.ts);
  await stage.person('anna').command('/mentions', 'export', stage.support);
  await stage.untilSeen(() => stage.workspace.dms(stage.people.anna).some(({ files }) => files.length > 0), 'a file');
  return { post, card, answer };
}

describe('forgetting a person', () => {
  it('deletes them from store and Slack, keeps what counts them, and lists what only people can delete', async () => {
    const stage = await openStage();
    const { post, card, answer } = await jonsStory(stage);
    const other = await stage.complain('mia_travels', 'my bill is wrong again, this is a scandal');
    for (const trace of TRACES) expect(await onDisk(stage.dataFolder)).toContain(trace);

    const more = await openMore(stage, 'carla', card, post.id);
    await more.press('forget');
    const form = stage.person('carla').modal();
    const shown = stage.modalText(form);
    expect(shown).toContain('Jon Reyes');
    expect(shown).toMatch(/Deleted: 1 mention \(.*#1/);
    expect(shown).toContain('1 public reply of ours to them stay public unless chosen below');
    expect(await form.submit()).toMatchObject({ outcome: 'updated' });
    const told = await stage.untilSeen(() => stage.dms('carla').at(-1), 'the end of it', { stepMs: 5_000 });
    expect(told).toContain('Forgotten: 1 mention.');
    expect(told).toContain('1 public reply of ours stays public.');
    expect(told).toMatch(/please have it deleted by hand:\s*• .*message 1/s);

    const kept = await onDisk(stage.dataFolder);
    for (const trace of TRACES) expect(kept).not.toContain(trace);
    for (const trace of TRACES) expect(slackText(stage)).not.toContain(trace);
    expect(slackText(stage)).toContain('That is the third time for this one.');
    expect(slackText(stage)).toContain('my bill is wrong again');
    expect(stage.cards().map(({ ts }) => ts)).toEqual([other.card.ts]);
    expect(stage.world.find(answer.id)?.written).toContain(ANSWER);

    const show = await stage.commandForm('anna', '/mentions', 'show #1');
    expect(stage.modalText(show)).toContain('@carla had the customer and all words deleted (form “Forget a person”)');
    await show.close();
    await stage.person('anna').command('/mentions', 'report', stage.support);
    const report = await stage.untilSeen(() => stage.dms('anna').find((one) => one.includes('# Report')), 'the report');
    expect(report).toContain('2 mentions');
    const settings = await stage.commandForm('carla', '/mentions', 'settings');
    await settings.press({ action_id: 'settings_topic', value: 'history' });
    expect(stage.modalText(stage.person('carla').modal())).toContain('@carla had a person forgotten: #1');
    stage.expectNothingRefused();
  });

  it('does not let the same posts come back, and takes a new one as from anybody', async () => {
    const stage = await openStage();
    const { post, card } = await jonsStory(stage);
    const more = await openMore(stage, 'carla', card, post.id);
    await more.press('forget');
    await stage.person('carla').modal().submit();
    await stage.untilSeen(() => stage.dms('carla').length > 0, 'the end of it', { stepMs: 5_000 });
    // The cursor is lost with a damaged file: everything of the last day is read again.
    await stage.stopApp();
    await rm(join(stage.dataFolder, 'meta.json'));
    await stage.startApp();
    await stage.readNow();
    expect(stage.cards()).toEqual([]);
    expect(await onDisk(stage.dataFolder)).not.toContain('jon_reyes');
    const again = stage.write('jon_reyes', 'it arrived. And it is broken! Unacceptable.', { inReplyTo: post.id });
    const next = await stage.cardFor(again);
    expect(stage.rendered(next)).toContain('#2');
    stage.expectNothingRefused({ troubles: [/meta\.json is missing/] });
  });

  it('takes the name out of VIP and mute list and rules, and of what their history says; it asks with these words', async () => {
    const stage = await openStage({
      desk: { vip: ['mia_travels'], rules: [{ authors: ['jon_reyes'], set: { urgency: 'raised' } }] },
    });
    const settings = async (topic: string) => {
      const menu = await stage.commandForm('carla', '/mentions', 'settings');
      await menu.press({ action_id: 'settings_topic', value: topic });
      await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, topic);
      return stage.person('carla').modal();
    };
    const lists = await settings('urgency');
    await lists.fill('vip', '@mia_travels, @Jon_Reyes');
    expect(await lists.submit()).toEqual({ outcome: 'closed' });
    await stage.person('carla').modal().close();
    await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    expect(await onDisk(stage.dataFolder)).toContain('"vip":["mia_travels","jon_reyes"]');

    const form = await stage.commandForm('carla', '/mentions', 'forget @jon_reyes');
    expect(stage.modalText(form)).toContain('from the settings and their history: the VIP list, a rule.');
    expect(stage.modalText(form)).toContain('One rule goes whole: it was about nobody else.');
    await form.submit();
    await stage.untilSeen(() => stage.dms('carla').length > 0, 'the end of it', { stepMs: 5_000 });
    const kept = await onDisk(stage.dataFolder);
    expect(kept).toContain('"vip":["mia_travels"]');
    expect(kept).not.toContain('jon_reyes');
    const next = await stage.complain('jon_reyes', 'and now the phone is dead as well. Unbelievable!');
    expect(stage.rendered(next.card)).not.toMatch(/VIP|raised/);
    stage.expectNothingRefused();
  });

  it('takes our public replies back where that is wanted, and is up to leads alone', async () => {
    const stage = await openStage();
    const { answer } = await jonsStory(stage);
    await stage.person('anna').command('/mentions', 'forget @jon_reyes', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('anna').join().includes('Only leads may do this.'), 'a no');
    const form = await stage.commandForm('carla', '/mentions', 'forget @jon_reyes');
    await form.select('replies', ['delete']);
    await form.submit();
    await stage.untilSeen(() => stage.dms('carla').length > 0, 'the end of it', { stepMs: 5_000 });
    await stage.untilSeen(() => stage.world.find(answer.id) === undefined, 'our reply gone');
    await stage.pass(2 * MINUTE_MS, 30_000);
    expect(stage.cards()).toEqual([]);
    stage.expectNothingRefused();
  });

  it('takes nothing from a form that was open meanwhile', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await form.fill(stage.textBlock(form), 'Dear Jon Reyes, it is on its way.');
    const more = await openMore(stage, 'carla', card, post.id);
    await more.press('forget');
    await stage.person('carla').modal().submit();
    await stage.untilSeen(() => stage.dms('carla').length > 0, 'the end of it', { stepMs: 5_000 });
    expect(await form.submit()).toMatchObject({ outcome: 'pushed' });
    expect(stage.modalText(stage.person('anna').modal())).toContain('words of this mention were deleted, by @carla');
    await stage.pass(2 * MINUTE_MS, 30_000);
    expect(stage.world.ours()).toEqual([]);
    expect(stage.cards()).toEqual([]);
    expect(await onDisk(stage.dataFolder)).not.toContain('Jon Reyes');
    stage.expectNothingRefused();
  });

  it('goes on after the app is killed in the middle of it, and Slack’s trouble only delays it', async () => {
    const stage = await openStage();
    const { post, card } = await jonsStory(stage);
    stage.slack.faults.add({ when: 'chat.delete', kind: '500', times: 2 });
    const held = stage.hold(stage.slack.faults, 'conversations.replies', 'cut-after');
    const more = await openMore(stage, 'carla', card, post.id);
    await more.press('forget');
    await stage.person('carla').modal().submit();
    await stage.untilSeen(held.isHit, 'the thread to be read');
    await stage.killApp(held);
    await stage.startApp();
    await stage.untilSeen(() => stage.dms('carla').length > 0, 'the end of it', { stepMs: 5_000 });
    for (const trace of TRACES) expect(await onDisk(stage.dataFolder)).not.toContain(trace);
    for (const trace of TRACES) expect(slackText(stage)).not.toContain(trace);
    await stage.pass(10 * MINUTE_MS, MINUTE_MS);
    expect(stage.dms('carla').filter((dm) => dm.includes('Forgotten'))).toHaveLength(1);
    stage.expectNothingRefused();
  });
});

describe('a legal hold', () => {
  it('keeps a mention, says so in the refusal and on its card, and ends with a reason', async () => {
    const stage = await openStage();
    const { post, card } = await jonsStory(stage);
    const more = await openMore(stage, 'carla', card, post.id);
    await more.press('hold');
    const form = stage.person('carla').modal();
    await form.fill('reason', 'Claim 4711 is before a court.');
    await form.submit();
    await stage.untilReads(card, 'Legal hold by @carla');
    expect(stage.rendered(card)).toContain('Claim 4711 is before a court.');
    await stage.person('carla').command('/mentions', 'forget @jon_reyes', stage.support);
    await stage.workspace.waitFor(() => stage.ephemerals('carla').length > 0, 'the refusal');
    expect(stage.ephemerals('carla')[0]).toContain('#1 stays. Legal hold by @carla');
    expect(stage.ephemerals('carla')[0]).toContain('Claim 4711 is before a court.');

    const again = await openMore(stage, 'carla', card, post.id);
    await again.press('hold');
    const lift = stage.person('carla').modal();
    await lift.fill('reason', 'Settled.');
    await lift.submit();
    await stage.untilSeen(() => !stage.rendered(card).includes('Legal hold'), 'the card without it');
    const history = await stage.openForm('carla', card, { action_id: 'more', option: `history|x:${post.id}` });
    expect(stage.modalText(history)).toMatch(
      /@carla put it on legal hold: Claim 4711[\s\S]*ended the legal hold: Settled/,
    );
    stage.expectNothingRefused();
  });
});

describe('the end of the retention time', () => {
  it('takes people and words of what is settled, and leaves what is open or held', async () => {
    const stage = await openStage({ desk: { retentionDays: 1, sla: { complaint: null } }, pollMs: 10 * MINUTE_MS });
    const settled = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const held = await stage.complain('lena_altona', 'seit Montag kein Netz, Frechheit');
    const open = await stage.complain('mia_travels', 'my bill is wrong again, this is a scandal');
    const more = await openMore(stage, 'carla', held.card, held.post.id);
    await more.press('hold');
    await stage.person('carla').modal().fill('reason', 'A court asks.');
    await stage.person('carla').modal().submit();
    for (const { card, post } of [settled, held]) {
      const form = await stage.openForm('ben', card, { action_id: 'more', option: `close|x:${post.id}` });
      await form.submit();
      await stage.untilReads(card, 'No answer needed');
    }
    await stage.pass(25 * HOUR_MS, 6 * HOUR_MS);
    await stage.untilSeen(() => stage.cards().length === 2, 'the card gone', { stepMs: HOUR_MS });
    const kept = await onDisk(stage.dataFolder);
    expect(kept).not.toContain('jon_reyes');
    expect(kept).toContain('lena_altona');
    expect(kept).toContain('mia_travels');
    expect(stage.cards().map(({ ts }) => ts)).toEqual([held.card.ts, open.card.ts]);
    stage.expectNothingRefused();
  });
});
