import { describe, expect, it } from 'vitest';
import { samplePicture } from '../../practice/slack/sample-pictures.ts';
import { faultOf, startNetwork } from './x-bench.ts';

const PICTURE = { bytes: new Uint8Array(samplePicture('router.png') ?? []), type: 'image/png' } as const;

describe('a picture on X', () => {
  it('is handed over with its description, then posted with a text', async () => {
    const { x, network } = await startNetwork();
    const media = await network.upload(PICTURE, 'Ein Router');
    expect(x.world.ours()).toEqual([]);
    await network.publish('So leuchtet er', null, media);
    expect(x.world.ours()).toMatchObject([{ written: 'So leuchtet er', media: [{ altText: 'Ein Router' }] }]);
    const sent: unknown = x.world.requests.find(({ call }) => call === 'POST /2/media/upload')?.body;
    expect(sent).toEqual({ media: Buffer.from(PICTURE.bytes).toString('base64'), media_category: 'tweet_image' });
    expect(x.world.rejections).toEqual([]);
  });

  it('is found again by its text: X’s own link to the picture is no part of that', async () => {
    const { x, network } = await startNetwork();
    const mention = x.world.post({ author: 'anna', text: '@nordbahn hilfe' });
    const post = await network.publish('Wir sind dran', mention.id, await network.upload(PICTURE, 'Ein Router'));
    expect(x.world.ours()[0]?.shown.text).toContain('https://t.co/');
    const since = new Date(x.world.ours()[0]?.at.getTime() ?? 0);
    expect(await network.findOwn('Wir sind dran', mention.id, since)).toMatchObject({ id: post.id });
  });

  it.each(['POST /2/media/upload', 'POST /2/media/metadata'])(
    'is never unclear, whatever happens to %s: nothing is public by it',
    async (when) => {
      const { x, network } = await startNetwork({ timeoutMs: 300 });
      for (const kind of ['cut-before', 'cut-after', '500', '500-after', '429'] as const) {
        x.faults.add({ when, kind, times: 1 });
        expect([kind, (await faultOf(network.upload(PICTURE, 'Ein Router'))).act]).toEqual([kind, 'retry']);
      }
    },
  );

  it('gives up where our account may not write', async () => {
    const { x, network } = await startNetwork();
    x.setReadOnly(true);
    expect(await faultOf(network.upload(PICTURE, 'Ein Router'))).toMatchObject({ act: 'give-up' });
  });
});
