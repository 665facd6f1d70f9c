import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { escalate } from '../../commands/escalate.ts';
import { decided } from '../../src/desk/decision.ts';
import { escalate as escalateIt, escalationPosted } from '../../src/desk/escalate.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { pressValue } from '../../views/value.ts';
import { ANNA, aDesk, aMention, aPress, CARD, granted } from '../desk/examples.ts';
import { button, openPresses, wordsOf } from './press-bench.ts';

const GROUP = 'S0NETWORK';
const mention = aMention();
const value = pressValue({ ref: mentionRef(mention.id) });

async function openEscalations() {
  const settings = { escalation: { group: GROUP } };
  const bench = await openPresses(escalate, { settings, elements: [button('escalate', value)] });
  bench.workspace.addUserGroup({ id: GROUP, handle: 'network-team', users: [ANNA] });
  await bench.store.create('mention', mention.id, () => decided(mention));
  const changed = () => bench.store.read(mentionRef(mention.id));
  return { ...bench, changed };
}

describe('the escalation form', () => {
  test('calls the groups by their names', async () => {
    const { press, modal } = await openEscalations();
    await press('escalate');
    expect(wordsOf((await modal()).view().source)).toContain('"text":"@network-team"');
  });

  test('opens without names rather than not at all: by their ids, or as the command called them', async () => {
    const { press, modal, command, slack, clock, anna, workspace } = await openEscalations();
    slack.faults.add({ when: 'usergroups.list', kind: '500', times: 1 });
    await press('escalate');
    expect(wordsOf((await modal()).view().source)).toContain(`"text":"${GROUP}"`);
    await anna.modal().close();

    slack.faults.add({ when: 'usergroups.list', kind: 'delay', delayMs: 2_500 });
    const typed = command('/escalate', '#42 @network-team why?');
    await workspace.waitFor(() => workspace.requests.length > 0, 'Slack to be asked');
    await clock.jump(1_000);
    await typed;
    expect(wordsOf((await modal()).view().source)).toContain('"text":"@network-team"');
  });
});

describe('an answer in the thread of a question', () => {
  test.each([
    ['', 'escalated'],
    [', and the mention is answered meanwhile,', 'answered'],
  ] as const)('that comes before we know that the question is there%s waits for that', async (_name, status) => {
    const { store, workspace, anna, clock, changed } = await openEscalations();
    const asked = await store.change(mentionRef(mention.id), (state) => {
      const { state: escalated } = granted(
        escalateIt(state, aPress(), { type: 'group', id: GROUP }, 'why?', aDesk(), clock.now()),
      );
      return decided({ ...escalated, status });
    });
    expect(asked).toHaveProperty('state.escalations[0].message', null);
    const question = workspace.messages(CARD.channel)[0]?.ts ?? '';
    const said = anna.say(CARD.channel, 'Because.', question);
    await sleep(100);
    await clock.jump(5_000);
    expect((await changed())?.escalations[0]?.answers).toEqual([]);

    const message = { channel: CARD.channel, ts: question };
    await store.change(mentionRef(mention.id), (state) =>
      escalationPosted(state, { type: 'post-escalation', escalation: 'e1' }, message),
    );
    await clock.jump(2_000);
    await expect.poll(async () => (await changed())?.escalations[0]?.answers).toMatchObject([{ text: 'Because.' }]);
    expect(await said).toMatchObject({ acked: true });
  });
});
