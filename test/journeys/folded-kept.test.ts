import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backupStore, restoreStore } from '../../src/store/open.ts';
import { cardOf, carrying, crowd, FOLDING, untilTended } from './crowd.ts';
import { onDisk } from './on-disk.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

/** Everything that Slack shows now: channel, threads, direct messages. */
function slackText(stage: OpenedStage): string {
  const threads = stage.workspace.messages(stage.support).flatMap((card) => stage.thread(card));
  const dms = (['anna', 'ben', 'carla'] as const).flatMap((name) => stage.dms(name));
  return [...stage.lines(), ...stage.cards().map((card) => stage.rendered(card)), ...threads, ...dms].join('\n');
}

const ANSWER = 'In Kiel ist eine Leitung gestört. Die Technik tauscht sie gerade.';

async function forget(stage: OpenedStage, handle: string): Promise<void> {
  const before = stage.dms('carla').length;
  const form = await stage.commandForm('carla', '/mentions', `forget @${handle}`);
  await form.submit();
  await stage.untilSeen(() => stage.dms('carla').length > before, 'the end of it', { stepMs: 5 * SECOND_MS });
}

/** Moves a mention to the second page, as if the first had been full when it came. */
async function onPageOfItsOwn(stage: OpenedStage, id: string): Promise<void> {
  const [first, second] = ['page-000001.json', 'page-000002.json'].map((name) => join(stage.storeFolder(), name));
  const whole = page.parse(JSON.parse(await readFile(first ?? '', 'utf8')));
  const isMeant = ({ state }: { state: { id: string } }) => state.id === id;
  const part = (aggregates: typeof whole.aggregates) => JSON.stringify({ ...whole, aggregates });
  await writeFile(first ?? '', part(whole.aggregates.filter((one) => !isMeant(one))));
  await writeFile(second ?? '', part(whole.aggregates.filter(isMeant)));
}

const page = z.looseObject({ aggregates: z.array(z.looseObject({ state: z.looseObject({ id: z.string() }) })) });

