import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupStore, restoreStore } from '../../src/store/open.ts';
import { MINUTE_MS, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const TEXT = 'Hi Jon, your router left our stock today.';

/** `npm run backup`, while the app runs; returns how to put it back with the app stopped, and start again. */
async function backUp(stage: OpenedStage) {
  const url = `file:${stage.storeFolder()}`;
  const say = () => {};
  const { place } = await backupStore(url, join(stage.storeFolder(), '..', 'backups'), { clock: stage.clock, say });
  return async () => {
    await stage.stopApp();
    await restoreStore(url, place, { replace: true, clock: stage.clock, log: { warn: say }, say });
    await stage.startApp();
  };
}

const told = (stage: OpenedStage) => stage.lines().filter((line) => line.includes('from a backup of'));

describe('a backup that is put back later', () => {
  it('publishes nothing twice of what was sent meanwhile, and finds what came meanwhile again, with its card', async () => {
    const stage = await openStage({ x: { ownMs: 120 * SECOND_MS } });
    const jon = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', jon.card, TEXT);
    const putBack = await backUp(stage);
    await stage.untilPublic(jon.post);
    await stage.untilReads(jon.card, 'Answered by @anna');
    const tom = await stage.complain('tom_harding', 'no signal since Monday, this is a joke!');
    const lena = await stage.complain('lena_altona', 'Seit gestern kein Internet. Frechheit!');
    await stage.sendReply('ben', lena.card, 'Hallo Lena, wir sind dran.');
    await stage.untilPublic(lena.post);
    await stage.pass(20 * MINUTE_MS);

    await putBack();
    await stage.untilReads(jon.card, /Answered by @anna/);
    await stage.untilReads(lena.card, 'Answered');
    await stage.pass(3 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.answersTo(jon.post)).toHaveLength(1);
    expect(stage.answersTo(lena.post)).toHaveLength(1);
    expect(stage.world.ours()).toHaveLength(2);
    expect(stage.cards()).toHaveLength(3);
    expect(stage.cards().map(({ ts }) => ts)).toEqual([jon.card, tom.card, lena.card].map(({ ts }) => ts));
    // The number that was given out after the backup is nobody's any more.
    expect(stage.rendered(tom.card)).not.toContain('#2 ');
    await stage.person('ben').press(stage.support, tom.card.ts, 'claim');
    await stage.untilReads(tom.card, 'Claimed by @ben');
    expect(told(stage)).toHaveLength(1);
    expect(told(stage)[0]).toContain('1 text was on the way then');

    await stage.stopApp();
    await stage.startApp();
    await stage.pass(MINUTE_MS, 20 * SECOND_MS);
    expect(told(stage)).toHaveLength(1);
    expect(stage.world.ours()).toHaveLength(2);
    stage.expectNothingRefused();
  });

  it('asks before it sends what was on its way then and is not on the network', async () => {
    const stage = await openStage();
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.sendReply('anna', card, TEXT);
    const putBack = await backUp(stage);
    await stage.person('anna').press(stage.support, card.ts, 'undo');
    await stage.untilReads(card, /^(?!.*\[Undo\])/s);
    await putBack();
    await stage.pass(3 * MINUTE_MS, 20 * SECOND_MS);
    await stage.untilReads(card, '[Send again]');
    expect(stage.answersTo(post)).toEqual([]);
    stage.expectNothingRefused();
  });

  it('gives what waited for a second person back to its writer, who is asked to look first', async () => {
    const stage = await openStage({
      desk: (people) => ({ approval: { apologies: true }, publishers: [people.anna, people.ben] }),
    });
    const { post, card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const form = await stage.openForm('anna', card, 'apologise');
    await form.fill('wrong', 'your router was not sent');
    await form.fill('doing', 'we send it today');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilReads(card, 'Take back');
    const putBack = await backUp(stage);
    await stage.person('ben').press(stage.support, card.ts, 'approve');
    await stage.untilPublic(post);
    await putBack();
    await stage.untilReads(card, 'went back to its writer');
    const [dm] = await stage.workspace.waitFor(
      () => stage.dms('anna').length > 0 && stage.dms('anna'),
      'a word to Anna',
    );
    expect(dm).toMatch(/came back to you.*restored from an older backup.*look on the network/s);
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    expect(stage.answersTo(post)).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
