import { describe, expect, it } from 'vitest';
import { startX } from '../practice/x-bench.ts';
import { checkXAnswer } from './x-answers.ts';
import { xContract } from './x-contract.ts';
import { checkXRequest } from './x-requests.ts';

const ASKED = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,referenced_tweets,reply_settings',
  expansions:
    'author_id,in_reply_to_user_id,attachments.media_keys,entities.mentions.username,referenced_tweets.id,referenced_tweets.id.author_id',
  'user.fields': 'created_at,description,profile_image_url,protected,public_metrics,verified,verified_type',
  'media.fields': 'alt_text,height,preview_image_url,url,width',
};
const ASKED_IN_NEWER_NAMES = {
  ...ASKED,
  'post.fields':
    'attachments,conversation_id,created_at,entities,lang,note_post,possibly_sensitive,public_metrics,reply_settings',
  'tweet.fields': '',
  expansions: 'author_id,in_reply_to_user_id,attachments.media_keys,entities.mentions.username,referenced_posts',
};

describe.skipIf(xContract === undefined)('the practice X, by X’s own document', () => {
  it.each([
    ['older', ASKED],
    ['newer', ASKED_IN_NEWER_NAMES],
  ])('answers every read as documented, in the %s names', async (_, query) => {
    const { x, caller } = await startX();
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    const ours = x.world.post({ author: 'nordbahn', text: 'Wir bauen: https://example.com/bau' });
    const media = [{ url: 'https://pbs.twimg.com/media/a.jpg', altText: 'Gleis' }];
    const mention = x.world.post({
      author: 'anna',
      text: `@nordbahn $NB #spät ${'sehr '.repeat(60)}`,
      quoteOf: ours.id,
      media,
    });
    const clip = { url: 'https://pbs.twimg.com/media/v.jpg', type: 'video' as const };
    x.world.post({ author: 'ben', text: 'auch', inReplyTo: ours.id, media: [clip] });
    x.world.retweet('carl', mention.id);
    const lost = x.world.post({ author: 'dora', text: 'bald weg' });
    x.world.post({ author: 'anna', text: '@nordbahn ja', inReplyTo: lost.id });
    x.world.remove(lost.id);

    const id = x.world.us.id;
    const calls: [string, Record<string, string>][] = [
      [`/2/users/${id}/mentions`, { ...asked, max_results: '100', since_id: '1', start_time: '2026-01-01T00:00:00Z' }],
      [`/2/users/${id}/tweets`, { ...asked, exclude: 'retweets', until_id: '9999999999999999999' }],
      ['/2/tweets', { ...asked, ids: `${ours.id},${lost.id}` }],
      [`/2/tweets/${mention.id}`, asked],
      ['/2/tweets/search/recent', { ...asked, query: 'nordbahn', max_results: '10' }],
      ['/2/users/me', { 'user.fields': ASKED['user.fields'] }],
    ];
    for (const [path, parameters] of calls) {
      expect(checkXRequest({ method: 'GET', path, query: parameters })).toEqual([]);
      const { status, body } = await caller.get(path, parameters);
      expect([path, status, checkXAnswer('GET', path, status, body)]).toEqual([path, 200, []]);
    }
  });

  it('answers every write as documented', async () => {
    const { x, caller } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'alt' });
    const theirs = x.world.post({ author: 'anna', text: 'hm', inReplyTo: ours.id });
    const text = { text: 'Danke!', reply: { in_reply_to_tweet_id: theirs.id } };
    expect(checkXRequest({ method: 'POST', path: '/2/tweets', body: text })).toEqual([]);
    const replies: [string, string, Awaited<ReturnType<typeof caller.post>>][] = [
      ['POST', '/2/tweets', await caller.post('/2/tweets', text)],
      ['DELETE', `/2/tweets/${ours.id}`, await caller.del(`/2/tweets/${x.world.ours()[1]?.id}`)],
      ['PUT', `/2/tweets/${theirs.id}/hidden`, await caller.put(`/2/tweets/${theirs.id}/hidden`, { hidden: true })],
      [
        'POST',
        '/2/media/upload/initialize',
        await caller.post('/2/media/upload/initialize', { media_type: 'image/png', total_bytes: 1 }),
      ],
      [
        'POST',
        '/2/media/upload',
        await caller.post('/2/media/upload', { media: 'AAAA', media_category: 'tweet_image' }),
      ],
    ];
    for (const [method, path, { status, body }] of replies) {
      expect([method, path, status < 300, checkXAnswer(method, path, status, body)]).toEqual([method, path, true, []]);
    }
  });

  it('refuses as documented', async () => {
    const { x, caller } = await startX();
    const path = `/2/users/${x.world.us.id}/mentions`;
    const refusals = [
      ['GET', path, await caller.get(path, { max_results: '1' })],
      ['DELETE', '/2/tweets/1', await caller.del('/2/tweets/1')],
      ['POST', '/2/tweets', await caller.post('/2/tweets', { text: '電'.repeat(200) })],
    ] as const;
    for (const [method, at, { status, body }] of refusals) {
      expect([at, status >= 400, checkXAnswer(method, at, status, body)]).toEqual([at, true, []]);
    }
  });
});

describe.skipIf(xContract === undefined)('the check of our own requests', () => {
  it.each([
    [{ method: 'GET', path: '/2/users/1/mention' }, 'not in the document'],
    [{ method: 'GET', path: '/2/users/1/mentions', query: { max_results: '500' } }, 'must be <= 100'],
    [{ method: 'GET', path: '/2/users/1/mentions', query: { page: '2' } }, 'page is not a parameter'],
    [{ method: 'GET', path: '/2/users/1/mentions', query: { 'tweet.fields': 'created' } }, 'created is not a field'],
    [{ method: 'GET', path: '/2/users/1/mentions', query: { expansions: 'author' } }, 'expansions'],
    [{ method: 'GET', path: '/2/tweets/search/recent' }, 'query is required'],
    [{ method: 'POST', path: '/2/tweets', body: { text: 'a', answer: 1 } }, 'NOT'],
    [{ method: 'POST', path: '/2/tweets', body: { text: 'a', reply: {} } }, 'in_reply_to_tweet_id'],
  ])('finds what is wrong with %j', (call, why) => {
    expect(checkXRequest(call).join('\n')).toContain(why);
  });
});
