import type { PostsRead } from '../index.ts';
import type { XClient } from './client.ts';
import { readListing, startOf } from './listing.ts';

/** The rate limit that reads of our mentions count against. */
export const MENTIONS_CALL = 'GET users/:id/mentions';

/** Our mentions after `since`, or from `notBefore` on at the first start. */
export async function readMentions(
  client: XClient,
  self: string,
  since: string | null,
  notBefore: Date,
): Promise<PostsRead> {
  const query = startOf(since, notBefore);
  const { posts, setAside, cursor } = await readListing(
    client,
    { call: MENTIONS_CALL, path: `users/${self}/mentions`, query },
    since,
  );
  return { posts, setAside, cursor };
}
