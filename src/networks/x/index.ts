import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { PublicPost } from '../../desk/publication.ts';
import type { Meter, Network, PostsRead } from '../index.ts';
import { createBill, UNBILLED } from './bill.ts';
import { createXClient, type XClientConfig, type XLog } from './client.ts';
import { findOwn } from './find-own.ts';
import { writtenAt } from './post.ts';
import { readMentions } from './read-mentions.ts';
import { readOwn } from './read-own.ts';
import { readPosts } from './read-posts.ts';
import { readSearch } from './read-search.ts';
import { sameText } from './text.ts';
import { uploadPicture } from './upload.ts';

export type { XLog } from './client.ts';

export interface XNetworkConfig extends XClientConfig {
  clock: { now(): Date };
  log: XLog;
  /** Hears what X will bill; nobody unless given. */
  meter?: Meter;
}

const id = z.string().regex(/^\d{1,19}$/);
export const meAnswer = z.looseObject({ data: z.looseObject({ id, username: z.string() }) });
const createAnswer = z.looseObject({ data: z.looseObject({ id }) });
const deleteAnswer = z.looseObject({ data: z.looseObject({ deleted: z.boolean() }).optional() });
/** https://docs.x.com/x-api/posts/hide-reply */
const hideAnswer = z.looseObject({ data: z.looseObject({ hidden: z.boolean() }) });

/** https://developer.x.com/en/docs/x-for-websites/direct-message-button */
const MESSAGES = 'https://twitter.com/messages/compose';
const UNREADABLE_AFTER_MS = 60_000;

/** X through its API v2, signed in with an OAuth 1.0a user token. */
export function createXNetwork({ clock, log, meter, ...config }: XNetworkConfig): Network {
  const now = () => clock.now();
  const client = createXClient(config, now, log, meter === undefined ? UNBILLED : createBill(meter, now));
  let known: { id: string; handle: string } | undefined;

  async function self(): Promise<{ id: string; handle: string }> {
    if (known !== undefined) return known;
    const answer = meAnswer.safeParse(await client.get('GET users/me', 'users/me'));
    if (!answer.success) {
      const why = 'X did not say who we are in a form that can be read';
      throw new CallFault({ act: 'retry', afterMs: UNREADABLE_AFTER_MS, limited: false, why }, answer.error);
    }
    known = { id: answer.data.data.id, handle: answer.data.data.username };
    return known;
  }

  /** X leads to the right page whatever the handle in the address; ours is shown once it is known. */
  const urlOf = (post: string, handle = 'i'): string => `https://x.com/${handle}/status/${post}`;
  const ours = (post: string, at: string): PublicPost => ({ id: post, url: urlOf(post, known?.handle), at });

  function noted<R extends PostsRead>(read: R): R {
    for (const one of read.setAside) log.warn({ id: one.id, reason: one.reason }, 'a post of X can not be read');
    return read;
  }

  return {
    name: 'x',
    self,
    async readMentions(since, notBefore, lookBackMs = 0) {
      const start = { notBefore, lookBackMs, now: now() };
      return noted(await readMentions(client, (await self()).id, since, start));
    },
    async readOwn(since, notBefore) {
      return noted(await readOwn(client, (await self()).id, since, { notBefore, now: now() }));
    },
    async readSearch(words, since, notBefore) {
      const { handle } = await self();
      return noted(await readSearch(client, handle, words, { since, notBefore, now: clock.now() }));
    },
    readPosts: (ids) => readPosts(client, ids),
    isSameText: sameText,
    async publish(text, inReplyTo, media) {
      const reply = inReplyTo === null ? {} : { reply: { in_reply_to_tweet_id: inReplyTo } };
      const pictures = media === undefined ? {} : { media: { media_ids: [media] } };
      const body = { text, ...reply, ...pictures };
      const answer = createAnswer.safeParse(await client.post('POST tweets', 'tweets', body));
      if (answer.success) return ours(answer.data.data.id, clock.now().toISOString());
      throw new CallFault({ act: 'unclear', why: 'X took the post but did not say where it is' }, answer.error);
    },
    upload: (picture, alt) => uploadPicture(client, picture, alt),
    async remove(postId) {
      try {
        const answer = deleteAnswer.safeParse(await client.delete('DELETE tweets/:id', `tweets/${postId}`));
        if (!answer.success || answer.data.data?.deleted !== false) return;
      } catch (error) {
        if (error instanceof CallFault && error.fault.act === 'give-up' && error.fault.code === 'post-gone') return;
        throw error;
      }
      throw new CallFault({ act: 'give-up', code: 'refused', why: 'X did not delete the post' });
    },
    async hide(postId, hidden) {
      const answer = hideAnswer.safeParse(
        await client.put('PUT tweets/:id/hidden', `tweets/${postId}/hidden`, { hidden }),
      );
      if (!answer.success || answer.data.data.hidden === hidden) return;
      throw new CallFault({ act: 'give-up', code: 'refused', why: 'X left the post as it was' });
    },
    async findOwn(text, inReplyTo, since) {
      const found = await findOwn(client, (await self()).id, { text, inReplyTo, since });
      return found === null ? null : ours(found.id, writtenAt(found));
    },
    ourHandle: () => known?.handle ?? null,
    messageUrl: () => (known === undefined ? null : `${MESSAGES}?recipient_id=${known.id}`),
    urlOf: (postId) => urlOf(postId),
  };
}
