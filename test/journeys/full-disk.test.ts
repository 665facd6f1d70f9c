import { describe, expect, it, vi } from 'vitest';
import type { WatchedDisk } from '../store/lowdb/watched-disk.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const held = vi.hoisted(() => ({ disk: new Set<WatchedDisk>() }));

/** The store's own port to the disk: the real one, which can be filled up. */
vi.mock('../../src/store/lowdb/file-system.ts', async (original) => {
  const { createWatchedDisk } = await import('../store/lowdb/watched-disk.ts');
  const disk = createWatchedDisk();
  held.disk.add(disk);
  return { ...(await original<object>()), DISK: disk };
});

/** Nothing can be written any more; returns the way to make space again. */
function fillDisk(): () => void {
  const ends = [...held.disk].map((disk) => disk.fail('write', /./, 'ENOSPC'));
  return () => {
    for (const end of ends) end();
  };
}

const CANT_SAVE = 'can’t save at the moment';
const TEXT = 'Hi Jon, your router left our stock today.';
const KNOWN = [/no space left|ENOSPC/];

const outageLines = (stage: OpenedStage) =>
  stage.lines().filter((line) => /can’t save since|could not save from/.test(line));

const hears = (stage: OpenedStage, name: 'anna' | 'ben' | 'dmitri', words: string) =>
  stage.workspace.waitFor(
    () => stage.ephemerals(name).some((text) => text.includes(words)),
    `${name} hears "${words}"`,
  );

describe('a disk that fills up while the team works', () => {
  it('loses nothing and doubles nothing: presses are told, forms stay open, posts and answers come when there is space', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const asking = await stage.openForm('anna', card, 'escalate');
    await asking.fill('reason', 'Where is it?');
    await asking.select('person', stage.people.dmitri);
    expect(await asking.submit()).toEqual({ outcome: 'closed' });
    const dm = stage.person('dmitri').dm();
    const question = await stage.workspace.waitFor(() => stage.messagesFor('post-escalation', dm)[0], 'the question');
    const reply = await stage.openForm('ben', card);
    const incident = await stage.commandForm('anna', '/incident', 'start Depot');
    await stage.pass(3 * SECOND_MS, SECOND_MS);

    const makeSpace = fillDisk();
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await hears(stage, 'anna', CANT_SAVE);
    await reply.fill('text', TEXT);
    const refused = await reply.submit();
    expect(refused).toMatchObject({ outcome: 'errors' });
    expect(JSON.stringify(refused)).toContain(CANT_SAVE);
    expect(stage.modalText(reply)).toContain(`{${TEXT}}`);
    await incident.fill('text', 'Our depot is closed today.');
    expect(JSON.stringify(await incident.submit())).toContain(CANT_SAVE);
    await stage.person('ben').command('/mentions', 'dms off', stage.support);
    await hears(stage, 'ben', CANT_SAVE);
    await stage.person('dmitri').say(dm, 'It left on Monday.', question.ts);
    await hears(stage, 'dmitri', 'taken in as soon as it can');
    const late = stage.write('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    await stage.pass(3 * MINUTE_MS, 10 * SECOND_MS);
    expect(stage.cardOf(late)).toBeUndefined();
    expect(stage.world.ours()).toEqual([]);
    expect(outageLines(stage)).toEqual([expect.stringMatching(/can’t save since .*its disk is full/)]);
    expect(stage.ephemerals('dmitri')).toHaveLength(1);

    makeSpace();
    expect(await reply.submit()).toEqual({ outcome: 'closed' });
    expect(await incident.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilReads(card, 'Answered by @ben');
    await stage.cardFor(late);
    await stage.untilSeen(() => stage.thread(card).some((text) => text.includes('It left on Monday.')), 'his answer');
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(stage.world.ours()).toHaveLength(2);
    expect(stage.messagesFor('draw-incident')).toHaveLength(1);
    expect(stage.cards()).toHaveLength(2);
    expect(stage.thread(card).filter((text) => text.includes('It left on Monday.'))).toHaveLength(1);
    expect(outageLines(stage)).toEqual([expect.stringMatching(/could not save from .* to .*It saves again/)]);
    stage.expectNothingRefused({ troubles: KNOWN });
  });

  it('keeps what is being typed, to the last letter', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card);
    await stage.soon(() => false);
    const makeSpace = fillDisk();
    await form.type('text', 'Hi Jon, your rou');
    await stage.pass(10 * SECOND_MS, SECOND_MS);
    await form.close();
    makeSpace();
    await stage.pass(10 * SECOND_MS, SECOND_MS);
    expect(stage.modalText(await stage.openForm('anna', card))).toContain('{Hi Jon, your rou}');
    stage.expectNothingRefused({ troubles: KNOWN });
  });

  it('while a reply is on its way to the public sends it once', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const call = stage.hold(stage.x.faults, 'POST /2/tweets');
    await stage.sendReply('anna', card, TEXT);
    await stage.untilSeen(call.isHit, 'the call to the network');
    const makeSpace = fillDisk();
    call.release();
    await stage.untilSeen(() => stage.answersTo(post).length > 0, 'the reply');
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    makeSpace();
    await stage.untilReads(card, 'Answered by @anna');
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused({ troubles: KNOWN });
  });

  it('is told once, however long it lasts, and not at all when it is over in a moment', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const blink = fillDisk();
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await hears(stage, 'anna', CANT_SAVE);
    blink();
    await stage.pass(MINUTE_MS, 5 * SECOND_MS);
    expect(outageLines(stage)).toEqual([]);

    const makeSpace = fillDisk();
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.pass(20 * MINUTE_MS, 20 * SECOND_MS);
    expect(outageLines(stage)).toHaveLength(1);
    makeSpace();
    await stage.pass(MINUTE_MS, 10 * SECOND_MS);
    await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @anna');
    expect(outageLines(stage)).toEqual([expect.stringContaining('It saves again')]);
    stage.expectNothingRefused({ troubles: KNOWN });
  });
});
