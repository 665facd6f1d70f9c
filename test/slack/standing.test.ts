import { describe, expect, test } from 'vitest';
import { createPeople } from '../../src/slack/people.ts';
import { ANNA, BEN, CARD } from '../desk/examples.ts';
import { openSlack, textWith } from './slack-bench.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

async function openPeople() {
  const bench = await openSlack();
  const { workspace } = bench;
  workspace.addUser({ id: 'U0GUEST', name: 'guest', guest: 'multi' });
  workspace.addUser({ id: 'U0ONLY', name: 'only', guest: 'single' });
  workspace.addUser({ id: 'U0OTHER', name: 'other', teamId: 'T0OTHER' });
  workspace.addChannel({ id: 'C0SHARED', name: 'shared', members: [ANNA, 'U0OTHER'] });
  workspace.addChannel({ id: 'C0BIG', name: 'big', members: Array.from({ length: 1_500 }, (_, n) => `U0N${n}`) });
  return { ...bench, people: createPeople({ client: bench.clients.presses, clock: bench.clock }) };
}

const yes = { isMember: true, unknown: null };
const no = { isMember: false, unknown: null };

describe('who belongs to the company', () => {
  test('is told from guests and from people of a shared channel', async () => {
    const { people } = await openPeople();
    const standings = await Promise.all([ANNA, 'U0GUEST', 'U0ONLY', 'U0OTHER'].map((id) => people.standing(id)));
    expect(standings).toMatchObject([
      { value: 'member' },
      { value: 'guest' },
      { value: 'guest' },
      { value: 'stranger' },
    ]);
  });

  test('is remembered while Slack does not answer, and unknown where it never did', async () => {
    const { people, slack, clock } = await openPeople();
    await people.standing(ANNA);
    await clock.jump(6 * MINUTE_MS);
    slack.faults.add({ when: 'users.info', kind: '500' });
    expect(await people.standing(ANNA)).toMatchObject({ value: 'member' });
    expect(await people.standing(BEN)).toEqual({ why: textWith('HTTP 500') });
  });
});

describe('who is in a channel', () => {
  test('is asked once for many presses', async () => {
    const { people, calls } = await openPeople();
    await Promise.all(Array.from({ length: 8 }, () => people.isIn(ANNA, [CARD.channel])));
    expect(await people.isIn(BEN, [CARD.channel])).toEqual(yes);
    expect(calls('conversations.members')).toHaveLength(1);
  });

  test('is known page by page', async () => {
    const { people, calls } = await openPeople();
    expect(await people.isIn('U0N1499', ['C0BIG'])).toEqual(yes);
    expect(calls('conversations.members')).toHaveLength(2);
  });

  test('whoever joins is let in within seconds, though the list was read before', async () => {
    const { people, workspace, clock } = await openPeople();
    expect(await people.isIn('U0GUEST', [CARD.channel])).toEqual(no);
    await workspace.invite(CARD.channel, 'U0GUEST');
    await clock.jump(11 * SECOND_MS);
    expect(await people.isIn('U0GUEST', [CARD.channel])).toEqual(yes);
  });

  test('whoever leaves is out after five minutes', async () => {
    const { people, workspace, clock } = await openPeople();
    expect(await people.isIn(BEN, [CARD.channel])).toEqual(yes);
    await workspace.leave(CARD.channel, BEN);
    await clock.jump(6 * MINUTE_MS);
    expect(await people.isIn(BEN, [CARD.channel])).toEqual(no);
  });

  test('is nobody where Slack never answered, with the reason, and whoever it was before while it is silent', async () => {
    const { people, slack, clock } = await openPeople();
    const off = slack.faults.add({ when: 'conversations.members', kind: '500' });
    expect(await people.isIn(ANNA, [CARD.channel])).toEqual({ isMember: false, unknown: textWith('HTTP 500') });
    off();
    expect(await people.isIn(ANNA, [CARD.channel])).toEqual(yes);
    slack.faults.add({ when: 'conversations.members', kind: '500' });
    await clock.jump(6 * MINUTE_MS);
    expect(await people.isIn(ANNA, [CARD.channel])).toEqual(yes);
  });
});
