import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newChannel } from '../../src/desk/channel-lines.ts';
import { decided } from '../../src/desk/decision.ts';
import { newPerson, openedHome, refreshHome } from '../../src/desk/person.ts';
import { channelRef, personRef } from '../../src/desk/ref.ts';
import { createDispatch } from '../../src/dispatch/dispatch.ts';
import { openStore } from '../../src/store/open.ts';
import { createWatch } from '../../src/watch.ts';
import { ANNA, aDesk, aMention, BEN, CARD } from '../desk/examples.ts';
import { NO_FILES } from '../networks/quiet-network.ts';
import { openCourier } from '../slack/slack-bench.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

/** A store with one mention, dispatch and the watch over it, and the practice Slack; Anna and Ben opened their tabs. */
async function openTabs() {
  const bench = await openCourier();
  const { clock, courier, workspace, log } = bench;
  const folder = await mkdtemp(join(tmpdir(), 'earshot-home-'));
  const store = await openStore(`file:${folder}`, { clock });
  const desk = aDesk({ leads: [ANNA] });
  const { channel } = CARD;
  await store.create('channel', channel, () => newChannel(channel, desk, clock.now()));
  await store.create('mention', 'x:1001', () => decided(aMention()));
  for (const user of [ANNA, BEN]) {
    await store.create('person', user, () => newPerson(user));
    await store.change(personRef(user), (state) => openedHome(state, 'as it was', clock.now()));
  }
  const shared = { store, desk: () => desk, channel, clock, log };
  const dispatch = createDispatch({
    owners: async () => [],
    eraser: { erase: async () => [] },
    ...shared,
    files: NO_FILES,
    slack: courier,
    networks: new Map(),
    newId: () => 'id',
    onFatal: () => {},
  });
  const watch = createWatch({
    ...shared,
    refreshDesk: async () => {},
    vitals: { read: () => ({ networks: [], socket: null }), slept() {} },
  });
  await dispatch.start();
  onTestFinished(async () => {
    await watch.stop();
    await dispatch.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  const published = () => bench.calls('views.publish').map(({ user_id }) => user_id);
  return { ...bench, ...shared, watch, published, until: workspace.waitFor };
}

describe('dispatch', () => {
  test('draws a home tab as it is when its turn comes', async () => {
    const { store, clock, workspace, until, published } = await openTabs();
    await store.change(personRef(ANNA), (state) => refreshHome(state, 'new', clock.now()) ?? decided(state));
    const view = await until(() => workspace.home(ANNA), 'a home tab');
    expect(JSON.stringify(view.source.blocks)).toContain('suitcase');
    expect(published()).toEqual([ANNA]);
  });

  test('leaves a tab alone that Slack refuses, and bothers nobody with it', async () => {
    const { store, clock, workspace } = await openTabs();
    // Left the company: Slack knows them no more.
    const gone = personRef('U0GONE');
    await store.create('person', gone.id, () => openedHome(newPerson(gone.id).state, 'as it was', clock.now()));
    await store.change(gone, (state) => refreshHome(state, 'new', clock.now()) ?? decided(state));
    await expect.poll(async () => (await store.read(gone))?.homeOpenedAt).toBeNull();
    expect(workspace.rejections).toMatchObject([{ method: 'views.publish' }]);
    expect(await store.destinations()).not.toContain('slack:home');
    expect((await store.read(channelRef(CARD.channel)))?.handled).toEqual([]);
    expect(workspace.messages(CARD.channel)).toEqual([]);
  });
});

describe('the watch', () => {
  test('refreshes the tabs of those who opened them, each once for a change', async () => {
    const { watch, published, until, clock } = await openTabs();
    watch.start();
    await until(() => published().length === 2, 'both tabs');
    for (let n = 0; n < 6; n += 1) await clock.jump(10 * SECOND_MS);
    expect(published()).toHaveLength(2);
    expect(new Set(published())).toEqual(new Set([ANNA, BEN]));
  });

  test('leaves those alone who have not been there for eight hours', async () => {
    const { watch, published, store, clock, until } = await openTabs();
    await clock.jump(7.5 * HOUR_MS);
    await store.change(personRef(BEN), (state) => openedHome(state, 'as it was', clock.now()));
    await clock.jump(0.6 * HOUR_MS);
    watch.start();
    await until(() => published().length > 0, 'the tab of Ben');
    expect(published()).toEqual([BEN]);
  });
});
