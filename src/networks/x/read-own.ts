import type { NetworkPost, PostsRead } from '../index.ts';
import type { XClient } from './client.ts';
import { readListing, startOf } from './listing.ts';
import { withoutHandles } from './text.ts';

/** The rate limit that reads of our own timeline count against. */
export const OWN_CALL = 'GET users/:id/tweets';

/** What our account published after `since`, or from `notBefore` on at the first start. */
export async function readOwn(
  client: XClient,
  self: string,
  since: string | null,
  { notBefore, now }: { readonly notBefore: Date; readonly now: Date },
): Promise<PostsRead> {
  const query = startOf(since, notBefore);
  const listing = { call: OWN_CALL, path: `users/${self}/tweets`, query, now };
  const { posts, setAside, cursor } = await readListing(client, listing, since);
  return { posts: posts.map(asWritten), setAside, cursor };
}

function asWritten(post: NetworkPost): NetworkPost {
  return post.inReplyTo === null ? post : { ...post, text: withoutHandles(post.text) };
}
