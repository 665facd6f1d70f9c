import { z } from 'zod';
import type { Author } from '../../desk/mention.ts';
import { isUnnamed } from '../../desk/named.ts';
import type { Picture } from '../../desk/post.ts';
import type { NetworkPost } from '../index.ts';
import { instantOf } from './ids.ts';
import { entities, plainText } from './text.ts';

/** What every read asks for; the older dialect, which X answers in the names that are read below. */
export const POST_FIELDS = {
  'tweet.fields':
    'id,text,author_id,conversation_id,created_at,attachments,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets',
  expansions:
    'author_id,attachments.media_keys,in_reply_to_user_id,referenced_tweets.id,referenced_tweets.id.author_id',
  'user.fields': 'id,name,username,public_metrics',
  'media.fields': 'media_key,type,url,preview_image_url,alt_text',
} as const;

const id = z.string().regex(/^\d{1,19}$/);
const count = z.number().int().min(0);
const reference = z.looseObject({ type: z.string(), id });

/** One post of X; X may also answer in the names of its newer dialect. */
export const xPost = z.looseObject({
  id,
  text: z.string(),
  author_id: z.string().min(1),
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  conversation_id: id.optional(),
  lang: z.string().optional(),
  attachments: z.looseObject({ media_keys: z.array(z.string()).nullish() }).optional(),
  entities: entities.optional(),
  note_tweet: z.looseObject({ text: z.string(), entities: entities.optional() }).optional(),
  note_post: z.looseObject({ text: z.string(), entities: entities.optional() }).optional(),
  referenced_tweets: z.array(reference).optional(),
  referenced_posts: z.array(reference).optional(),
  in_reply_to_user_id: z.string().nullish(),
  public_metrics: z
    .looseObject({
      like_count: count,
      retweet_count: count.optional(),
      repost_count: count.optional(),
      quote_count: count.optional(),
    })
    .optional()
    .catch(undefined),
  edit_history_tweet_ids: z.array(id).optional().catch(undefined),
  edit_history_post_ids: z.array(id).optional().catch(undefined),
});
export type XPost = z.infer<typeof xPost>;

const xUser = z.looseObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  public_metrics: z.looseObject({ followers_count: z.number() }).optional().catch(undefined),
});

const xMedia = z.looseObject({
  media_key: z.string(),
  type: z.string(),
  url: z.string().nullish(),
  preview_image_url: z.string().nullish(),
  alt_text: z.string().nullish(),
});

/** People and pictures that came with a page; what cannot be read of them is left out, not the post. */
export interface Includes {
  authors: Map<string, Author>;
  pictures: Map<string, Picture>;
}

export function readIncludes(
  raw: { users?: unknown[] | undefined; media?: unknown[] | undefined } | undefined,
): Includes {
  const authors = new Map<string, Author>();
  const pictures = new Map<string, Picture>();
  for (const one of raw?.users ?? []) {
    const user = xUser.safeParse(one);
    if (!user.success) continue;
    const { id: key, username, name, public_metrics: metrics } = user.data;
    authors.set(key, { id: key, handle: username, name, followers: metrics?.followers_count ?? null });
  }
  for (const one of raw?.media ?? []) {
    const media = xMedia.safeParse(one);
    if (!media.success) continue;
    const { media_key: key, type, url, preview_image_url: preview, alt_text: alt } = media.data;
    const kind = type === 'photo' ? 'photo' : type === 'animated_gif' ? 'gif' : 'video';
    pictures.set(key, { url: (kind === 'photo' ? url : preview) ?? null, alt: alt ?? '', type: kind });
  }
  return { authors, pictures };
}

/** When it was written; the id says it as well. */
export function writtenAt(post: XPost): string {
  return (post.created_at === undefined ? instantOf(post.id) : new Date(post.created_at)).toISOString();
}

/** A post of X in our words. Its author may be missing from the page: then the id stands for the handle. */
export function toNetworkPost(post: XPost, { authors, pictures }: Includes): NetworkPost {
  const author = authors.get(post.author_id) ?? unknownAuthor(post.author_id);
  const keys = post.attachments?.media_keys ?? [];
  return {
    id: post.id,
    conversation: post.conversation_id ?? post.id,
    author,
    text: textOf(post),
    lang: post.lang ?? '',
    at: writtenAt(post),
    // X leads to the right page whatever stands there.
    url: `https://x.com/${isUnnamed(author) ? 'i' : author.handle}/status/${post.id}`,
    pictures: keys.flatMap((key) => pictures.get(key) ?? []),
    likes: post.public_metrics?.like_count ?? null,
    reposts: repostsOf(post),
    inReplyTo: answeredBy(post),
    inReplyToAuthor: post.in_reply_to_user_id ?? null,
    versions: post.edit_history_tweet_ids ?? post.edit_history_post_ids ?? [post.id],
    isRepost: referencesOf(post).some((one) => one.type === 'retweeted'),
  };
}

/** Passed on with words or without; `retweet_count` is `repost_count` in X's newer dialect (its OpenAPI document). */
function repostsOf({ public_metrics: metrics }: XPost): number | null {
  const plain = metrics?.retweet_count ?? metrics?.repost_count;
  return plain === undefined ? null : plain + (metrics?.quote_count ?? 0);
}

/** The whole text: a long post has it in its note, and only the beginning in `text`. */
export function textOf(post: XPost): string {
  const note = post.note_tweet ?? post.note_post;
  return note === undefined ? plainText(post.text, post.entities) : plainText(note.text, note.entities);
}

/** The id of the post that this one answers. */
export function answeredBy(post: XPost): string | null {
  return referencesOf(post).find((one) => one.type === 'replied_to')?.id ?? null;
}

function referencesOf(post: XPost): { type: string; id: string }[] {
  return post.referenced_tweets ?? post.referenced_posts ?? [];
}

function unknownAuthor(author: string): Author {
  return { id: author, handle: author, name: '', followers: null };
}
