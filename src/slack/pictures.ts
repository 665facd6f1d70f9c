import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { CallFault, type Fault } from '../desk/fault.ts';
import { PICTURE_BYTES, type PictureBytes, pictureTypeOf } from '../desk/picture.ts';
import { toFault } from './fault.ts';
import type { SlackFiles } from './index.ts';

const file = z.object({
  url_private: z.string().optional(),
  size: z.number().optional(),
  is_external: z.boolean().optional(),
});

const DOWNLOAD_TIMEOUT_MS = 30_000;

/**
 * Reads pictures that people put into our forms, with the scope `files:read`:
 * https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
 */
export function createPictures(client: WebClient): SlackFiles {
  return {
    async picture(id) {
      const { url_private: url = '', size = 0, is_external: external = false } = await info(id);
      if (external || !isSlacks(url)) throw unusable('it is not kept in Slack');
      if (size > PICTURE_BYTES) throw unusable(tooLarge(size));
      return checked(await download(url));
    },
  };

  async function info(id: string): Promise<z.infer<typeof file>> {
    try {
      return file.parse((await client.files.info({ file: id })).file);
    } catch (error) {
      const fault = toFault(error, 'harmless');
      throw fault.act === 'give-up' ? unusable(fault.why) : new CallFault(fault, error);
    }
  }

  /** The token must reach nobody but Slack, whatever address a file names. */
  function isSlacks(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, origin } = new URL(url);
    const isOwn = protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
    return isOwn || origin === new URL(client.slackApiUrl).origin;
  }

  async function download(url: string): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await fetched(url);
    if (answer.status >= 500 || answer.status === 429) throw later(`Slack answered with HTTP ${answer.status}`);
    // Without the right to read it Slack leads to its sign-in page.
    if (!answer.ok) throw unusable(`Slack answered with HTTP ${answer.status}`);
    const size = Number(answer.headers.get('content-length') ?? 0);
    if (size > PICTURE_BYTES) throw unusable(tooLarge(size));
    try {
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      throw later('the connection to Slack broke off', error);
    }
  }

  async function fetched(url: string): Promise<Response> {
    const headers = { authorization: `Bearer ${client.token ?? ''}` };
    try {
      return await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    } catch (error) {
      throw later('Slack can’t be reached for it', error);
    }
  }
}

function checked(bytes: Uint8Array<ArrayBuffer>): PictureBytes {
  if (bytes.byteLength > PICTURE_BYTES) throw unusable(tooLarge(bytes.byteLength));
  const type = pictureTypeOf(bytes);
  if (type === null) throw unusable('it is no JPEG, PNG, GIF or WebP');
  return { bytes, type };
}

function tooLarge(size: number): string {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  return `it has ${megabytes(size)} MB, ${megabytes(PICTURE_BYTES)} are allowed`;
}

function unusable(why: string): CallFault {
  return new CallFault({ act: 'give-up', code: 'picture-unusable', why });
}

function later(why: string, cause?: unknown): CallFault {
  const fault: Fault = { act: 'retry', afterMs: 0, limited: false, why };
  return new CallFault(fault, cause);
}
