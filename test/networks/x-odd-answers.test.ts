import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../practice/faults.ts';
import { CallFault } from '../../src/desk/fault.ts';
import type { Query, XClient } from '../../src/networks/x/client.ts';
import { firstIdAt, instantOf } from '../../src/networks/x/ids.ts';
import { readMentions } from '../../src/networks/x/read-mentions.ts';
import { faultOf, LONG_AGO, START, startNetwork } from './x-bench.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const CREATE = 'POST /2/tweets';
const MINUTE_MS = 60_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An answer with something of it changed. */
const changed = (change: Record<string, unknown>) => (body: unknown) =>
  isRecord(body) ? { ...body, ...change } : body;

const textsOf = ({ posts }: { posts: readonly { text: string }[] }) => posts.map(({ text }) => text);

describe('a read that X answers with', () => {
  it.each(['html', 'html-after', 'empty', 'garbled'] as const)(
    '%s is tried again, and brings all of it then',
    async (kind) => {
      const { x, network } = await startNetwork();
      x.world.post({ author: 'anna', text: '@nordbahn da?' });
      await network.self();
      x.faults.add({ when: MENTIONS, kind, times: 1 });
      expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({ act: 'retry', limited: false });
      expect(textsOf(await network.readMentions(null, LONG_AGO))).toEqual(['@nordbahn da?']);
    },
  );

  it('no `includes` has its posts all the same, of authors without a name', async () => {
    const { x, network } = await startNetwork();
    const post = x.world.post({ author: 'anna', text: '@nordbahn da?' });
    x.distort(MENTIONS, changed({ includes: undefined }));
    const { posts, setAside } = await network.readMentions(null, LONG_AGO);
    const { id } = post.author;
    expect(posts[0]?.author).toEqual({ id, handle: id, name: '', followers: null });
    expect(posts[0]?.url).toBe(`https://x.com/i/status/${post.id}`);
    expect(setAside).toEqual([]);
  });

  it('fields that are missing, unknown or null has what is there', async () => {
    const { x, network } = await startNetwork();
    const post = x.world.post({ author: 'anna', text: '@nordbahn da?' });
    const { id } = post;
    const bare = { id, text: '@nordbahn da?', author_id: post.author.id, mood: 'grim', entities: undefined };
    x.distort(MENTIONS, changed({ data: [bare], weather: { rain: true }, meta: { newest_id: id, moon: 1 } }));
    const read = await network.readMentions(null, LONG_AGO);
    expect(read.posts).toMatchObject([{ id, at: instantOf(id).toISOString(), conversation: id, lang: '' }]);
    x.distort(MENTIONS, changed({ data: null, meta: null, errors: null }));
    expect(await network.readMentions(read.cursor, LONG_AGO)).toEqual({
      posts: [],
      setAside: [],
      cursor: id,
      isCut: false,
    });
  });

  it('errors beside the data has the data', async () => {
    const { x, network } = await startNetwork();
    x.world.post({ author: 'anna', text: '@nordbahn da?' });
    x.distort(MENTIONS, changed({ errors: [{ title: 'Not Found Error', resource_type: 'user' }, 'odd'] }));
    expect(textsOf(await network.readMentions(null, LONG_AGO))).toEqual(['@nordbahn da?']);
  });

  it('the same posts on two pages has each once', async () => {
    const { x, network } = await startNetwork();
    for (let n = 0; n < 120; n += 1) x.world.post({ author: 'anna', text: `@nordbahn Nr. ${n}` });
    let first: unknown[] = [];
    x.distort(MENTIONS, (body) => {
      const data: unknown[] = isRecord(body) && Array.isArray(body.data) ? body.data : [];
      const more = first;
      first = data;
      return changed({ data: [...more.slice(-30), ...data] })(body);
    });
    const { posts } = await network.readMentions(null, LONG_AGO);
    expect(posts).toHaveLength(120);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(120);
  });

  it('a refusal of its own page token is read anew, not given up', async () => {
    const { x, network } = await startNetwork();
    for (let n = 0; n < 120; n += 1) x.world.post({ author: 'anna', text: `@nordbahn Nr. ${n}` });
    const mend = x.distort(MENTIONS, (body) => {
      const meta = isRecord(body) && isRecord(body.meta) ? body.meta : {};
      return meta.next_token === undefined ? body : changed({ meta: { ...meta, next_token: 'stale' } })(body);
    });
    expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({ act: 'retry' });
    mend();
    expect((await network.readMentions(null, LONG_AGO)).posts).toHaveLength(120);
  });

  it('a refusal of the id where we ended begins at its time instead', async () => {
    const since = firstIdAt(START);
    const asked: Query[] = [];
    const client: Pick<XClient, 'get'> = {
      async get(_call, _path, query = {}) {
        asked.push(query);
        if ('since_id' in query) throw new CallFault({ act: 'give-up', code: 'refused', why: 'since_id is too old' });
        return { meta: { result_count: 0 } };
      },
    };
    const start = { notBefore: LONG_AGO, lookBackMs: 0, now: START };
    expect(await readMentions(client, '1', since, start)).toEqual({
      posts: [],
      setAside: [],
      cursor: since,
      isCut: false,
    });
    expect(asked).toMatchObject([{ since_id: since }, { start_time: '2026-03-10T08:00:00Z' }]);
  });
});

