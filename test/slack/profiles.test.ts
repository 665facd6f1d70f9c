import { describe, expect, test } from 'vitest';
import { createFirstLanguage } from '../../src/slack/first-language.ts';
import { createPeople } from '../../src/slack/people.ts';
import { ANNA, aDesk, BEN } from '../desk/examples.ts';
import { openSlack } from './slack-bench.ts';

const CARLA = 'U0CARLA';

async function openPeople() {
  const bench = await openSlack();
  const carla = bench.workspace.addUser({ id: CARLA, name: 'carla' });
  const people = createPeople({ client: bench.clients.presses, clock: bench.clock });
  const languageOf = createFirstLanguage(people, bench.log);
  return { ...bench, carla, people, languageOf: (settings: object) => languageOf(aDesk(settings).settings) };
}

describe('the language of a team that has chosen none', () => {
  test('is that of the first lead’s own Slack', async () => {
    const { carla, languageOf } = await openPeople();
    carla.locale = 'de-DE';
    expect(await languageOf({ leads: ['S0LEADS', CARLA], publishers: [ANNA] })).toBe('de');
    expect(await languageOf({ publishers: [ANNA] })).toBe('en');
  });

  test('is English for other languages, and where nobody is named', async () => {
    const { carla, languageOf, workspace } = await openPeople();
    carla.locale = 'fr-FR';
    expect(await languageOf({ leads: [CARLA] })).toBe('en');
    const before = workspace.requests.length;
    expect(await languageOf({})).toBe('en');
    expect(workspace.requests.length).toBe(before);
  });

  test('is English where Slack does not tell, and the log says so', async () => {
    const { slack, languageOf, lines } = await openPeople();
    slack.setScopes(['chat:write']);
    expect(await languageOf({ leads: [CARLA] })).toBe('en');
    expect(lines.join('')).toContain('did not tell the language');
  });
});

test('an administrator runs the workspace, others do not', async () => {
  const { carla, people } = await openPeople();
  carla.isAdmin = true;
  expect([await people.runsWorkspace(CARLA), await people.runsWorkspace(BEN)]).toEqual([true, false]);
});

test('user groups are listed by handle, and remembered for five minutes', async () => {
  const { people, workspace, clock, calls } = await openPeople();
  workspace.addUserGroup({ id: 'S0PRESS', handle: 'press', users: [ANNA] });
  workspace.addUserGroup({ id: 'S0NET', handle: 'network', users: [BEN] });
  const both = [
    { id: 'S0NET', handle: 'network' },
    { id: 'S0PRESS', handle: 'press' },
  ];
  expect(await people.groups()).toEqual(both);
  expect(await people.groups()).toEqual(both);
  expect(calls('usergroups.list')).toHaveLength(1);
  await clock.jump(6 * 60_000);
  await people.groups();
  expect(calls('usergroups.list')).toHaveLength(2);
});
