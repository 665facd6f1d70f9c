import { MINUTE_MS } from '../../desk/instant.ts';
import type { SearchRead } from '../index.ts';
import type { Query, XClient } from './client.ts';
import { instantOf } from './ids.ts';
import { readListing, wholeSeconds } from './listing.ts';

/** The rate limit that searches count against. */
export const SEARCH_CALL = 'GET tweets/search/recent';
/** A word that half the world uses would cost hundreds of dollars in one read: 500 posts are enough of it. */
const MOST_PAGES = 5;
/** Recent search reaches back seven days and refuses to begin earlier: https://docs.x.com/x-api/posts/search/introduction */
const REACH_MS = 7 * 24 * 60 * MINUTE_MS - 10 * MINUTE_MS;

/** The team's words as a query: not those who name us, who are read as mentions; not ourselves; no reposts. */
export function searchQuery(words: string, handle: string): string {
  return `(${words}) -@${handle} -from:${handle} -is:retweet`;
}

/** Posts with the team's words after `since`, or from `notBefore` on; of a flood the newest. */
export async function readSearch(
  client: XClient,
  handle: string,
  words: string,
  start: { readonly since: string | null; readonly notBefore: Date; readonly now: Date },
): Promise<SearchRead> {
  const { since, notBefore, now } = start;
  const earliest = new Date(now.getTime() - REACH_MS);
  const begin: Query =
    since !== null && instantOf(since) > earliest
      ? { since_id: since }
      : { start_time: wholeSeconds(notBefore > earliest && since === null ? notBefore : earliest) };
  const query = { query: searchQuery(words, handle), ...begin };
  const listing = { call: SEARCH_CALL, path: 'tweets/search/recent', query, mostPages: MOST_PAGES, now };
  const { posts, setAside, cursor, isCut } = await readListing(client, listing, since);
  return { posts, setAside, cursor, tooMany: isCut };
}
