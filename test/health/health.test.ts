import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { CallFault } from '../../src/desk/fault.ts';
import { channelRef } from '../../src/desk/ref.ts';
import { gatherFigures } from '../../src/health/figures.ts';
import { createMetrics } from '../../src/health/metrics.ts';
import { observedNetwork, observedStore } from '../../src/health/observed.ts';
import { createStoreCheck, unready } from '../../src/health/readiness.ts';
import { createVitals } from '../../src/health/vitals.ts';
import { type Observer, UNOBSERVED } from '../../src/observer.ts';
import { type Store, StoreFault } from '../../src/store/index.ts';
import { openStore } from '../../src/store/open.ts';
import { ANNA, aMention, BEN, berlin } from '../desk/examples.ts';
import { QUIET_NETWORK } from '../networks/quiet-network.ts';
import { createHandClock } from '../store/hand-clock.ts';
import { takeOne } from '../store/states.ts';

const X = { network: 'x', everyMs: 60_000 };
const FULL = new StoreFault('disk-full', 'The disk of /var/lib/earshot is full.');

function bench() {
  const clock = createHandClock();
  const vitals = createVitals({ networks: [X], clock });
  return { clock, vitals, x: () => vitals.read().networks[0] };
}

/** A complaint that came at 10:00 and has no card at 10:03; a card that Slack refused; and two people to be told. */
async function storeOfOneMention() {
  const clock = createHandClock(berlin('2026-11-24T10:03').toISOString());
  const folder = await mkdtemp(join(tmpdir(), 'earshot-health-'));
  const store = await openStore(`file:${folder}`, { clock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const tell = (to: string) =>
    plan({ type: 'send-notice', id: to, to, notice: { type: 'due-soon', clock: 'c1' } }, PRIORITY.press);
  const mention = aMention({ card: null });
  const draw = plan({ type: 'draw-card' }, PRIORITY.press);
  await store.create('mention', mention.id, () => decided(mention, [draw, tell(ANNA), tell(BEN)]));
  const card = await takeOne(store, `slack:post:${mention.channel}`, clock.now());
  await store.park(card, 'no', (state) => decided(state, [plan({ type: 'post-again' }, PRIORITY.rest)]));
  return { store, now: clock.now() };
}

/** The parts of a store that are asked here; everything else fails. */
function storeWith(parts: Partial<Store>): Store {
  const nothing = () => Promise.reject(new Error('not asked here'));
  const none = { create: nothing, change: nothing, read: nothing, find: nothing, nextWake: nothing, take: nothing };
  const rest = { destinations: nothing, nextReady: nothing, settle: nothing, postpone: nothing, park: nothing };
  const last = { parked: nothing, readCursor: nothing, saveCursor: nothing, close: nothing, queues: nothing };
  return {
    ...none,
    ...rest,
    ...last,
    list: nothing,
    onEffects: () => () => {},
    damage: () => [],
    lost: () => [],
    ...parts,
  };
}

describe('what the app measures of itself', () => {
  test('counts silence since the last read that went well, with what the network said', () => {
    const { clock, vitals, x } = bench();
    expect(x()).toMatchObject({ silentMs: 0, heardAt: null, failed: 0 });
    clock.move(60_000);
    vitals.mentionsRead('x', false);
    clock.move(30_000);
    vitals.mentionsUnread('x', 'X answered 503', false);
    clock.move(1_000);
    expect(x()).toMatchObject({ silentMs: 31_000, failed: 1, why: 'X answered 503' });
    vitals.mentionsRead('x', false);
    expect(x()).toMatchObject({ silentMs: 0, failed: 0, why: null, heardAt: clock.now().toISOString() });
  });

  test('keeps when it could read again, and how much there was, although more reads follow before anybody looks', () => {
    const { clock, vitals, x } = bench();
    vitals.mentionsUnread('x', null, false);
    vitals.mentionsRead('x', true);
    const again = clock.now().toISOString();
    clock.move(60_000);
    vitals.mentionsRead('x', false);
    expect(x()).toMatchObject({ heardAt: again, isCut: true });
  });

  test('does not count what the machine slept', () => {
    const { clock, vitals, x } = bench();
    vitals.mentionsRead('x', false);
    vitals.linked(true);
    vitals.linked(false);
    clock.move(8 * 3_600_000);
    vitals.slept();
    clock.move(5_000);
    expect(x()?.silentMs).toBe(5_000);
    expect(vitals.read().socket).toMatchObject({ isUp: false, forMs: 5_000 });
  });
});

describe('whether Earshot does its work', () => {
  test('needs the socket, a store that takes what is saved, and mentions that were read of late', () => {
    const { clock, vitals } = bench();
    expect(unready(vitals.read(), null)).toEqual([{ part: 'x', why: 'the mentions were not read yet' }]);
    vitals.mentionsRead('x', false);
    vitals.linked(true);
    expect(unready(vitals.read(), null)).toEqual([]);
    vitals.linked(false);
    vitals.mentionsUnread('x', 'xoxb-secret', false);
    clock.move(200_000);
    expect(unready(vitals.read(), 'disk-full')).toEqual([
      { part: 'slack', why: 'the socket is down for 200 s' },
      { part: 'store', why: 'it can’t be saved to: disk-full' },
      { part: 'x', why: 'the mentions were last read 200 s ago' },
    ]);
  });

  test('asks the disk at most every ten seconds, and again when that is over', async () => {
    const clock = createHandClock();
    let writes = 0;
    let isFull = true;
    const saveCursor = async () => {
      writes += 1;
      if (isFull) throw FULL;
    };
    const check = createStoreCheck({ saveCursor }, clock);
    expect([await check(), await check()]).toEqual(['disk-full', 'disk-full']);
    expect(writes).toBe(1);
    isFull = false;
    clock.move(10_000);
    expect(await check()).toBeNull();
  });
});

describe('what is heard on the way', () => {
  test('are writes with their time, and those that the disk did not take; no refusals and no faults of others', async () => {
    const clock = createHandClock();
    const heard: unknown[] = [];
    const observer: Observer = { ...UNOBSERVED, saved: (...what) => void heard.push(what) };
    const ends: (() => Promise<never>)[] = [
      () => Promise.reject(FULL),
      () => Promise.reject(new StoreFault('unknown-aggregate', 'no such thing')),
    ];
    const saveCursor = async () => clock.move(25);
    const change: Store['change'] = () => ends.shift()?.() ?? Promise.resolve({ refused: { reason: 'already-done' } });
    const store = observedStore(storeWith({ saveCursor, change }), observer, clock);
    await store.saveCursor('a', 'b');
    const ref = channelRef('C1');
    await expect(store.change(ref, (state) => decided(state))).rejects.toBe(FULL);
    await expect(store.change(ref, (state) => decided(state))).rejects.toThrow('no such thing');
    await store.change(ref, (state) => decided(state));
    expect(heard).toEqual([
      [25, true],
      [0, false],
    ]);
  });

  test('is what a network says to a text', async () => {
    const heard: unknown[] = [];
    const observer: Observer = { ...UNOBSERVED, published: (...what) => void heard.push(what) };
    const post = { id: '1', url: 'https://x.com/i/status/1', at: '2026-11-24T10:00:00.000Z' };
    const ends = [
      () => Promise.resolve(post),
      () => Promise.reject(new CallFault({ act: 'unclear', why: 'cut' })),
      () => Promise.reject(new CallFault({ act: 'retry', afterMs: 0, limited: false, why: 'busy' })),
      () => Promise.reject(new CallFault({ act: 'give-up', code: 'refused', why: 'no' })),
    ];
    const publish = () => ends.shift()?.() ?? Promise.reject(new Error('too often'));
    const network = observedNetwork({ ...QUIET_NETWORK, publish }, observer);
    for (let n = 0; n < 4; n += 1) await network.publish('text', null).catch(() => {});
    expect(heard).toEqual(['published', 'unclear', 'retry', 'refused'].map((end) => ['x', end]));
  });
});

describe('the figures for Prometheus', () => {
  test('count what happened, and what stands in the house, without anybody’s words or name', async () => {
    const { clock, vitals } = bench();
    vitals.mentionsRead('x', false);
    vitals.linked(true);
    const metrics = createMetrics();
    metrics.mentionsRead('x', false);
    metrics.mentionsUnread('x', 'a secret', false);
    metrics.pressed('form', 'refused', 120);
    metrics.published('x', 'unclear');
    metrics.saved(3, true);
    metrics.saved(9, false);
    const { store, now } = await storeOfOneMention();
    const text = await metrics.text(await gatherFigures(store, vitals.read(), now));
    for (const line of [
      'earshot_polls_total{network="x",result="ok"} 1',
      'earshot_polls_total{network="x",result="failed"} 1',
      'earshot_presses_total{kind="form",outcome="refused"} 1',
      'earshot_press_ack_seconds_bucket{le="0.25",kind="form"} 1',
      'earshot_publications_total{network="x",result="unclear"} 1',
      'earshot_store_write_seconds_count 1',
      'earshot_store_write_failures_total 1',
      'earshot_mentions_open{kind="complaint",status="open"} 1',
      'earshot_mentions_open{kind="praise",status="claimed"} 0',
      'earshot_backlog_cards{kind="complaint"} 1',
      'earshot_backlog_oldest_seconds 180',
      'earshot_effects_waiting{destination="slack:post:C0CARE"} 1',
      'earshot_effects_failed{destination="slack:post:C0CARE"} 1',
      'earshot_effects_waiting{destination="slack:direct"} 2',
      `earshot_last_poll_timestamp_seconds{network="x"} ${clock.now().getTime() / 1_000}`,
      'earshot_slack_socket_up 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('process_resident_memory_bytes');
    for (const word of ['secret', 'Mia', 'suitcase', 'U0ANNA']) expect(text).not.toContain(word);
  });

  test('say nothing of a socket where Slack sends requests', async () => {
    const { vitals } = bench();
    const { store, now } = await storeOfOneMention();
    const text = await createMetrics().text(await gatherFigures(store, vitals.read(), now));
    expect(text).not.toMatch(/^earshot_slack_socket_up/m);
  });
});
