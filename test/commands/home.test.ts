import { describe, expect, test } from 'vitest';
import { claim } from '../../commands/claim.ts';
import { home } from '../../commands/home.ts';
import { renderView } from '../../practice/slack/index.ts';
import { decided } from '../../src/desk/decision.ts';
import { claim as claimIt } from '../../src/desk/handling.ts';
import { mentionRef, personRef } from '../../src/desk/ref.ts';
import { ACTION } from '../../views/ids.ts';
import { ANNA, aDesk, aMention, aPost, aPress, BEN, granted } from '../desk/examples.ts';
import { openPresses } from './press-bench.ts';

/** Anna in front of the app; two mentions wait that nobody has. */
async function openTab(settings: Parameters<typeof aDesk>[0] = {}) {
  const bench = await openPresses([...home, ...claim], { settings });
  const { store, workspace, slack, anna } = bench;
  for (const number of [1, 2]) {
    const post = aPost({ id: `100${number}`, text: `Where is my suitcase ${number}?` });
    const mention = aMention({ id: `x:100${number}`, number, conversation: `c${number}`, card: null }, aDesk(), {
      post,
    });
    await store.create('mention', mention.id, () => decided(mention));
  }
  const seen = () => {
    const view = workspace.home(ANNA);
    return view === undefined ? '' : renderView(view, slack.reader('Europe/Berlin'));
  };
  return {
    ...bench,
    seen,
    person: () => store.read(personRef(ANNA)),
    published: () => bench.calls('views.publish').length,
    open: async () => {
      const before = bench.calls('views.publish').length;
      await anna.openHome();
      await workspace.waitFor(() => bench.calls('views.publish').length > before, 'the home tab');
    },
    untilSeen: (words: string) => workspace.waitFor(() => seen().includes(words), `a home tab that says "${words}"`),
  };
}

describe('opening the home tab', () => {
  test('shows it at once, and notes that it is to be kept up to date', async () => {
    const { open, seen, person, workspace } = await openTab();
    await open();
    expect(seen()).toContain('Nobody has them yet, urgent and longest wait first: 2');
    await expect.poll(async () => (await person())?.homeOpenedAt).toMatch(/^2026-11-24T09:00:0/);
    expect(workspace.rejections).toEqual([]);
  });

  test('again shows it again, even when nothing changed', async () => {
    const { open, published } = await openTab();
    await open();
    await open();
    expect(published()).toBe(2);
  });

  test('tells its person when Slack does not take it', async () => {
    const { slack, anna, workspace } = await openTab();
    slack.faults.add({ when: 'views.publish', kind: '500', times: 1 });
    await anna.openHome();
    await workspace.waitFor(() => workspace.dms(ANNA).length > 0, 'a word to Anna');
  });
});

describe('a press in the home tab', () => {
  const claimOf = (id: string) => ({ action_id: ACTION.claim, value: `["mention","${id}"]` });

  test('shows there what came of it', async () => {
    const { open, anna, untilSeen, store } = await openTab();
    await open();
    await anna.pressHome(claimOf('x:1002'));
    await untilSeen('Yours: 1');
    await untilSeen('longest wait first: 1');
    expect(await store.read(mentionRef('x:1002'))).toMatchObject({ owner: ANNA });
  });

  test('that comes too late says who was first, and shows it', async () => {
    const { open, anna, untilSeen, store, workspace, clock } = await openTab();
    await open();
    await store.change(mentionRef('x:1001'), (state) => granted(claimIt(state, aPress(BEN), clock.now())));
    await anna.pressHome(claimOf('x:1001'));
    await workspace.waitFor(() => workspace.dms(ANNA).some(({ text }) => text.includes(`<@${BEN}>`)), 'a word to Anna');
    await untilSeen('longest wait first: 1');
  });

  test('opens a list, or the help, and draws nothing again', async () => {
    const { open, anna, modal, published, store } = await openTab();
    for (let number = 3; number <= 23; number += 1) {
      const mention = aMention({ id: `x:${number}`, number, conversation: `c${number}`, card: null }, aDesk(), {
        post: aPost({ id: String(number) }),
      });
      await store.create('mention', mention.id, () => decided(mention));
    }
    await open();
    await anna.pressHome(ACTION.openList);
    expect(JSON.stringify((await modal()).view().source)).toContain('Page 1 of 2');
    await (await modal()).close();
    await anna.pressHome(ACTION.openHelp);
    expect(JSON.stringify((await modal()).view().source)).toContain('/mentions show #42');
    expect(published()).toBe(1);
  });
});
