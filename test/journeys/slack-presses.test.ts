import { describe, expect, it } from 'vitest';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

const TEXT = 'Hallo Cleo, wir prüfen den Mast.';

/** What a person sees of what came of their presses: a form, or words for them alone. */
const answers = (stage: OpenedStage, name: Name) =>
  stage.workspace.modals(stage.people[name]).length + stage.ephemerals(name).length + stage.dms(name).length;

const LIMITED = [
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'views.open',
  'views.update',
  'views.publish',
  'conversations.members',
  'conversations.open',
  'conversations.history',
  'usergroups.users.list',
  'users.info',
  'response_url',
] as const;

describe('a Slack that limits', () => {
  it.each(LIMITED)('%s leaves no press without an answer, and all is right afterwards', async (when) => {
    const stage = await openStage({
      // Anna is let in because she is in the channel, Ben because he is named.
      desk: ({ ben, carla }) => ({ publishers: [ben, 'S0NOBODY'], leads: [carla] }),
    });
    const { post, card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const header = LIMITED.indexOf(when) % 2 === 0 ? { retryAfterSeconds: 30 } : { withoutHeader: true };
    stage.slack.faults.add({ when, kind: '429', ...header });

    expect(await stage.person('anna').press(stage.support, card.ts, 'claim')).toMatchObject({ acked: true });
    const isClaimed = () => stage.rendered(card).includes('Claimed by @anna');
    const isSlow = when === 'chat.update';
    if (!isSlow) await stage.untilSeen(() => isClaimed() || answers(stage, 'anna') > 0, 'an answer to Anna');
    expect(await stage.person('ben').press(stage.support, card.ts, 'reply')).toMatchObject({ acked: true });
    await stage.untilSeen(() => answers(stage, 'ben') > 0, 'an answer to Ben');
    expect(await stage.person('carla').command('/mentions', 'open', stage.support)).toMatchObject({ acked: true });
    await stage.untilSeen(() => answers(stage, 'carla') > 0, 'an answer to Carla');

    stage.slack.faults.clear();
    await stage.pass(2 * MINUTE_MS, 20 * SECOND_MS);
    if (!isClaimed()) await stage.person('anna').press(stage.support, card.ts, 'claim');
    await stage.untilSeen(isClaimed, 'the claim');
    if (stage.workspace.modals(stage.people.ben).length === 0) await stage.openForm('ben', card);
    const form = stage.person('ben').modal();
    await form.fill(stage.textBlock(form), TEXT);
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.untilPublic(post);
    await stage.untilSeen(() => stage.rendered(card).includes('Answered by @ben'), 'the answer on the card');
    expect(stage.answersTo(post)).toHaveLength(1);
    expect(stage.cards()).toHaveLength(1);
    expect(stage.lines().filter((line) => line.includes('could not show'))).toEqual([]);
  });
});

describe('a press whose form Slack does not open', () => {
  it('because it was too long ago offers the same once more, with what was typed', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    const old = { when: 'views.open', kind: 'refuse', error: 'expired_trigger_id', times: 1 } as const;
    const again = async (name: Name, presses: number) => {
      const told = await stage.workspace.waitFor(
        () => stage.workspace.ephemerals(stage.people[name])[presses - 1],
        'a word to the presser',
      );
      expect(stage.ephemerals(name).at(-1)).toMatchInlineSnapshot(`
        "Slack was too slow to open the form. Nothing was changed; please press again.
        [*Try once more*]"
      `);
      await stage.openForm(name, told, 'press_again');
      return stage.person(name).modal();
    };
    stage.slack.faults.add(old);
    await stage.person('anna').press(stage.support, card.ts, 'reply');
    const form = await again('anna', 1);
    expect(stage.modalText(form)).toContain('Kein Netz, Frechheit!');
    await form.close();

    stage.slack.faults.add(old);
    await stage.person('ben').command('/reply', `#1 ${TEXT}`, stage.support);
    const typed = await again('ben', 1);
    expect(stage.modalText(typed)).toContain(`{${TEXT}}`);
    await typed.close();

    stage.slack.faults.add(old);
    await stage.person('anna').press(stage.support, card.ts, { action_id: 'more', option: 'Change kind' });
    await again('anna', 2);
    stage.expectNothingRefused({ troubles: [/a press could not be handled/] });
  });

  it('and whose own address is used up or too old is told in the channel all the same', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('cleo', 'Kein Netz, Frechheit!');
    stage.slack.faults.add({ when: 'views.open', kind: '429', retryAfterSeconds: 60 });
    const held = stage.hold(stage.slack.faults, 'response_url', 'delay');
    await stage.person('anna').press(stage.support, card.ts, 'reply');
    await stage.untilSeen(held.isHit, 'the answer on its way');
    await stage.clock.jump(31 * MINUTE_MS);
    held.release();
    await stage.workspace.waitFor(() => stage.ephemerals('anna').length > 0, 'the answer by another way');
    expect(stage.ephemerals('anna')).toHaveLength(1);
    expect(stage.workspace.rejections.map(({ error }) => error)).toEqual(['expired_url']);
  });
});
