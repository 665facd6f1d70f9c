import { z } from 'zod';
import { hasLink } from '../../desk/length.ts';
import { type SpendingItem, utcDay } from '../../desk/spending.ts';
import type { Meter } from '../index.ts';
import { X_PRICES } from './prices.ts';
import { MENTIONS_CALL } from './read-mentions.ts';

/** Tells the meter what X will bill for each call that it took. */
export interface Bill {
  read(call: string, answer: unknown): void;
  /** @param answer null when X may have taken it and did not say: it counts, so that a cap is never passed unseen */
  wrote(call: string, body: unknown, answer: unknown): void;
}

const one = z.looseObject({ id: z.string(), author_id: z.string().optional() });
const listed = z.looseObject({ data: z.array(z.unknown()).optional() });
const single = z.looseObject({ data: one });
const posted = z.looseObject({
  text: z.string().optional(),
  reply: z.looseObject({ in_reply_to_tweet_id: z.string() }).optional(),
});

type Read = z.infer<typeof one>;

/**
 * Reckons from calls and answers, in one place for all calls. It knows which posts were read today, and which are our
 * own, since the process began: after a restart a post may be counted twice and a word under an own post as a reply,
 * which is cents.
 */
export function createBill(meter: Meter, now: () => Date): Bill {
  let day = '';
  let readToday = new Set<string>();
  let us: string | undefined;
  const own = new Set<string>();

  function spent(item: SpendingItem, units: number): void {
    meter.spent(item, units, units * X_PRICES[item]);
  }

  /** How many of these were not read before on this day. */
  function fresh(resources: readonly string[]): number {
    const today = utcDay(now());
    if (today !== day) [day, readToday] = [today, new Set()];
    const before = readToday.size;
    for (const resource of resources) readToday.add(resource);
    return readToday.size - before;
  }

  function readMentions(posts: readonly Read[]): void {
    spent('mention-read', fresh(posts.map(({ id }) => id)));
  }

  function readPosts(call: string, posts: readonly Read[]): void {
    const isOwn = (post: Read) => post.author_id !== undefined && post.author_id === us;
    const [ours, others] = [posts.filter(isOwn), posts.filter((post) => !isOwn(post))];
    for (const { id } of ours) own.add(id);
    // An empty answer is a call all the same, of the kind that was asked for.
    const nothing = posts.length === 0 ? kindOf(call) : null;
    if (ours.length > 0 || nothing === 'own-read') spent('own-read', fresh(ours.map(({ id }) => id)));
    if (others.length > 0 || nothing === 'other-read') spent('other-read', fresh(others.map(({ id }) => id)));
  }

  function writtenAs(body: unknown): SpendingItem {
    const { text = '', reply } = posted.safeParse(body).data ?? {};
    if (hasLink(text)) return 'post-with-link';
    return reply === undefined || own.has(reply.in_reply_to_tweet_id) ? 'post' : 'reply';
  }

  return {
    read(call, answer) {
      if (call === 'GET users/me') {
        us = single.safeParse(answer).data?.data.id ?? us;
        spent('user-read', us === undefined ? 0 : fresh([`user ${us}`]));
        return;
      }
      const found = listed.safeParse(answer).data?.data ?? [single.safeParse(answer).data?.data];
      const posts = found.flatMap((post) => one.safeParse(post).data ?? []);
      if (call === MENTIONS_CALL) readMentions(posts);
      else readPosts(call, posts);
    },
    wrote(call, body, answer) {
      if (call === 'DELETE tweets/:id') spent('delete', 1);
      if (call !== 'POST tweets') return;
      spent(writtenAs(body), 1);
      const id = single.safeParse(answer).data?.data.id;
      if (id !== undefined) own.add(id);
    },
  };
}

/** What a listing of posts is of: a timeline that we read is our own. */
function kindOf(call: string): 'own-read' | 'other-read' {
  return call.endsWith('users/:id/tweets') ? 'own-read' : 'other-read';
}

/** For whoever only looks. */
export const UNBILLED: Bill = { read: () => {}, wrote: () => {} };
