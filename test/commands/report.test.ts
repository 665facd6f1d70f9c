import { describe, expect, test } from 'vitest';
import { mentions } from '../../commands/mentions.ts';
import { decided } from '../../src/desk/decision.ts';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { channelRef, DESK } from '../../src/desk/ref.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import { ANNA, aChannel, aMention, BEN, CARD } from '../desk/examples.ts';
import { openPresses } from './press-bench.ts';

/** The command in a workspace where Anna and Ben are leads, and a colleague is not. */
async function openReports(rules: object = { leads: [ANNA, BEN] }) {
  const settings = settingsSchema.parse(rules);
  const bench = await openPresses(mentions, { settings });
  const { store, workspace, anna } = bench;
  await store.create('channel', CARD.channel, () => decided(aChannel()));
  await store.create('desk', DESK.id, () => decided({ ...NEW_DESK, settings }));
  /** What the app answers a person alone. */
  async function ask(words: string, by = ANNA): Promise<string> {
    const before = workspace.ephemerals(by).length;
    const person = by === ANNA ? anna : workspace.as(by);
    await person.command('/mentions', words, CARD.channel);
    return workspace.waitFor(() => workspace.ephemerals(by)[before]?.text, `an answer to ${words}`);
  }
  const deskState = async () => store.read(DESK);
  return { ...bench, ask, deskState };
}

async function planned(store: Awaited<ReturnType<typeof openReports>>['store'], destination: string) {
  return (await store.take(destination, new Date('2027-01-01')))?.row.effect;
}

describe('/mentions report', () => {
  test('orders a report for whoever asks', async () => {
    const { ask, store } = await openReports();
    expect(await ask('report')).toBe(
      'The report for 18 Nov 2026 – 24 Nov 2026 is on its way to your direct messages with Earshot.',
    );
    expect(await planned(store, `slack:post:${ANNA}`)).toMatchObject({
      type: 'post-report',
      to: ANNA,
      period: { from: '2026-11-18', to: '2026-11-24' },
    });
  });

  test.each([
    ['report yesterday', 'Earshot does not understand the period “yesterday”'],
    ['report 2026-02-30', 'The calendar has no 2026-02-30.'],
    ['export 2026-11-14–2026-11-01', 'ends before it begins. For example `/mentions export month`'],
    ['export 2024-01-01..2026-01-01', 'is longer than a year'],
    ['export 2026-12-01', '2026-12-01 is still ahead'],
    ['export', 'No mentions came in 18 Nov 2026 – 24 Nov 2026: there is nothing to export.'],
  ])('%j is answered clearly', async (words, answer) => {
    const { ask, store } = await openReports();
    expect(await ask(words)).toContain(answer);
    expect(await store.destinations()).toEqual([]);
  });
});

describe('/mentions export', () => {
  test.each([
    ['others than publishers and leads', { leads: [BEN] }, 'You are not among those who may publish.'],
    ['anybody while nobody may publish', {}, 'Nobody may publish yet.'],
  ])('is not for %s', async (_who, rules, answer) => {
    const { ask, store, workspace } = await openReports(rules);
    await store.create('mention', 'x:1001', () => decided(aMention()));
    expect(await ask('export 2026-11-24')).toContain(answer);
    expect(workspace.dms(ANNA)).toEqual([]);
  });

  test('is for a publisher who is no lead', async () => {
    const { ask, store } = await openReports({ leads: [BEN], publishers: [ANNA] });
    await store.create('mention', 'x:1001', () => decided(aMention()));
    expect(await ask('export 2026-11-24')).toContain('on its way');
  });
});

describe('/mentions report weekly', () => {
  test.each([
    ['weekly mon 09:00', { day: 'mon', time: '09:00' }],
    ['weekly Friday 17:30', { day: 'fri', time: '17:30' }],
    ['weekly Mi. 9:05', { day: 'wed', time: '09:05' }],
  ])('%j is kept in the settings and their history', async (words, weekly) => {
    const { ask, deskState } = await openReports();
    await ask(`report ${words}`);
    const state = await deskState();
    expect(state?.settings.reports.weekly).toEqual(weekly);
    expect(state?.history).toMatchObject([{ by: ANNA, did: 'settings-changed' }]);
    await ask('report weekly off');
    expect((await deskState())?.settings.reports.weekly).toBeNull();
  });

  test.each(['weekly noon', 'weekly mon', 'weekly mon 25:00', 'weekly xy 09:00'])('%j is explained', async (words) => {
    const { ask, deskState } = await openReports();
    expect(await ask(`report ${words}`)).toContain('`/mentions report weekly mon 09:00`');
    expect((await deskState())?.settings.reports.weekly).toBeNull();
  });

  test('alone says what is set; others than leads may not set it', async () => {
    const { ask, deskState } = await openReports({ leads: [BEN] });
    expect(await ask('report weekly')).toContain('The channel gets no weekly report.');
    expect(await ask('report weekly mon 09:00')).toContain('Only leads may do this.');
    expect((await deskState())?.settings.reports.weekly).toBeNull();
  });
});

describe('/mentions report names', () => {
  test('on takes two leads, off takes one, and the channel is told each time', async () => {
    const { ask, deskState, store } = await openReports();
    expect(await ask('report names')).toContain('name nobody of the staff');
    expect(await ask('report names on')).toContain(`<@${ANNA}> wants staff names on`);
    expect(await ask('report names on')).toContain(`<@${ANNA}> wants staff names on`);
    expect((await deskState())?.staffNames.on).toBe(false);
    expect(await ask('report names on', BEN)).toContain('Reports and exports name who answered.');
    expect((await deskState())?.staffNames.on).toBe(true);
    expect(await ask('report names off')).toContain('name nobody of the staff');
    const news = [];
    for (let taken = await store.take('desk', new Date('2027-01-01')); taken !== undefined; ) {
      news.push(taken.row.effect);
      taken = await store.take('desk', new Date('2027-01-01'));
    }
    expect(news).toMatchObject([
      { to: channelRef(CARD.channel), news: { change: 'asked', by: ANNA } },
      { news: { change: 'on', by: BEN, first: ANNA } },
      { news: { change: 'off', by: ANNA } },
    ]);
  });

  test('is not for others than leads', async () => {
    const { ask, deskState } = await openReports({ leads: [BEN] });
    expect(await ask('report names on')).toContain('Only leads may do this.');
    expect((await deskState())?.staffNames.asked).toBeNull();
  });
});
