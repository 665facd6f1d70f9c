import { describe, expect, test } from 'vitest';
import { createSlackClients } from '../../src/slack/clients.ts';
import { createPeople } from '../../src/slack/people.ts';
import { ANNA, BEN } from '../desk/examples.ts';
import { openSlack, textWith } from './slack-bench.ts';

const GROUP = 'S0PRESS';
const MINUTE_MS = 60_000;

async function openPeople() {
  const bench = await openSlack();
  const group = bench.workspace.addUserGroup({ id: GROUP, handle: 'press', users: [ANNA] });
  const people = createPeople({ client: bench.clients.presses, clock: bench.clock });
  const reads = () => bench.calls('usergroups.users.list').length;
  return { ...bench, group, people, reads };
}

const yes = { isMember: true, unknown: null };
const no = { isMember: false, unknown: null };

describe('who is who', () => {
  test('a person who is named is known without asking Slack', async () => {
    const { people, workspace } = await openPeople();
    expect(await people.isMember(ANNA, [GROUP, ANNA])).toEqual(yes);
    expect(await people.isMember(ANNA, [BEN])).toEqual(no);
    expect(workspace.requests).toEqual([]);
  });

  test('members of a user group are remembered for five minutes', async () => {
    const { people, group, clock, reads } = await openPeople();
    expect(await people.isMember(ANNA, [GROUP])).toEqual(yes);
    expect(await people.isMember(BEN, [GROUP])).toEqual(no);
    group.users.push(BEN);
    await clock.jump(4 * MINUTE_MS);
    expect(await people.isMember(BEN, [GROUP])).toEqual(no);
    expect(reads()).toBe(1);
    await clock.jump(2 * MINUTE_MS);
    expect(await people.isMember(BEN, [GROUP])).toEqual(yes);
    expect(reads()).toBe(2);
  });

  test('many presses at once ask once', async () => {
    const { people, reads } = await openPeople();
    await Promise.all(Array.from({ length: 8 }, () => people.isMember(ANNA, [GROUP])));
    expect(reads()).toBe(1);
  });

  test('while Slack fails, the last list counts; without one nobody is a member, with the reason', async () => {
    const { people, slack, clock } = await openPeople();
    const off = slack.faults.add({ when: 'usergroups.users.list', kind: '500' });
    const unknown = await people.isMember(ANNA, [GROUP]);
    expect(unknown).toEqual({ isMember: false, unknown: textWith('HTTP 500') });
    off();
    expect(await people.isMember(ANNA, [GROUP])).toEqual(yes);
    slack.faults.add({ when: 'usergroups.users.list', kind: '500' });
    await clock.jump(6 * MINUTE_MS);
    expect(await people.isMember(ANNA, [GROUP])).toEqual(yes);
  });

  test('a press waits for a newer list no longer than its trigger allows', async () => {
    const { people, slack, clock, workspace } = await openPeople();
    await people.isMember(ANNA, [GROUP]);
    await clock.jump(6 * MINUTE_MS);
    slack.faults.add({ when: 'usergroups.users.list', kind: 'delay', delayMs: 2_000 });
    const asked = people.isMember(ANNA, [GROUP]);
    await clock.jump(1_000);
    expect(await asked).toEqual(yes);
    expect(workspace.requests.filter((each) => each.method === 'usergroups.users.list')).toHaveLength(1);
  });
});

describe('the workspace', () => {
  test('names its address and the bot', async () => {
    const { people, workspace } = await openPeople();
    expect(await people.workspace()).toEqual({
      url: 'https://practice.slack.com/',
      team: 'Practice',
      botUserId: workspace.botUserId,
      botId: 'B0EARSHOT0',
    });
  });

  test('a token that is not accepted is named, with the remedy and without the token', async () => {
    const { slack, clock, log } = await openPeople();
    const clients = createSlackClients({ botToken: 'xoxb-wrong-secret', apiUrl: slack.url, log });
    const asked = createPeople({ client: clients.presses, clock }).workspace();
    await expect(asked).rejects.toThrow(/^SLACK_BOT_TOKEN is not accepted .*Bot User OAuth Token/);
    await expect(asked).rejects.not.toThrow(/wrong-secret/);
  });

  test('a Slack that can’t be reached is no fault of the token', async () => {
    const { people, slack } = await openPeople();
    await slack.stop();
    await expect(people.workspace()).rejects.toThrow(/SLACK_API_URL/);
  });
});