describe('posts that X lists out of order', () => {
  it('below what was read already are found by looking back', async () => {
    const { x, network } = await startNetwork();
    const at = new Date(START.getTime() - 5 * MINUTE_MS);
    x.world.post({ author: 'anna', text: '@nordbahn zuerst gelistet' });
    const { cursor } = await network.readMentions(null, LONG_AGO);
    x.world.post({ author: 'ben', text: '@nordbahn früher geschrieben, später gelistet', at });
    expect((await network.readMentions(cursor, LONG_AGO)).posts).toEqual([]);
    const back = await network.readMentions(cursor, LONG_AGO, 15 * MINUTE_MS);
    expect(textsOf(back)).toEqual(['@nordbahn früher geschrieben, später gelistet', '@nordbahn zuerst gelistet']);
    expect(back.cursor).toBe(cursor);
    const notBefore = new Date(START.getTime() - MINUTE_MS);
    expect((await network.readMentions(cursor, notBefore, 15 * MINUTE_MS)).posts).toHaveLength(1);
  });

  it('with an id from the future do not hide those that follow', async () => {
    const { x, network, clock } = await startNetwork();
    x.world.post({ author: 'anna', text: '@nordbahn aus der Zukunft', at: new Date(START.getTime() + 86_400_000) });
    const { cursor, posts } = await network.readMentions(null, LONG_AGO);
    expect(posts).toHaveLength(1);
    await clock.jump(10 * MINUTE_MS);
    x.world.post({ author: 'ben', text: '@nordbahn von jetzt' });
    expect(textsOf(await network.readMentions(cursor, LONG_AGO))).toContain('@nordbahn von jetzt');
  });
});

describe('X’s limits', () => {
  it('without a reset, or with one that is past, make pauses that grow, up to a quarter of an hour', async () => {
    const { x, clock, network } = await startNetwork();
    await network.self();
    const pauses: number[] = [];
    for (const seconds of [undefined, -600, undefined, undefined, -1, undefined]) {
      const named = seconds === undefined ? {} : { retryAfterSeconds: seconds };
      x.faults.add({ when: MENTIONS, kind: '429', times: 1, ...named });
      const fault = await faultOf(network.readMentions(null, LONG_AGO));
      const afterMs = fault.act === 'retry' ? fault.afterMs : 0;
      pauses.push(Math.floor(afterMs / MINUTE_MS));
      await clock.jump(afterMs);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
    await network.readMentions(null, LONG_AGO);
    x.faults.add({ when: MENTIONS, kind: '429', times: 1 });
    expect(await faultOf(network.readMentions(null, LONG_AGO))).toMatchObject({ afterMs: 61_000 });
  });
});

describe('a reply that X answers with', () => {
  it.each([
    ['html', 0],
    ['html-after', 1],
    ['empty', 1],
    ['garbled', 1],
  ] as const satisfies readonly (readonly [FaultKind, number])[])(
    '%s is unclear, whatever became of it',
    async (kind, posts) => {
      const { x, network } = await startNetwork();
      x.faults.add({ when: CREATE, kind, times: 1 });
      expect(await faultOf(network.publish('Hallo', null))).toMatchObject({ act: 'unclear' });
      expect(x.world.ours()).toHaveLength(posts);
      const found = await network.findOwn('Hallo', null, LONG_AGO);
      expect(found === null).toBe(posts === 0);
    },
  );
});

describe('a refusal of X', () => {
  it.each([-40, 7])('for a clock that is off by %i minutes names the clock', async (minutes) => {
    const { x, network } = await startNetwork();
    x.setClockAhead(minutes * MINUTE_MS);
    const fault = await faultOf(network.self());
    expect(fault).toMatchObject({ act: 'give-up', code: 'clock-off' });
    expect(fault.why).toContain(`${Math.abs(minutes)} min ${minutes > 0 ? 'behind' : 'ahead of'} X’s`);
    x.setClockAhead(0);
    expect((await network.self()).handle).toBe('nordbahn');
  });

  it('for an account that is suspended or locked is about our access', async () => {
    const { x, network } = await startNetwork();
    for (const why of [
      'User is suspended.',
      'To protect our users from spam and other malicious activity, this account is temporarily locked.',
    ]) {
      x.setBarred(why);
      expect(await faultOf(network.publish('Hallo', null))).toMatchObject({
        act: 'give-up',
        code: 'not-authorised',
        why,
      });
    }
  });
});
