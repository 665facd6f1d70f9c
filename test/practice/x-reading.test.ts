import { describe, expect, it } from 'vitest';
import { compareIds, createSnowflakes, instantOf } from '../../practice/x/snowflake.ts';
import { startX, TUESDAY } from './x-bench.ts';
import { createXCaller } from './x-caller.ts';

describe('other reads of the practice X', () => {
  it('list our own timeline, without replies when asked', async () => {
    const { x, caller } = await startX();
    const customer = x.world.post({ author: 'anna', text: '@nordbahn hm' });
    const news = x.world.post({ author: 'nordbahn', text: 'Störung' });
    const reply = x.world.post({ author: 'nordbahn', text: 'Wir schauen', inReplyTo: customer.id });
    const path = `/2/users/${x.world.us.id}/tweets`;
    expect((await caller.get(path)).body).toMatchObject({ data: [{ id: reply.id }, { id: news.id }] });
    expect((await caller.get(path, { exclude: 'replies' })).body).toMatchObject({ meta: { result_count: 1 } });
  });

  it('look posts up, and say which are gone', async () => {
    const { x, caller } = await startX();
    const here = x.world.post({ author: 'anna', text: 'hier' });
    const gone = x.world.post({ author: 'anna', text: 'weg' });
    x.world.remove(gone.id);
    const { body } = await caller.get('/2/tweets', { ids: `${here.id},${gone.id}` });
    expect(body).toMatchObject({
      data: [{ id: here.id }],
      errors: [{ title: 'Not Found Error', resource_id: gone.id }],
    });
    expect((await caller.get(`/2/tweets/${here.id}`)).body).toMatchObject({ data: { text: 'hier' } });
  });

  it('search the last week by words, author and what is left out', async () => {
    const { x, caller } = await startX();
    x.world.post({ author: 'anna', text: 'Nordbahn schon wieder zu spät' });
    x.world.post({ author: 'anna', text: '@nordbahn nordbahn zu spät' });
    x.world.post({ author: 'nordbahn', text: 'Nordbahn: heute pünktlich' });
    x.world.post({ author: 'anna', text: 'nordbahn vor Jahren', at: new Date('2026-01-01T00:00:00Z') });
    const { body } = await caller.get('/2/tweets/search/recent', { query: 'nordbahn -@nordbahn -from:nordbahn' });
    expect(body).toMatchObject({ data: [{ text: 'Nordbahn schon wieder zu spät' }], meta: { result_count: 1 } });
  });

  it('say who we are', async () => {
    const { x, caller } = await startX();
    const { body } = await caller.get('/2/users/me', { 'user.fields': 'public_metrics' });
    expect(body).toMatchObject({ data: { id: x.world.us.id, username: 'nordbahn', public_metrics: {} } });
  });

  it('tell edits and retweets apart from new posts', async () => {
    const { x, caller } = await startX();
    const first = x.world.post({ author: 'anna', text: '@nordbahn Tipfehler' });
    const edited = x.world.edit(first.id, '@nordbahn Tippfehler');
    const repost = x.world.retweet('ben', edited.id);
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, { 'tweet.fields': 'referenced_tweets' });
    expect(body).toMatchObject({
      data: [
        {
          id: repost.id,
          text: 'RT @anna: @nordbahn Tippfehler',
          referenced_tweets: [{ type: 'retweeted', id: edited.id }],
        },
        { id: edited.id, edit_history_tweet_ids: [first.id, edited.id] },
      ],
      meta: { result_count: 2 },
    });
  });

  it('bill each post once in a UTC day', async () => {
    const { x, clock, caller } = await startX();
    x.world.post({ author: 'anna', text: '@nordbahn eins' });
    const read = () => caller.get(`/2/users/${x.world.us.id}/mentions`);
    await read();
    await read();
    expect(x.world.costs.count('own mention read')).toBe(1);
    await clock.jump(24 * 3_600_000);
    await read();
    expect(x.world.costs.total()).toBeCloseTo(0.002);
  });
});

describe('ids', () => {
  it('grow with the clock, never repeat, and tell their time', () => {
    const snowflakes = createSnowflakes();
    const ids = Array.from({ length: 5000 }, () => snowflakes.next(TUESDAY));
    expect(new Set(ids).size).toBe(5000);
    expect(ids.toSorted(compareIds)).toEqual(ids);
    expect(instantOf(ids[0] ?? '0')).toEqual(TUESDAY);
    // The example of X's documentation, so that the arithmetic is X's and not only ours.
    expect(instantOf('1346889436626259968').toISOString()).toBe('2021-01-06T18:40:40.344Z');
  });
});

describe('signatures', () => {
  it('of X’s own address are accepted as well, as from a client that only sends its call elsewhere', async () => {
    const { x } = await startX();
    const { status } = await createXCaller(x, 'https://api.x.com').get('/2/users/me', {
      'user.fields': "verified,a b!'()*",
    });
    expect(status).toBe(200);
  });

  it('that do not match, and calls without one, are refused', async () => {
    const { x } = await startX();
    expect((await createXCaller(x, 'https://api.example.com').get('/2/users/me')).status).toBe(401);
    expect((await fetch(`${x.url}/2/users/me`)).status).toBe(401);
    expect(x.world.rejections.map((one) => one.detail)).toEqual([
      'the signature does not match',
      'the Authorization header is missing or is not OAuth 1.0a',
    ]);
  });
});
