import { describe, expect, it } from 'vitest';
import * as say from '../../practice/x/problems.ts';
import { startX } from './x-bench.ts';

const reply = (text: string, to: string) => ({ text, reply: { in_reply_to_tweet_id: to } });

describe('posting on the practice X', () => {
  it('puts the post in public, in front of everybody who watches', async () => {
    const { x, caller } = await startX();
    const seen: string[] = [];
    x.world.on((change) => seen.push(`${change.kind}: ${change.post.written}`));
    const { status, body } = await caller.post('/2/tweets', { text: 'Störung zwischen A & B' });
    const [post] = x.world.ours();
    expect(status).toBe(201);
    expect(body).toEqual({
      data: { id: post?.id, text: 'Störung zwischen A &amp; B', edit_history_tweet_ids: [post?.id] },
    });
    expect(seen).toEqual(['posted: Störung zwischen A & B']);
    expect(x.world.costs.count('post')).toBe(1);
  });

  it('takes a reply to a customer who mentioned us', async () => {
    const { x, caller } = await startX();
    const mention = x.world.post({ author: 'anna', text: '@nordbahn wo bleibt der Zug?' });
    expect((await caller.post('/2/tweets', reply('Unterwegs!', mention.id))).status).toBe(201);
    expect(x.world.ours()).toMatchObject([
      { written: '@anna Unterwegs!', inReplyTo: { id: mention.id }, conversationId: mention.id },
    ]);
    expect(x.world.costs.count('reply')).toBe(1);
  });

  it('takes a reply to somebody who quoted us, and to ourselves', async () => {
    const { x, caller } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'Neuer Fahrplan' });
    const quote = x.world.post({ author: 'anna', text: 'Aha', quoteOf: ours.id });
    expect((await caller.post('/2/tweets', reply('Ja!', quote.id))).status).toBe(201);
    expect((await caller.post('/2/tweets', reply('Ab Sonntag.', ours.id))).status).toBe(201);
    expect(x.world.rejections).toEqual([]);
  });

  it('refuses a reply to somebody who did not call us', async () => {
    const { x, caller } = await startX();
    const post = x.world.post({ author: 'anna', text: 'Die Nordbahn wieder' });
    const { status, body } = await caller.post('/2/tweets', reply('Hallo!', post.id));
    expect(status).toBe(403);
    expect(body).toMatchObject({ title: 'Forbidden', detail: say.NOT_SUMMONED });
    expect(x.world.rejections).toMatchObject([{ call: 'POST /2/tweets', status: 403, detail: say.NOT_SUMMONED }]);
  });

  it('refuses the same words twice, but takes them for another person', async () => {
    const { x, caller } = await startX();
    const anna = x.world.post({ author: 'anna', text: '@nordbahn spät' });
    const ben = x.world.post({ author: 'ben', text: '@nordbahn spät' });
    expect((await caller.post('/2/tweets', reply('Das tut uns leid', anna.id))).status).toBe(201);
    expect((await caller.post('/2/tweets', reply('Das tut uns leid', ben.id))).status).toBe(201);
    const { status, body } = await caller.post('/2/tweets', reply('@anna das tut uns leid', anna.id));
    expect([status, body]).toMatchObject([403, { detail: say.DUPLICATE }]);
  });

  it('takes the same words again once the first are deleted', async () => {
    const { x, caller } = await startX();
    await caller.post('/2/tweets', { text: 'Guten Morgen' });
    expect((await caller.post('/2/tweets', { text: 'Guten Morgen' })).status).toBe(403);
    await caller.del(`/2/tweets/${x.world.ours()[0]?.id}`);
    expect((await caller.post('/2/tweets', { text: 'Guten Morgen' })).status).toBe(201);
  });

  it('counts length as X does: a link is 23, CJK are 2', async () => {
    const { caller } = await startX();
    const link = `https://example.com/${'a'.repeat(300)}`;
    expect((await caller.post('/2/tweets', { text: `${'a'.repeat(256)} ${link}` })).status).toBe(201);
    expect((await caller.post('/2/tweets', { text: '電'.repeat(140) })).status).toBe(201);
    expect(await caller.post('/2/tweets', { text: '電'.repeat(141) })).toMatchObject({
      status: 403,
      body: { detail: say.TOO_LONG },
    });
  });

  it('refuses a second cashtag, a reply to a deleted post and unknown media', async () => {
    const { x, caller } = await startX();
    const gone = x.world.post({ author: 'anna', text: '@nordbahn hm' });
    x.world.remove(gone.id);
    const tries = [
      { text: 'Aktie $NB und $XY' },
      reply('Hallo', gone.id),
      { text: 'Bild', media: { media_ids: ['1'] } },
    ];
    const replies = await Promise.all(tries.map((one) => caller.post('/2/tweets', one)));
    expect(replies.map(({ status, body }) => [status, say.detailOf(body)])).toEqual([
      [403, say.CASHTAGS],
      [403, say.TARGET_GONE],
      [400, 'Your media IDs are invalid.'],
    ]);
  });

  it.each([{}, { text: '  ' }, { text: 5 }, { text: 'a', in_reply_to: '1' }, undefined])(
    'refuses the body %j',
    async (sent) => {
      const { caller } = await startX();
      expect((await caller.post('/2/tweets', sent)).status).toBe(400);
    },
  );

  it('bills a link at its price', async () => {
    const { x, caller } = await startX();
    await caller.post('/2/tweets', { text: 'Mehr auf example.com' });
    expect(x.world.costs.total()).toBeCloseTo(0.2);
  });

  it('carries an uploaded picture with its alt text', async () => {
    const { x, caller } = await startX();
    const begun = await caller.post('/2/media/upload/initialize', { media_type: 'image/png', total_bytes: 3 });
    const id = String(/"id":"(\d+)"/.exec(JSON.stringify(begun.body))?.[1]);
    await caller.post(`/2/media/upload/${id}/append`, { media: 'AAAA', segment_index: 0 });
    expect((await caller.post(`/2/media/upload/${id}/finalize`, undefined)).body).toMatchObject({
      data: { id, size: 3 },
    });
    await caller.post('/2/media/metadata', { id, metadata: { alt_text: { text: 'Ein Gleis' } } });
    await caller.post('/2/tweets', { text: 'Baustelle', media: { media_ids: [id] } });
    expect(x.world.ours()).toMatchObject([{ media: [{ altText: 'Ein Gleis', type: 'photo' }] }]);
  });
});

