import { describe, expect, it } from 'vitest';
import { faultOf, LONG_AGO, START, startNetwork } from './x-bench.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const HOUR_MS = 3_600_000;

describe('reading mentions from X', () => {
  it('brings every one of them oldest first, over all pages', async () => {
    const { x, network } = await startNetwork();
    const ids = Array.from({ length: 230 }, (_, n) => x.world.post({ author: 'anna', text: `@nordbahn Nr. ${n}` }).id);
    const read = await network.readMentions(null, LONG_AGO);
    expect(read.posts.map((post) => post.id)).toEqual(ids);
    expect(read.cursor).toBe(ids.at(-1));
    expect(x.world.requests.filter((seen) => seen.call === MENTIONS)).toHaveLength(3);
  });

  it('goes on after the cursor, and keeps it when nothing is new', async () => {
    const { x, network } = await startNetwork();
    x.world.post({ author: 'anna', text: '@nordbahn eins' });
    const first = await network.readMentions(null, LONG_AGO);
    const second = x.world.post({ author: 'anna', text: '@nordbahn zwei' });
    const next = await network.readMentions(first.cursor, LONG_AGO);
    expect(next.posts.map((post) => post.text)).toEqual(['@nordbahn zwei']);
    expect(await network.readMentions(next.cursor, LONG_AGO)).toEqual({
      posts: [],
      setAside: [],
      cursor: second.id,
      isCut: false,
    });
  });

  it('leaves older posts alone at the very first start', async () => {
    const { x, network } = await startNetwork();
    x.world.post({ author: 'anna', text: '@nordbahn alt', at: new Date(START.getTime() - 25 * HOUR_MS) });
    x.world.post({ author: 'anna', text: '@nordbahn neu', at: new Date(START.getTime() - 23 * HOUR_MS) });
    const read = await network.readMentions(null, new Date(START.getTime() - 24 * HOUR_MS));
    expect(read.posts.map((post) => post.text)).toEqual(['@nordbahn neu']);
  });

  it('has no cursor while there was never a mention', async () => {
    const { network } = await startNetwork();
    expect(await network.readMentions(null, LONG_AGO)).toEqual({ posts: [], setAside: [], cursor: null, isCut: false });
  });

  it('tells who wrote, where, when, in which language, and what it answers', async () => {
    const { x, network } = await startNetwork();
    x.world.addPerson({ username: 'anna', name: 'Anna K.', followers: 1234 });
    const ours = x.world.post({ author: 'nordbahn', text: 'Guten Morgen' });
    const at = new Date('2026-03-10T07:30:00.123Z');
    const media = [
      { url: 'https://pbs.twimg.com/media/a.jpg', altText: 'Ein leerer Bahnsteig' },
      { url: 'https://pbs.twimg.com/media/v.jpg', type: 'video' as const },
    ];
    const post = x.world.post({ author: 'anna', text: 'Wo ist mein Zug?', inReplyTo: ours.id, at, lang: 'de', media });
    x.world.spread(post.id, { likes: 12, reposts: 3 });
    x.world.post({ author: 'ben', text: 'Lest das!', quoteOf: post.id });
    const { posts } = await network.readMentions(null, LONG_AGO);
    expect(posts).toEqual([
      {
        id: post.id,
        conversation: ours.id,
        author: { id: post.author.id, handle: 'anna', name: 'Anna K.', followers: 1234 },
        text: '@nordbahn Wo ist mein Zug?',
        lang: 'de',
        at: '2026-03-10T07:30:00.123Z',
        url: `https://x.com/anna/status/${post.id}`,
        pictures: [
          { url: 'https://pbs.twimg.com/media/a.jpg', alt: 'Ein leerer Bahnsteig', type: 'photo' },
          { url: 'https://pbs.twimg.com/media/v.jpg', alt: '', type: 'video' },
        ],
        likes: 12,
        reposts: 4,
        inReplyTo: ours.id,
        inReplyToAuthor: ours.author.id,
        versions: [post.id],
        isRepost: false,
      },
    ]);
  });

  it('gives the text as it was written: signs decoded, links expanded, long posts whole', async () => {
    const { x, network } = await startNetwork();
    const texts = [
      '@nordbahn 5 < 6 & "7" &amp; &lt;b&gt; 🚆',
      '@nordbahn siehe https://example.com/a?b=1&c=2 und https://example.org/$&/x',
      `@nordbahn ${'Der Zug fällt wieder aus. '.repeat(20)}https://example.com/lang & Schluss`,
    ];
    for (const text of texts) x.world.post({ author: 'anna', text });
    const { posts } = await network.readMentions(null, LONG_AGO);
    expect(posts.map((post) => post.text)).toEqual(texts);
  });

  it('marks plain reposts, and our own posts by their author', async () => {
    const { x, network } = await startNetwork();
    const post = x.world.post({ author: 'anna', text: '@nordbahn hallo' });
    x.world.retweet('ben', post.id);
    x.world.post({ author: 'nordbahn', text: 'Folgt @nordbahn' });
    const { posts } = await network.readMentions(null, LONG_AGO);
    expect(posts.map((one) => one.isRepost)).toEqual([false, true, false]);
    expect(posts[2]?.author.id).toBe((await network.self()).id);
  });

  it('sets a post aside that cannot be read, and goes on past it', async () => {
    const { x, network, logged } = await startNetwork();
    x.world.post({ author: 'anna', text: '@nordbahn vorher' });
    const odd = x.world.post({ author: 'anna', text: '@nordbahn seltsam' });
    x.world.mangle(odd.id);
    const read = await network.readMentions(null, LONG_AGO);
    expect(read.posts.map((post) => post.text)).toEqual(['@nordbahn vorher']);
    expect(read.setAside.map((one) => one.id)).toEqual([odd.id]);
    expect(read.setAside[0]?.reason).toContain('text');
    expect(JSON.parse(read.setAside[0]?.raw ?? '')).toMatchObject({ id: odd.id, created_at: 'yesterday' });
    expect(read.cursor).toBe(odd.id);
    expect(logged()).toContain(odd.id);
  });

  it('asks who we are once', async () => {
    const { x, network } = await startNetwork();
    await network.readMentions(null, LONG_AGO);
    await network.readMentions(null, LONG_AGO);
    expect(await network.self()).toEqual({ id: x.world.us.id, handle: 'nordbahn' });
    expect(x.world.requests.filter((seen) => seen.call === 'GET /2/users/me')).toHaveLength(1);
  });

  it('asks again who we are after it failed', async () => {
    const { x, network } = await startNetwork();
    x.faults.add({ when: 'GET /2/users/me', kind: '500', times: 1 });
    expect((await faultOf(network.self())).act).toBe('retry');
    expect((await network.self()).handle).toBe('nordbahn');
  });

  it('loses nothing when a page in the middle fails: the next read starts where this one did', async () => {
    const { x, network } = await startNetwork();
    for (let n = 0; n < 150; n += 1) x.world.post({ author: 'anna', text: `@nordbahn ${n}` });
    await network.self();
    x.faults.add({ when: MENTIONS, kind: 'delay', delayMs: 0, times: 1 });
    x.faults.add({ when: MENTIONS, kind: 'cut-after', times: 1 });
    expect((await faultOf(network.readMentions(null, LONG_AGO))).act).toBe('retry');
    expect((await network.readMentions(null, LONG_AGO)).posts).toHaveLength(150);
  });
});
