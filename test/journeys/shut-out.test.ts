import { describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../practice/slack/state.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const WORDS = 'Kein Netz, Frechheit!';

const told = (stage: OpenedStage, name: Name, words: string) => stage.dms(name).filter((dm) => dm.includes(words));
const errors = (stage: OpenedStage) => new Set(stage.workspace.rejections.map(({ error }) => error));

/** What came in meanwhile waits, and is there once it may. */
async function comesBack(stage: OpenedStage, mend: () => Promise<void> | void): Promise<void> {
  const posts = ['cleo', 'claas'].map((name) => stage.write(name, WORDS));
  await stage.readNow();
  await stage.pass(10 * MINUTE_MS, MINUTE_MS);
  expect(posts.map((post) => stage.cardOf(post))).toEqual([undefined, undefined]);
  await mend();
  await stage.untilSeen(() => posts.every((post) => stage.cardOf(post)), 'the cards that waited', {
    stepMs: 20 * SECOND_MS,
  });
}

describe('the team’s own channel', () => {
  it('from which the bot is removed: leads hear of it once, over a restart, and when it is back', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @ben');
    await stage.workspace.removeBot(stage.support);
    await comesBack(stage, async () => {
      expect(told(stage, 'carla', 'no longer in')).toMatchInlineSnapshot(`
        [
          "⛔ Earshot is no longer in #support, so its cards, reminders and answers wait. Please type \`/invite @Earshot\` there: it goes on within a minute, and nothing is lost.",
        ]
      `);
      await stage.stopApp();
      await stage.startApp();
      await stage.pass(3 * MINUTE_MS, MINUTE_MS);
      await stage.workspace.invite(stage.support);
    });
    await stage.untilSeen(() => told(stage, 'carla', 'is back in').length > 0, 'the word that it is over');
    await stage.pass(5 * MINUTE_MS, MINUTE_MS);
    expect(stage.dms('carla')).toHaveLength(2);
    expect([...stage.dms('anna'), ...stage.dms('ben')]).toEqual([]);
    expect(errors(stage)).toEqual(new Set(['not_in_channel']));
    expect(stage.troubles).toEqual([]);
  });

  it('that is archived: whoever runs the workspace hears of it while nobody leads the team; renaming it is nothing', async () => {
    const stage = await openStage({ desk: { leads: [], language: 'de' } });
    stage.workspace.user(stage.people.dmitri).isAdmin = true;
    stage.workspace.rename(stage.support, 'kundendienst');
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    expect(stage.rendered(card)).toContain('#1');
    stage.workspace.archive(stage.support);
    await comesBack(stage, () => stage.workspace.unarchive(stage.support));
    await stage.untilSeen(
      () => told(stage, 'dmitri', 'wieder in #kundendienst').length > 0,
      'the word that it is over',
    );
    expect(told(stage, 'dmitri', 'wurde archiviert')).toHaveLength(1);
    expect(stage.dms('carla')).toEqual([]);
    expect(errors(stage)).toEqual(new Set(['is_archived']));
  });

  it('in which the app may not write any more waits for the scope, parks nothing, and says so when it may', async () => {
    const stage = await openStage();
    stage.slack.setScopes(ALL_SCOPES.filter((scope) => scope !== 'chat:write'));
    await comesBack(stage, () => stage.slack.setScopes(ALL_SCOPES));
    await stage.untilSeen(() => told(stage, 'carla', 'is back in').length > 0, 'the word that it is over');
    expect(stage.lines().filter((line) => line.includes('could not show'))).toEqual([]);
    expect(errors(stage)).toEqual(new Set(['missing_scope']));
  });
});

it('a second channel from which the bot is removed is told of in the team’s own, and to the leads', async () => {
  const stage = await openStage({ desk: (_people) => ({}) });
  const { praise } = stage.channels;
  const menu = await stage.commandForm('carla', '/mentions', 'settings');
  await menu.press({ action_id: 'settings_topic', value: 'channels' });
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the form');
  const form = stage.person('carla').modal();
  await form.select('channels.praise', praise);
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await stage.workspace.removeBot(praise);
  stage.write('gregor_w', 'Danke, super Service!');
  await stage.readNow();
  await stage.untilSeen(() => told(stage, 'carla', 'no longer in #praise').length > 0, 'the word to Carla');
  await stage.untilSeen(() => stage.lines().some((line) => line.includes('Earshot is not in #praise')), 'the line');
  await stage.workspace.invite(praise);
  await stage.untilSeen(() => stage.messagesFor('draw-card', praise).length === 1, 'its card', {
    stepMs: 20 * SECOND_MS,
  });
  await stage.untilSeen(() => told(stage, 'carla', 'is back in #praise').length > 0, 'the word that it is over');
});
