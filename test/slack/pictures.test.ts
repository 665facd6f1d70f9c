import { createServer, type RequestListener } from 'node:http';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { samplePicture } from '../../practice/slack/sample-pictures.ts';
import { clientOptions } from '../../src/slack/clients.ts';
import { createPictures } from '../../src/slack/pictures.ts';
import { faultOf, openSlack, textWith } from './slack-bench.ts';

const PNG = samplePicture('router.png') ?? Buffer.alloc(0);

/** A practice Slack that holds this file. */
async function openWith(bytes: Buffer = PNG) {
  const bench = await openSlack();
  const client = bench.clients.dispatch;
  const place = await client.files.getUploadURLExternal({ filename: 'a.png', length: bytes.length });
  await fetch(place.upload_url ?? '', { method: 'POST', body: new Uint8Array(bytes) });
  return { ...bench, id: place.file_id ?? '', pictures: createPictures(client) };
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('a picture from a form', () => {
  test('is read with the bot’s token, and known by its bytes', async () => {
    const { pictures, id } = await openWith();
    const { bytes, type } = await pictures.picture(id);
    expect(type).toBe('image/png');
    expect(Buffer.from(bytes).equals(PNG)).toBe(true);
  });

  test('that is none, too large or gone is refused with the reason', async () => {
    const page = await openWith(Buffer.from('<html>'));
    expect(await faultOf(page.pictures.picture(page.id))).toMatchObject({
      act: 'give-up',
      code: 'picture-unusable',
      why: 'it is no JPEG, PNG, GIF or WebP',
    });
    const poster = await openWith(samplePicture('poster-6-mb.png'));
    expect(await faultOf(poster.pictures.picture(poster.id))).toMatchObject({ why: 'it has 6.0 MB, 5.0 are allowed' });
    expect(await faultOf(poster.pictures.picture('F0NONE'))).toMatchObject({
      code: 'picture-unusable',
      why: textWith('file_not_found'),
    });
  });

  test('without the scope says which one is missing', async () => {
    const { slack, pictures, id } = await openWith();
    slack.setScopes(['files:write']);
    expect(await faultOf(pictures.picture(id))).toMatchObject({ act: 'give-up', why: textWith('files:read') });
  });

  test.each([
    ['files.info', '429'],
    ['files.info', 'cut-before'],
    ['files.download', '500'],
    ['files.download', '429'],
    ['files.download', 'cut-before'],
  ] as const)('is tried again after %s: %s', async (when, kind) => {
    const { slack, pictures, id } = await openWith();
    slack.faults.add({ when, kind, times: 1 });
    expect((await faultOf(pictures.picture(id))).act).toBe('retry');
    expect((await pictures.picture(id)).type).toBe('image/png');
  });

  test('is not fetched from elsewhere: the token is for Slack alone', async () => {
    const asked: string[] = [];
    const elsewhere = await listen((request, response) => {
      asked.push(request.headers.authorization ?? '');
      response.end(PNG);
    });
    let file: object = {};
    const slacks = await listen((request, response) => {
      const isInfo = request.url?.startsWith('/api/files.info') === true;
      if (!isInfo) return response.writeHead(302, { location: elsewhere }).end();
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, file }));
    });
    const client = new WebClient('xoxb-secret', clientOptions(`${slacks}/api/`, pino({ level: 'silent' })));
    const pictures = createPictures(client);
    for (const url of [elsewhere, 'https://slack.com.evil.example/a', 'https://evilslack.com/a', '']) {
      file = { url_private: url, size: 10 };
      expect(await faultOf(pictures.picture('F1'))).toMatchObject({ act: 'give-up', why: 'it is not kept in Slack' });
    }
    file = { url_private: `${slacks}/files-pri/F1`, size: 10, is_external: true };
    expect(await faultOf(pictures.picture('F1'))).toMatchObject({ act: 'give-up' });
    file = { url_private: `${slacks}/files-pri/F1`, size: 10 };
    expect(await faultOf(pictures.picture('F1'))).toMatchObject({
      act: 'give-up',
      why: 'Slack answered with HTTP 302',
    });
    expect(asked).toEqual([]);
  });
});
