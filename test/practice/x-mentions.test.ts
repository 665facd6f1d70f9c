import { describe, expect, it } from 'vitest';
import { pageOf, startX } from './x-bench.ts';

const FULL = {
  'tweet.fields': 'created_at,conversation_id,entities,note_tweet,lang,public_metrics,in_reply_to_user_id',
  expansions: 'author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id',
  'user.fields': 'public_metrics,profile_image_url,verified,created_at',
  'media.fields': 'url,preview_image_url,alt_text,width,height',
};

describe('the mentions of an account on the practice X', () => {
  it('come newest first and show only what was asked for', async () => {
    const { x, caller } = await startX();
    const first = x.world.post({ author: 'anna', text: 'Hallo @nordbahn' });
    const second = x.world.post({ author: 'ben', text: 'Hello @NordBahn' });
    x.world.post({ author: 'ben', text: 'nothing to do with them' });
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`);
    expect(body).toEqual({
      data: [
        { id: second.id, text: 'Hello @NordBahn', edit_history_tweet_ids: [second.id] },
        { id: first.id, text: 'Hallo @nordbahn', edit_history_tweet_ids: [first.id] },
      ],
      meta: { result_count: 2, newest_id: second.id, oldest_id: first.id },
    });
  });

  it('bring authors, media and referenced posts when they are expanded', async () => {
    const { x, caller } = await startX();
    x.world.addPerson({ username: 'anna', name: 'Anna', followers: 1234, verified: true });
    const ours = x.world.post({ author: 'nordbahn', text: 'Wir bauen.' });
    const media = [{ url: 'https://pbs.twimg.com/media/a.jpg', altText: 'Ein Bahnsteig' }];
    const post = x.world.post({ author: 'anna', text: 'Und wann fertig?', inReplyTo: ours.id, media });
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, FULL);
    expect(body).toMatchObject({
      data: [
        {
          id: post.id,
          created_at: post.at.toISOString(),
          conversation_id: ours.id,
          author_id: post.author.id,
          in_reply_to_user_id: x.world.us.id,
          lang: 'de',
          referenced_tweets: [{ type: 'replied_to', id: ours.id }],
          attachments: { media_keys: [post.media[0]?.key] },
          public_metrics: { retweet_count: 0, reply_count: 0 },
        },
      ],
      includes: {
        users: [
          { username: 'anna', name: 'Anna', verified: true, public_metrics: { followers_count: 1234 } },
          { username: 'nordbahn' },
        ],
        media: [{ type: 'photo', alt_text: 'Ein Bahnsteig', url: 'https://pbs.twimg.com/media/a.jpg', width: 1200 }],
        tweets: [{ id: ours.id, text: 'Wir bauen.' }],
      },
    });
  });

  it('are paged to the end by next_token, and since_id leaves out what was read', async () => {
    const { x, caller } = await startX();
    const ids = Array.from({ length: 12 }, (_, n) => x.world.post({ author: 'anna', text: `@nordbahn ${n}` }).id);
    const path = `/2/users/${x.world.us.id}/mentions`;
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const query = {
        max_results: '5',
        since_id: ids[0] ?? '',
        ...(token === undefined ? {} : { pagination_token: token }),
      };
      const { body } = await caller.get(path, query);
      const page = pageOf(body);
      seen.push(...page.data.map((post) => post.id));
      token = page.meta.next_token;
    } while (token !== undefined);
    expect(seen).toEqual(ids.slice(1).toReversed());
  });

  it('have no data key when there are none', async () => {
    const { x, caller } = await startX();
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`);
    expect(body).toEqual({ meta: { result_count: 0 } });
  });

  it('reach back 800 posts and no further', async () => {
    const { x, caller } = await startX();
    const ids = Array.from({ length: 801 }, (_, n) => x.world.post({ author: 'anna', text: `@nordbahn ${n}` }).id);
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, { until_id: ids[2] ?? '' });
    expect(body).toMatchObject({ data: [{ id: ids[1] }], meta: { result_count: 1 } });
  });

  it('keep to start_time and end_time', async () => {
    const { x, caller } = await startX();
    const at = (hour: number) => new Date(`2026-03-10T0${hour}:00:00.000Z`);
    for (const hour of [5, 6, 7]) x.world.post({ author: 'anna', text: `@nordbahn ${hour}`, at: at(hour) });
    const window = { start_time: '2026-03-10T06:00:00Z', end_time: '2026-03-10T07:00:00Z' };
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, window);
    expect(body).toMatchObject({ data: [{ text: '@nordbahn 6' }], meta: { result_count: 1 } });
  });

  it.each([
    ['max_results', '3', 'is not between 5 and 100'],
    ['since_id', 'abc', 'does not match'],
    ['start_time', 'yesterday', 'is not a valid'],
    ['tweets', '1', 'is not one of'],
  ])('refuse %s=%s', async (name, value, why) => {
    const { x, caller } = await startX();
    const { status, body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, { [name]: value });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(why);
    expect(x.world.rejections).toHaveLength(1);
  });

  it('answer in the newer names when post.fields asks for them', async () => {
    const { x, caller } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'Wir bauen.' });
    x.world.post({ author: 'anna', text: `@nordbahn ${'sehr '.repeat(80)}lang`, inReplyTo: ours.id });
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, {
      'post.fields': 'note_post,public_metrics,author_id',
      expansions: 'referenced_posts',
    });
    expect(body).toMatchObject({
      data: [{ referenced_posts: [{ id: ours.id }], note_post: {}, public_metrics: { repost_count: 0 } }],
      includes: { posts: [{ id: ours.id, edit_history_post_ids: [ours.id] }] },
    });
    expect(JSON.stringify(body)).not.toContain('author_id');
  });
});

