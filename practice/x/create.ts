import { z } from 'zod';
import * as say from './problems.ts';
import { countCashtags, hasUrl, weightedLength } from './text.ts';
import type { Post, XAnswer } from './types.ts';
import type { NewMedia, XWorld } from './world.ts';

const LONGEST = 280;
const DUPLICATE_WINDOW_MS = 24 * 3_600_000;

const id = z.string().regex(/^\d{1,19}$/);
const body = z.strictObject({
  text: z.string().optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: id,
      auto_populate_reply_metadata: z.boolean().optional(),
      exclude_reply_user_ids: z.array(id).optional(),
    })
    .optional(),
  media: z.strictObject({ media_ids: z.array(id).min(1).max(4), tagged_user_ids: z.array(id).optional() }).optional(),
  quote_tweet_id: id.optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
});
type Body = z.infer<typeof body>;

/** POST /2/tweets: X's rules in X's order and words, then the post. */
export function createPost(world: XWorld, uploads: Map<string, NewMedia>, now: Date, sent: unknown): XAnswer {
  const parsed = body.safeParse(sent);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = ['$', ...(issue?.path ?? [])].join('.');
    return say.invalidRequest(path, '', `${path}: ${issue?.message ?? 'is not valid'}`);
  }
  const wanted = parsed.data;
  const text = wanted.text ?? '';
  if (text.trim() === '' && wanted.media === undefined) {
    return say.invalidRequest('$.text', text, 'Text or media is required to create a Post.');
  }
  const media = (wanted.media?.media_ids ?? []).map((one) => uploads.get(one));
  if (media.includes(undefined)) return say.invalidRequest('$.media.media_ids', '', 'Your media IDs are invalid.');

  const refusal = refusalOf(world, wanted, text, now);
  if (refusal !== undefined) return say.forbidden(refusal);

  world.costs.write(priceOf(world, wanted, text));
  const post = world.post({
    author: world.us.username,
    text,
    media: media.filter((one) => one !== undefined),
    ...(wanted.reply === undefined ? {} : { inReplyTo: wanted.reply.in_reply_to_tweet_id }),
    ...(wanted.quote_tweet_id === undefined ? {} : { quoteOf: wanted.quote_tweet_id }),
  });
  return { status: 201, body: { data: { id: post.id, text: post.shown.text, edit_history_tweet_ids: [post.id] } } };
}

function refusalOf(world: XWorld, wanted: Body, text: string, now: Date): string | undefined {
  if (weightedLength(text) > LONGEST) return say.TOO_LONG;
  if (countCashtags(text) > 1) return say.CASHTAGS;
  const target = wanted.reply === undefined ? undefined : world.find(wanted.reply.in_reply_to_tweet_id);
  if (wanted.reply !== undefined && target === undefined) return say.TARGET_GONE;
  if (target !== undefined && !summonedBy(world, target)) return say.NOT_SUMMONED;
  if (wanted.quote_tweet_id !== undefined && world.find(wanted.quote_tweet_id) === undefined) return say.QUOTE_GONE;
  return isDuplicate(world, text, target, now) ? say.DUPLICATE : undefined;
}

/** The rule of 2026: an app may answer only whoever mentioned or quoted its account; its own threads are its own. */
function summonedBy(world: XWorld, target: Post): boolean {
  if (target.author === world.us || world.mentions(target, world.us)) return true;
  return target.quoteOf !== undefined && world.find(target.quoteOf)?.author === world.us;
}

/** The same words to somebody else are another post, since X puts the handle in front. */
function isDuplicate(world: XWorld, text: string, target: Post | undefined, now: Date): boolean {
  const plain = (words: string): string =>
    words
      .replace(/^(@\w+\s+)+/, '')
      .trim()
      .toLowerCase();
  const since = now.getTime() - DUPLICATE_WINDOW_MS;
  return world
    .ours()
    .some(
      (post) =>
        post.at.getTime() >= since &&
        post.media.length === 0 &&
        post.inReplyTo?.author === target?.author &&
        plain(post.written) === plain(text),
    );
}

/**
 * A link costs the same in a reply: the price list names no exception. A reply is cheaper to somebody who summoned us; a
 * word under a post of our own is a post: https://docs.x.com/x-api/getting-started/pricing
 */
function priceOf(world: XWorld, wanted: Body, text: string): 'post' | 'post with link' | 'reply' {
  if (hasUrl(text)) return 'post with link';
  const answered = wanted.reply === undefined ? undefined : world.find(wanted.reply.in_reply_to_tweet_id);
  return answered === undefined || answered.author === world.us ? 'post' : 'reply';
}
