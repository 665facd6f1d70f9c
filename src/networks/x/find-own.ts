import type { XClient } from './client.ts';
import { wholeSeconds } from './listing.ts';
import { readPages } from './pages.ts';
import { answeredBy, POST_FIELDS, textOf, type XPost, xPost } from './post.ts';
import { OWN_CALL } from './read-own.ts';
import { sameText } from './text.ts';

const PAGE_SIZE = 100;

/** Our own post with this text, answering this post (or none), since an instant; the newest where there are several. */
export async function findOwn(
  client: XClient,
  self: string,
  wanted: { text: string; inReplyTo: string | null; since: Date },
): Promise<XPost | null> {
  const query = { max_results: PAGE_SIZE, start_time: wholeSeconds(wanted.since), ...POST_FIELDS };
  for await (const { data } of readPages(client, OWN_CALL, `users/${self}/tweets`, query)) {
    for (const one of data) {
      const parsed = xPost.safeParse(one);
      if (!parsed.success || answeredBy(parsed.data) !== wanted.inReplyTo) continue;
      if (sameText(textOf(parsed.data), wanted.text)) return parsed.data;
    }
  }
  return null;
}