describe('texts on the practice X', () => {
  it('have short links with entities, escaped signs and handles counted in code points', async () => {
    const { x, caller } = await startX();
    x.world.post({
      author: 'anna',
      text: '🚆 a<b & c @nordbahn https://www.example.com/a/very/long/path/indeed #spät',
    });
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, { 'tweet.fields': 'entities' });
    const [post] = pageOf(body).data;
    const points = Array.from(post?.text ?? '');
    const shown = (kind: string) =>
      points.slice(post?.entities?.[kind]?.[0]?.start, post?.entities?.[kind]?.[0]?.end).join('');
    expect(post?.text).toMatch(/^🚆 a&lt;b &amp; c @nordbahn https:\/\/t\.co\/\w{10} #spät$/);
    expect(shown('mentions')).toBe('@nordbahn');
    expect(shown('urls')).toMatch(/^https:\/\/t\.co/);
    expect(shown('hashtags')).toBe('#spät');
    expect(post?.entities?.urls).toMatchObject([
      {
        expanded_url: 'https://www.example.com/a/very/long/path/indeed',
        display_url: 'example.com/a/very/long/pa…',
      },
    ]);
  });

  it('of long posts are cut, with the whole in note_tweet', async () => {
    const { x, caller } = await startX();
    const text = `@nordbahn ${'Zug fällt aus. '.repeat(30)}Ende`;
    x.world.post({ author: 'anna', text });
    const { body } = await caller.get(`/2/users/${x.world.us.id}/mentions`, { 'tweet.fields': 'note_tweet' });
    expect(body).toMatchObject({ data: [{ note_tweet: { text } }] });
    expect(pageOf(body).data[0]?.text).toMatch(/… https:\/\/t\.co\/\w+$/);
  });

  it('of replies begin with the handle that is answered', async () => {
    const { x } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'Guten Morgen' });
    const reply = x.world.post({ author: 'anna', text: 'Schön wär’s', inReplyTo: ours.id });
    expect(reply.shown.text).toBe('@nordbahn Schön wär’s');
    expect(reply.conversationId).toBe(ours.id);
  });
});
