/** What X takes as a picture of a post: https://docs.x.com/x-api/media/quickstart/best-practices */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** The endings that stand for them, for a form that offers files. */
export const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png', 'gif', 'webp'] as const;

/** The largest that X takes in one call. */
export const PICTURE_BYTES = 5 * 1024 * 1024;

/** X cuts a longer description off: https://docs.x.com/x-api/media/media-metadata-create */
export const ALT_LENGTH = 1_000;

/** A picture, ready to be given to a network. */
export interface PictureBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: PictureType;
}

/** By its first bytes, as names and declared types may be wrong; null for anything that is no picture of ours. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const begins = (text: string, at = 0) => Array.from(text).every((char, i) => bytes[at + i] === char.charCodeAt(0));
  if (begins('\u00FF\u00D8\u00FF')) return 'image/jpeg';
  if (begins('\u0089PNG\r\n\u001A\n')) return 'image/png';
  if (begins('GIF87a') || begins('GIF89a')) return 'image/gif';
  return begins('RIFF') && begins('WEBP', 8) ? 'image/webp' : null;
}