describe('taking back on the practice X', () => {
  it('deletes our own post, says when it is gone already, and refuses another’s', async () => {
    const { x, caller } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'Irrtum' });
    const theirs = x.world.post({ author: 'anna', text: 'Meins' });
    expect(await caller.del(`/2/tweets/${ours.id}`)).toMatchObject({ status: 200, body: { data: { deleted: true } } });
    expect(x.world.ours()).toEqual([]);
    expect((await caller.del(`/2/tweets/${ours.id}`)).status).toBe(404);
    expect((await caller.del(`/2/tweets/${theirs.id}`)).status).toBe(403);
  });

  it('hides a reply in our own conversation only', async () => {
    const { x, caller } = await startX();
    const ours = x.world.post({ author: 'nordbahn', text: 'Frage?' });
    const rude = x.world.post({ author: 'anna', text: 'Grob', inReplyTo: ours.id });
    const other = x.world.post({ author: 'anna', text: '@nordbahn auch grob' });
    expect((await caller.put(`/2/tweets/${rude.id}/hidden`, { hidden: true })).body).toEqual({
      data: { hidden: true },
    });
    expect(rude.hidden).toBe(true);
    expect((await caller.put(`/2/tweets/${other.id}/hidden`, { hidden: true })).status).toBe(403);
  });
});
