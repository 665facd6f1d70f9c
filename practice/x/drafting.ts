import { type Trailer, weightedLength } from './text.ts';
import type { Media, Person, Post } from './types.ts';
import type { NewMedia } from './world.ts';

const LONG_POST = 280;
const LONG_POST_SHOWN = 250;
const EDITABLE_MS = 30 * 60_000;
const MOST_EDITS = 5;

/** Whether X serves only its beginning as `text`, and the whole as a note. */
export function isLong(written: string): boolean {
  return weightedLength(written) > LONG_POST;
}

/** X puts the handle of the person who is answered in front, unless it is there. */
export function addressed(text: string, author: Person, answered: Post | undefined): string {
  if (answered === undefined || answered.author === author) return text;
  const handle = `@${answered.author.username}`;
  return text.toLowerCase().includes(handle.toLowerCase()) ? text : `${handle} ${text}`;
}

/** @throws Error when X would not let its author edit this post. */
export function checkEditable({ at, versions, inReplyTo, author }: Post, now: Date): void {
  if (inReplyTo !== undefined && inReplyTo.author !== author) throw new Error('X does not let anybody edit a reply.');
  if (now.getTime() - at.getTime() > EDITABLE_MS) throw new Error('X lets authors edit a post for 30 minutes only.');
  if (versions.length > MOST_EDITS) throw new Error(`X lets authors edit a post ${MOST_EDITS} times only.`);
}

/** A picture or a clip with a key as X makes them: 3 for photos, 7 for moving pictures. */
export function toMedia(wanted: NewMedia, postId: string, index: number): Media {
  const type = wanted.type ?? 'photo';
  return {
    key: `${type === 'photo' ? 3 : 7}_${BigInt(postId) + BigInt(index)}`,
    type,
    ...(type === 'photo' ? { url: wanted.url } : { previewUrl: wanted.url }),
    ...(wanted.altText === undefined ? {} : { altText: wanted.altText }),
    width: wanted.width ?? 1200,
    height: wanted.height ?? 800,
  };
}

/** The links that X puts behind the text: to the quoted post and to the media. */
export function trailersOf(id: string, author: Person, media: Media[], quoted: Post | undefined): Trailer[] {
  const trailers: Trailer[] = [];
  if (quoted !== undefined) {
    const path = `${quoted.author.username}/status/${quoted.id}`;
    trailers.push({ expandedUrl: `https://x.com/${path}`, displayUrl: `x.com/${path.slice(0, 20)}…` });
  }
  const [first] = media;
  if (first !== undefined) {
    const part = first.type === 'photo' ? 'photo' : 'video';
    trailers.push({
      expandedUrl: `https://x.com/${author.username}/status/${id}/${part}/1`,
      displayUrl: `pic.x.com/${id.slice(-10)}`,
      mediaKey: first.key,
    });
  }
  return trailers;
}

/** What a shortened long post ends with. */
export function selfLink(id: string): Trailer {
  return { expandedUrl: `https://x.com/i/web/status/${id}`, displayUrl: `x.com/i/web/status/${id.slice(0, 7)}…` };
}

/** What X shows of a long post. */
export function beginningOf(written: string): string {
  return `${Array.from(written).slice(0, LONG_POST_SHOWN).join('')}…`;
}

/** Good enough for German and English in practice. */
export function guessLanguage(text: string): string {
  return /[äöüß]|\b(und|ist|nicht|ich|der|die|das|seit|wir|mein|bei|kein)\b/i.test(text) ? 'de' : 'en';
}
