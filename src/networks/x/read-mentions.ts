import { z } from 'zod';
import type { MentionsRead, NetworkPost, SetAside } from '../index.ts';
import type { Query, XClient } from './client.ts';
import { compareIds, idOf } from './ids.ts';
import { readPages } from './pages.ts';
import { POST_FIELDS, readIncludes, toNetworkPost, xPost } from './post.ts';

/** The rate limit that reads of our mentions count against. */
export const MENTIONS_CALL = 'GET users/:id/mentions';
const PAGE_SIZE = 100;

/** Our mentions after `since`, or from `notBefore` on at the first start; one that cannot be read does not hold up the rest. */
export async function readMentions(
  client: XClient,
  self: string,
  since: string | null,
  notBefore: Date,
): Promise<MentionsRead> {
  const posts = new Map<string, NetworkPost>();
  const setAside: SetAside[] = [];
  let cursor = since;
  const start: Query = since === null ? { start_time: wholeSeconds(notBefore) } : { since_id: since };
  const query = { max_results: PAGE_SIZE, ...start, ...POST_FIELDS };
  for await (const { data = [], includes: raw, meta } of readPages(
    client,
    MENTIONS_CALL,
    `users/${self}/mentions`,
    query,
  )) {
    const includes = readIncludes(raw);
    for (const one of data) {
      const parsed = xPost.safeParse(one);
      if (parsed.success) posts.set(parsed.data.id, toNetworkPost(parsed.data, includes));
      else setAside.push({ id: idOf(one), reason: z.prettifyError(parsed.error), raw: JSON.stringify(one) });
    }
    for (const id of [meta?.newest_id, ...data.map(idOf)]) cursor = later(cursor, id ?? null);
  }
  return { posts: [...posts.values()].sort((a, b) => compareIds(a.id, b.id)), setAside: setAside.reverse(), cursor };
}

/** X takes whole seconds; a little too early is right, as `notBefore` only keeps old posts out. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareIds(a, b) >= 0 ? a : b;
}
