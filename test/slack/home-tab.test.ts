import { describe, expect, test } from 'vitest';
import { renderView } from '../../practice/slack/index.ts';
import { desktopOf, homeOf } from '../../src/desk/home.ts';
import { newPerson } from '../../src/desk/person.ts';
import { ANNA, aDesk, aMention, BEN } from '../desk/examples.ts';
import { faultOf, openCourier } from './slack-bench.ts';

const DRAW = { type: 'draw-home' } as const;

async function openHome(settings: Parameters<typeof aDesk>[0] = {}) {
  const bench = await openCourier();
  const desk = aDesk(settings);
  return {
    ...bench,
    draw: (user = ANNA) => {
      const source = { mentions: [aMention()], incidents: [] };
      const home = homeOf(newPerson(user).state, desktopOf(source, desk, bench.clock.now()));
      return bench.carryOut(newPerson(user).state, DRAW, { home, desk });
    },
    seen: (user = ANNA) => {
      const view = bench.workspace.home(user);
      return view === undefined ? '' : renderView(view, bench.slack.reader('Europe/Berlin'));
    },
  };
}

describe('a home tab', () => {
  test('is published to its person, and is no message', async () => {
    const { draw, seen, calls, workspace } = await openHome();
    expect(await draw()).toBeNull();
    expect(seen()).toContain('my suitcase is still in Oslo');
    expect(calls('views.publish')).toMatchObject([{ user_id: ANNA }]);
    expect(calls('chat.postMessage')).toEqual([]);
    expect(workspace.home(BEN)).toBeUndefined();
    expect(workspace.rejections).toEqual([]);
  });

  test('speaks the team’s language', async () => {
    const { draw, seen } = await openHome({ language: 'de' });
    await draw();
    expect(seen()).toContain('Übernehmen');
  });

  test('has more for leads, also for those who are one by their user group', async () => {
    const { draw, seen, workspace } = await openHome({ leads: ['S0LEADS'], publishers: [ANNA] });
    workspace.addUserGroup({ id: 'S0LEADS', handle: 'leads', users: [BEN] });
    await draw(ANNA);
    await draw(BEN);
    expect(seen(ANNA)).not.toContain('Settings');
    expect(seen(ANNA)).not.toContain('Who carries how much');
    expect(seen(BEN)).toContain('Settings');
    expect(seen(BEN)).toContain('Who carries how much');
  });

  test('that Slack does not take now is a fault to try again, and the second time is as good as the first', async () => {
    const { draw, seen, slack, workspace } = await openHome();
    slack.faults.add({ when: 'views.publish', kind: 'cut-after', times: 1 });
    expect(await faultOf(draw())).toMatchObject({ act: 'retry' });
    await draw();
    expect(seen()).toContain('[Claim]');
    expect(workspace.rejections).toEqual([]);
  });
});
