import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPracticeClock } from '../practice/clock.ts';
import { newChannel } from '../src/desk/channel-lines.ts';
import { lookup } from '../src/desk/facets.ts';
import { CallFault } from '../src/desk/fault.ts';
import { createIntake } from '../src/intake.ts';
import type { Network, NetworkPost, SetAside } from '../src/networks/index.ts';
import { UNOBSERVED } from '../src/observer.ts';
import { type Store, StoreFault } from '../src/store/index.ts';
import { openStore } from '../src/store/open.ts';
import { aDesk, berlin, CARD, instant } from './desk/examples.ts';
import { QUIET_NETWORK } from './networks/quiet-network.ts';
import { triage } from './triage/model.ts';

function postOf(id: string, fields: Partial<NetworkPost> = {}): NetworkPost {
  return {
    id,
    conversation: id,
    author: { id: `author ${id}`, handle: 'mia', name: 'Mia', followers: null },
    text: 'no internet since Monday',
    lang: 'en',
    at: instant('2026-11-24T09:59'),
    url: `https://x.com/mia/status/${id}`,
    pictures: [],
    likes: null,
    reposts: null,
    inReplyTo: null,
    inReplyToAuthor: null,
    versions: [id],
    isRepost: false,
    ...fields,
  };
}

/** A network that has these posts to read, once. */
function networkWith(posts: readonly NetworkPost[], setAside: readonly SetAside[] = []): Network {
  return {
    ...QUIET_NETWORK,
    readMentions: async (since) =>
      since === null ? { posts, setAside, cursor: 'end' } : { posts: [], setAside: [], cursor: since },
  };
}

/** The mentions alone. */
const QUIET: { ownMs: number; search: string | null; searchMs: number; recheckMs: number; maySearch: () => boolean } = {
  ownMs: 0,
  search: null,
  searchMs: 60_000,
  recheckMs: 0,
  maySearch: () => true,
};

/** Intake over a store of its own; `around` may stand between them. */
async function openIntake(
  network: Network,
  around: (store: Store) => Store = (store) => store,
  wishes: Partial<typeof QUIET> = {},
) {
  const clock = createPracticeClock(berlin('2026-11-24T10:00'));
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const folder = await mkdtemp(join(tmpdir(), 'earshot-intake-'));
  const store = await openStore(`file:${folder}`, { clock });
  const desk = aDesk();
  const { channel } = CARD;
  await store.create('channel', channel, () => newChannel(channel, desk, clock.now()));
  const shared = {
    desk: () => desk,
    triage,
    channel,
    clock,
    log,
    observer: UNOBSERVED,
    pollMs: 60_000,
    backfillMs: 60_000,
  };
  const intake = createIntake({ network, store: around(store), ...shared, ...QUIET, ...wishes });
  onTestFinished(async () => {
    await intake.stop();
    clock.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });
  const notes = async () => {
    const found = [];
    for (;;) {
      const taken = await store.take(`slack:post:${channel}`, berlin('2026-11-24T11:00'));
      if (taken === undefined) return found;
      if (taken.row.effect.type === 'post-channel-note') found.push(taken.row);
    }
  };
  void intake.start();
  return { store, clock, lines, notes, cursor: () => store.readCursor('mentions:x') };
}

/** A store that fails at creating one mention. */
const failing = (id: string, fault: () => Error) => (store: Store) => ({
  ...store,
  create: ((type, own, decide) =>
    own === id ? Promise.reject(fault()) : store.create(type, own, decide)) satisfies Store['create'],
});

describe('intake', () => {
  test('sets a post aside that no decision can be made about, and goes on with the others', async () => {
    const network = networkWith([postOf('1'), postOf('2'), postOf('3')]);
    const { store, notes, cursor } = await openIntake(
      network,
      failing('x:2', () => new TypeError('no such thing')),
    );
    await expect.poll(cursor).toBe('end');
    expect(await store.find(lookup.post('x', '1'))).toBeDefined();
    expect(await store.find(lookup.post('x', '3'))).toBeDefined();
    expect(await notes()).toMatchObject([{ effect: { note: { type: 'set-aside', network: 'x', post: '2' } } }]);
  });

  test('reads again what the disk did not take', async () => {
    const network = networkWith([postOf('1'), postOf('2')]);
    const full = () => new StoreFault('disk-full', 'the disk is full');
    const { lines, cursor, notes } = await openIntake(network, failing('x:2', full));
    await expect.poll(() => lines.join('')).toContain('could not read mentions');
    expect(await cursor()).toBeNull();
    expect(await notes()).toEqual([]);
  });

  test('keeps the words of a post without an id out of keys, which are logged and sent to Slack', async () => {
    const unreadable = { id: null, reason: 'no id', raw: '{"text":"my number is 0170 1234"}' };
    const { notes, cursor } = await openIntake(networkWith([], [unreadable, unreadable]));
    await expect.poll(cursor).toBe('end');
    const [note, ...others] = await notes();
    expect(others).toEqual([]);
    expect(note?.effect).toMatchObject({ note: { type: 'set-aside', post: null } });
    expect(note?.key).not.toContain('0170');
  });

  test('reads the mentions although our own posts can not be read, and never beyond what may be spent', async () => {
    let searches = 0;
    const network: Network = {
      ...networkWith([postOf('1')]),
      readOwn: () => Promise.reject(new CallFault({ act: 'give-up', code: 'refused', why: 'not for this account' })),
      readSearch: async () => {
        searches += 1;
        return { posts: [], setAside: [], cursor: null, tooMany: false };
      },
    };
    let may = false;
    const wishes = { ownMs: 1_000, search: 'Nordair', searchMs: 1_000, maySearch: () => may };
    const { clock, cursor } = await openIntake(network, (store) => store, wishes);
    await expect.poll(cursor).toBe('end');
    await clock.jump(5 * 60_000);
    expect(searches).toBe(0);
    may = true;
    await clock.jump(60_000);
    await expect.poll(() => searches).toBe(1);
  });

  test('reads an answer to a post that it does not know again, until that post is there', async () => {
    const answer = postOf('9', { inReplyTo: '2', author: { id: 'us', handle: 'us', name: 'Us', followers: null } });
    let isThere = false;
    const network: Network = {
      ...QUIET_NETWORK,
      readMentions: async (since) => ({ posts: isThere ? [postOf('2')] : [], setAside: [], cursor: since ?? '1' }),
      readOwn: async () => ({ posts: [postOf('8'), answer, postOf('10')], setAside: [], cursor: '10' }),
    };
    const { store, clock } = await openIntake(network, (store) => store, { ownMs: 1_000 });
    const own = () => store.readCursor('own:x');
    await expect.poll(own).toBe('8');
    isThere = true;
    // The next read has its timer only some moments after the cursor was saved.
    const later = async () => {
      await clock.jump(60_000);
      return own();
    };
    await expect.poll(later, { timeout: 10_000 }).toBe('10');
    const [mention] = await store.list('mention');
    expect(mention).toMatchObject({ status: 'answered', publications: [{ by: 'elsewhere', post: { id: '9' } }] });
  });
});
