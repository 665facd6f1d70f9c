import { describe, expect, it } from 'vitest';
import { faultOf, START, startNetwork } from './x-bench.ts';

const CREATE = 'POST /2/tweets';
const DELETE = 'DELETE /2/tweets/:id';

describe('publishing on X', () => {
  it('posts a reply and says where it is', async () => {
    const { x, network } = await startNetwork();
    await network.self();
    const mention = x.world.post({ author: 'anna', text: '@nordbahn hilfe' });
    const post = await network.publish('Wir sind dran & melden uns', mention.id);
    expect(x.world.ours()).toMatchObject([
      { id: post.id, written: '@anna Wir sind dran & melden uns', inReplyTo: { id: mention.id } },
    ]);
    expect(post.url).toBe(`https://x.com/nordbahn/status/${post.id}`);
    expect(x.world.rejections).toEqual([]);
  });

  it('posts what answers nobody', async () => {
    const { x, network } = await startNetwork();
    await network.publish('Störung auf der Linie 4', null);
    expect(x.world.ours()).toMatchObject([{ written: 'Störung auf der Linie 4' }]);
  });

  it.each([
    ['duplicate', 'Guten Morgen'],
    ['too-long', '電'.repeat(141)],
    ['refused', 'Aktien $NB und $XY'],
  ])('gives up with %s', async (code, text) => {
    const { x, network } = await startNetwork();
    x.world.post({ author: 'nordbahn', text: 'Guten Morgen' });
    const fault = await faultOf(network.publish(text, null));
    expect(fault).toMatchObject({ act: 'give-up', code, why: x.world.rejections[0]?.detail });
  });

  it('gives up a reply to somebody who did not call us, and to what is deleted', async () => {
    const { x, network } = await startNetwork();
    const stranger = x.world.post({ author: 'anna', text: 'Die Bahn!' });
    const gone = x.world.post({ author: 'anna', text: '@nordbahn weg' });
    x.world.remove(gone.id);
    expect(await faultOf(network.publish('Hallo', stranger.id))).toMatchObject({ code: 'reply-not-allowed' });
    expect(await faultOf(network.publish('Hallo', gone.id))).toMatchObject({ code: 'post-gone' });
  });

  it('is unclear when the answer does not come, whatever happened', async () => {
    const { x, network } = await startNetwork({ timeoutMs: 300 });
    for (const kind of ['cut-before', 'cut-after', '500', '500-after'] as const) {
      x.faults.add({ when: CREATE, kind, times: 1 });
      expect([kind, (await faultOf(network.publish(`Text ${kind}`, null))).act]).toEqual([kind, 'unclear']);
    }
    x.faults.add({ when: CREATE, kind: 'delay', delayMs: 600, times: 1 });
    expect((await faultOf(network.publish('Text zu spät', null))).act).toBe('unclear');
    x.garble(CREATE);
    expect((await faultOf(network.publish('Text halb', null))).act).toBe('unclear');
    await x.world.waitFor(() => x.world.ours().length === 4, 'the four that reached X');
    expect(x.world.requests.filter((seen) => seen.call === CREATE)).toHaveLength(6);
  });

  it('may try again when nothing was sent', async () => {
    const { x, network } = await startNetwork();
    await x.stop();
    expect(await faultOf(network.publish('Hallo', null))).toMatchObject({ act: 'retry', limited: false });
    await x.start();
  });
});

describe('taking back on X', () => {
  it('deletes our post, and is content when it is gone already', async () => {
    const { x, network } = await startNetwork();
    const post = await network.publish('Irrtum', null);
    await network.remove(post.id);
    expect(x.world.ours()).toEqual([]);
    await network.remove(post.id);
  });

  it('gives up what X does not let go', async () => {
    const { x, network } = await startNetwork();
    const theirs = x.world.post({ author: 'anna', text: 'Meins' });
    expect(await faultOf(network.remove(theirs.id))).toMatchObject({ act: 'give-up', code: 'refused' });
  });

  it('may try again after a cut connection, since deleting twice is deleting once', async () => {
    const { x, network } = await startNetwork();
    const post = await network.publish('Irrtum', null);
    x.faults.add({ when: DELETE, kind: 'cut-after', times: 1 });
    expect((await faultOf(network.remove(post.id))).act).toBe('retry');
    await network.remove(post.id);
  });
});

describe('looking for our own post on X', () => {
  it('finds it by text and by what it answers, however X changed it', async () => {
    const { x, network } = await startNetwork();
    const mention = x.world.post({ author: 'anna', text: '@nordbahn wann?' });
    const other = x.world.post({ author: 'ben', text: '@nordbahn wann?' });
    const text = 'Gleich & sicher: https://www.example.com/fahrplan/ und nordbahn.example,  <Gleis 3> – Zu\u0308ge ^AB';
    await network.publish(text, other.id);
    const { id } = await network.publish(text, mention.id);
    const found = await network.findOwn(text, mention.id, START);
    expect([found?.id, found?.at]).toEqual([id, x.world.find(id)?.at.toISOString()]);
  });

  it('does not take another text, another post or an older one for it', async () => {
    const { x, network } = await startNetwork();
    const mention = x.world.post({ author: 'anna', text: '@nordbahn wann?' });
    const hourAgo = new Date(START.getTime() - 3_600_000);
    x.world.post({ author: 'nordbahn', text: 'Gleich!', inReplyTo: mention.id, at: hourAgo });
    x.world.post({ author: 'nordbahn', text: 'Gleich!' });
    x.world.post({ author: 'nordbahn', text: 'Bald!', inReplyTo: mention.id });
    x.world.post({ author: 'anna', text: '@nordbahn Gleich!', inReplyTo: mention.id });
    expect(await network.findOwn('Gleich!', mention.id, START)).toBeNull();
    expect(await network.findOwn('Gleich!', mention.id, hourAgo)).not.toBeNull();
  });

  it('finds what a cut connection left behind, and nothing where nothing happened', async () => {
    const { x, network } = await startNetwork();
    x.faults.add({ when: CREATE, kind: 'cut-after', times: 1 });
    x.faults.add({ when: CREATE, kind: 'cut-before', times: 1 });
    await faultOf(network.publish('Ist das da?', null));
    await faultOf(network.publish('Und das?', null));
    expect((await network.findOwn('Ist das da?', null, START))?.id).toBe(x.world.ours()[0]?.id);
    expect(await network.findOwn('Und das?', null, START)).toBeNull();
  });

  it('looks through all pages', async () => {
    const { x, network } = await startNetwork();
    const wanted = x.world.post({ author: 'nordbahn', text: 'Die erste' });
    for (let n = 0; n < 120; n += 1) x.world.post({ author: 'nordbahn', text: `Nummer ${n}` });
    expect((await network.findOwn('Die erste', null, START))?.id).toBe(wanted.id);
  });
});

it('shows any post by its id alone', async () => {
  const { network } = await startNetwork();
  expect(network.urlOf('123')).toBe('https://x.com/i/status/123');
});
