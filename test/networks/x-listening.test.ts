import { describe, expect, it } from 'vitest';
import { faultOf, LONG_AGO, START, startNetwork } from './x-bench.ts';

const HOUR_MS = 3_600_000;

describe('reading our own posts', () => {
  it('brings what is new, oldest first, as it was written and with what it answers', async () => {
    const { x, network } = await startNetwork();
    const asked = x.world.post({ author: 'anna', text: '@nordbahn Wo ist mein Zug?' });
    x.world.post({ author: 'nordbahn', text: 'Guten Morgen' });
    const first = await network.readOwn(null, LONG_AGO);
    expect(first.posts.map(({ text }) => text)).toEqual(['Guten Morgen']);
    const answer = x.world.post({ author: 'nordbahn', text: 'In Kiel.', inReplyTo: asked.id });
    const next = await network.readOwn(first.cursor, LONG_AGO);
    expect(next).toMatchObject({
      posts: [{ id: answer.id, text: 'In Kiel.', inReplyTo: asked.id, inReplyToAuthor: asked.author.id }],
      cursor: answer.id,
    });
    expect(x.world.rejections).toEqual([]);
  });

  it('knows our own words again after X has put the handle in front and shortened a link', async () => {
    const { network } = await startNetwork();
    expect(network.isSameText('@anna See nordbahn.de ', 'see http://nordbahn.de')).toBe(true);
    expect(network.isSameText('@anna In Kiel.', 'In Husum.')).toBe(false);
  });
});

describe('searching for posts that do not name us', () => {
  it('finds any of the words, but neither who names us, nor ourselves, nor reposts', async () => {
    const { x, network } = await startNetwork();
    const one = x.world.post({ author: 'anna', text: 'Die Nord Bahn ist zu spät' });
    x.world.post({ author: 'anna', text: '@nordbahn Nordbahn zu spät' });
    x.world.post({ author: 'nordbahn', text: 'Nordbahn: heute pünktlich' });
    x.world.retweet('ben', one.id);
    const two = x.world.post({ author: 'ben', text: 'nordbahn, was ist los?' });
    const read = await network.readSearch('Nordbahn OR "Nord Bahn"', null, LONG_AGO);
    expect(read).toMatchObject({ posts: [{ id: one.id }, { id: two.id }], cursor: two.id, tooMany: false });
    expect(await network.readSearch('Nordbahn', read.cursor, LONG_AGO)).toMatchObject({ posts: [], cursor: two.id });
    expect(x.world.rejections).toEqual([]);
  });

  it('begins no earlier than X reaches back, also with a cursor of last month', async () => {
    const { x, clock, network } = await startNetwork();
    const old = x.world.post({ author: 'anna', text: 'Nordbahn', at: new Date(START.getTime() - 30 * 24 * HOUR_MS) });
    const found = x.world.post({ author: 'anna', text: 'Nordbahn!' });
    await clock.jump(HOUR_MS);
    expect((await network.readSearch('Nordbahn', old.id, LONG_AGO)).posts).toMatchObject([{ id: found.id }]);
    expect(x.world.rejections).toEqual([]);
  });

  it('takes the newest of a flood, and says so', async () => {
    const { x, network } = await startNetwork();
    for (let n = 0; n < 520; n += 1) x.world.post({ author: 'anna', text: `Nordbahn ${n}` });
    const read = await network.readSearch('Nordbahn', null, LONG_AGO);
    expect(read.posts).toHaveLength(500);
    expect(read.tooMany).toBe(true);
    expect(read.posts[0]?.text).toBe('Nordbahn 20');
    expect((await network.readSearch('Nordbahn', read.cursor, LONG_AGO)).posts).toEqual([]);
  });

  it('gives up on words that are no query', async () => {
    const { network } = await startNetwork();
    expect(await faultOf(network.readSearch('(Nordbahn OR', null, LONG_AGO))).toMatchObject({ act: 'give-up' });
  });
});

describe('looking at posts again', () => {
  it('tells those that are gone from those that are there, edited ones under their newest id', async () => {
    const { x, network } = await startNetwork();
    const posts = Array.from({ length: 120 }, (_, n) => x.world.post({ author: 'anna', text: `@nordbahn ${n}` }));
    const [first, second] = posts;
    if (first === undefined || second === undefined) throw new Error('there are posts');
    x.world.remove(first.id);
    const edited = x.world.edit(second.id, '@nordbahn neu');
    const now = await network.readPosts(posts.map(({ id }) => id));
    expect(now.gone).toEqual([first.id]);
    expect(now.posts).toHaveLength(119);
    expect(now.posts.find(({ id }) => id === edited.id)?.versions).toEqual([second.id, edited.id]);
  });

  it('never takes a fault for a deletion', async () => {
    const { x, network } = await startNetwork();
    const post = x.world.post({ author: 'anna', text: '@nordbahn eins' });
    x.faults.add({ when: 'GET /2/tweets', kind: '500', times: 1 });
    expect((await faultOf(network.readPosts([post.id]))).act).toBe('retry');
    x.garble('GET /2/tweets');
    expect((await faultOf(network.readPosts([post.id]))).act).toBe('retry');
  });
});
