import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { PictureBytes } from '../../desk/picture.ts';
import type { MediaId } from '../index.ts';
import type { XClient } from './client.ts';

const uploadAnswer = z.looseObject({ data: z.looseObject({ id: z.string().regex(/^\d{1,19}$/) }) });

const UNREADABLE_AFTER_MS = 60_000;

/**
 * A picture in one call, then its description. Both may be repeated: what no post uses X throws away after a day.
 * https://docs.x.com/x-api/media/upload-media, https://docs.x.com/x-api/media/media-metadata-create
 */
export async function uploadPicture(client: XClient, { bytes }: PictureBytes, alt: string): Promise<MediaId> {
  const body = { media: Buffer.from(bytes).toString('base64'), media_category: 'tweet_image' };
  const answer = uploadAnswer.safeParse(await client.upload('POST media/upload', 'media/upload', body));
  if (!answer.success) {
    const why = 'X took the picture but did not say under which name';
    throw new CallFault({ act: 'retry', afterMs: UNREADABLE_AFTER_MS, limited: false, why }, answer.error);
  }
  const { id } = answer.data.data;
  const described = { id, metadata: { alt_text: { text: alt } } };
  await client.upload('POST media/metadata', 'media/metadata', described);
  return id;
}