describe('a folded mention is never lost', () => {
  it('when somebody of the group is forgotten, also whoever had the card', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 4);
    const card = cardOf(stage, posts[0]);
    await untilTended(stage);
    await stage.untilReads(card, 'and 3 more say the same');
    expect(stage.rendered(card)).toContain('kunde_4');

    await forget(stage, 'kunde_4');
    await untilTended(stage);
    await stage.untilReads(card, 'and 2 more say the same');
    for (const text of [slackText(stage), await onDisk(stage.dataFolder)]) expect(text).not.toContain('kunde_4');

    await forget(stage, 'kunde_1');
    await untilTended(stage);
    const next = await stage.untilSeen(() => stage.cardOf(posts[1] ?? posts[0]), 'the next one’s card');
    await stage.untilReads(next, 'and 1 more says the same');
    expect(stage.cards()).toHaveLength(1);
    for (const text of [slackText(stage), await onDisk(stage.dataFolder)]) expect(text).not.toContain('kunde_1');
    const open = await stage.commandForm('anna', '/mentions', 'open');
    expect(stage.modalText(open)).toMatch(/kunde_2[\s\S]*kunde_3/);
    stage.expectNothingRefused();
  });

  it('and is gone from lists and direct messages that named it without a card, once its customer is forgotten', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 3);
    await untilTended(stage);
    await stage.person('anna').press(stage.support, cardOf(stage, posts[0]).ts, 'fold_claim');
    await stage.untilSeen(() => stage.ephemerals('anna').length > 0, 'that she has them');
    const handover = await stage.commandForm('anna', '/mentions', 'handover @ben');
    expect(await handover.submit()).toEqual({ outcome: 'closed' });
    await stage.untilSeen(() => stage.dms('ben').some((dm) => dm.includes('kunde_3')), 'the word to Ben');
    await forget(stage, 'kunde_3');
    await untilTended(stage);
    expect(slackText(stage)).not.toContain('kunde_3');
    stage.expectNothingRefused();
  });

  it('when a backup of that time is put back: nobody has two cards, and everybody who waits is counted', async () => {
    const stage = await openStage({ ...FOLDING, x: { ownMs: 120 * SECOND_MS } });
    const posts = await crowd(stage, 5);
    const card = cardOf(stage, posts[0]);
    await untilTended(stage);
    await stage.untilReads(card, 'and 4 more say the same');
    const url = `file:${stage.storeFolder()}`;
    const say = () => {};
    const { place } = await backupStore(url, join(stage.storeFolder(), '..', 'backups'), { clock: stage.clock, say });

    await stage.sendReply('anna', card, ANSWER);
    await stage.untilPublic(posts[0]);
    await untilTended(stage);
    const second = await stage.untilSeen(() => stage.cardOf(posts[1] ?? posts[0]), 'the next one’s card');
    await stage.untilReads(second, 'and 3 more say the same');
    const list = await stage.openForm('ben', second, 'fold_list');
    await list.press({ action_id: 'fold_out', value: carrying(posts[4]) });
    await stage.untilSeen(() => stage.cardOf(posts[4] ?? posts[0]), 'a card of its own');
    await list.close();
    await stage.pass(20 * MINUTE_MS);

    await stage.stopApp();
    await restoreStore(url, place, { replace: true, clock: stage.clock, log: { warn: say }, say });
    await stage.startApp();
    await stage.untilReads(card, 'Answered');
    await stage.pass(3 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.answersTo(posts[0])).toHaveLength(1);
    await stage.untilReads(second, 'and 3 more say the same');
    expect(stage.cards()).toHaveLength(3);
    stage.expectNothingRefused();
  });

  it.each([
    ['whoever has the card', 0],
    ['one that shares it', 3],
  ])('when the file that holds %s is damaged', async (_, lost) => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 5);
    const card = cardOf(stage, posts[0]);
    await untilTended(stage);
    await stage.untilReads(card, 'and 4 more say the same');
    await stage.stopApp();
    await onPageOfItsOwn(stage, `x:${posts[lost]?.id}`);
    await writeFile(join(stage.storeFolder(), 'page-000002.json'), '{"vers');
    await stage.startApp();
    await stage.pass(MINUTE_MS, 5 * SECOND_MS);
    // What was lost comes from X again, as one that stands alone unless it had the card.
    const back = await stage.untilSeen(() => stage.cardOf(posts[lost] ?? posts[0]), 'the card of what was lost');
    const counted = () => stage.cards().flatMap((one) => /and (\d) more say/.exec(stage.rendered(one))?.[1] ?? []);
    await stage.untilSeen(() => stage.cards().length + Number(counted()[0]) === 5, 'that all five are seen');
    expect(counted()).toHaveLength(1);
    expect(stage.rendered(back)).toContain(`kunde_${lost + 1}`);
    if (lost === 0) expect(stage.cards().map(({ ts }) => ts)).toContain(card.ts);
    const open = await stage.commandForm('anna', '/mentions', 'open');
    for (const index of posts.keys()) expect(stage.modalText(open)).toContain(`kunde_${index + 1}*`);
    stage.expectNothingRefused({ troubles: [/page-000002/] });
  });

  it('when customers delete or edit what they wrote', async () => {
    const stage = await openStage({ ...FOLDING, x: { recheckMs: 5 * MINUTE_MS } });
    const posts = await crowd(stage, 5);
    const card = cardOf(stage, posts[0]);
    await untilTended(stage);
    await stage.untilReads(card, 'and 4 more say the same');
    await stage.pass(4 * MINUTE_MS, MINUTE_MS);
    stage.world.remove(posts[4]?.id ?? '');
    await stage.untilSeen(() => stage.rendered(card).includes('and 3 more say the same'), 'one less', {
      stepMs: 20_000,
    });
    expect(slackText(stage)).not.toContain('kunde_5');

    const other = stage.world.edit(posts[3]?.id ?? '', '@NordfunkHilft jetzt geht auch das Telefon nicht. Frechheit!');
    await stage.readNow();
    await stage.untilSeen(() => stage.cardOf(posts[3] ?? other), 'a card for what became something else');
    await untilTended(stage);
    await stage.untilReads(card, 'and 2 more say the same');

    // Whoever has the card says something else now: the others are no longer like it.
    stage.world.edit(posts[0].id, '@NordfunkHilft mein Router ist gestern abgebrannt. Unverschämt!');
    await stage.readNow();
    await stage.untilReads(card, 'mein Router ist gestern abgebrannt');
    await untilTended(stage);
    const next = await stage.untilSeen(() => stage.cardOf(posts[1] ?? other), 'the next one’s card');
    await stage.untilReads(next, 'and 1 more says the same');
    expect(stage.rendered(card)).not.toContain('the same');
    stage.expectNothingRefused();
  });

  it('when the team no longer wants mentions to fold', async () => {
    const stage = await openStage(FOLDING);
    const posts = await crowd(stage, 3);
    const card = cardOf(stage, posts[0]);
    await untilTended(stage);
    await stage.untilReads(card, 'and 2 more say the same');
    const menu = await stage.commandForm('carla', '/mentions', 'settings');
    await menu.press({ action_id: 'settings_topic', value: 'together' });
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the form');
    const form = stage.person('carla').modal();
    await form.select('fold', 'no');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const late = stage.write('kunde_4', 'Kein Internet in Kiel seit heute früh! Was ist los?');
    await stage.cardFor(late);
    await untilTended(stage);
    await stage.untilReads(card, 'and 2 more say the same');
    await stage.sendReply('anna', card, ANSWER);
    await stage.untilPublic(posts[0]);
    await untilTended(stage);
    const next = await stage.untilSeen(() => stage.cardOf(posts[1] ?? late), 'the next one’s card');
    await stage.untilReads(next, 'and 1 more says the same');
    stage.expectNothingRefused();
  });
});
