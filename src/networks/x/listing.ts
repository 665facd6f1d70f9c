import { z } from 'zod';
import { MINUTE_MS } from '../../desk/instant.ts';
import type { NetworkPost, PostsRead, SetAside } from '../index.ts';
import type { Query, XClient } from './client.ts';
import { compareIds, firstIdAt, idOf } from './ids.ts';
import { readPages } from './pages.ts';
import { POST_FIELDS, readIncludes, toNetworkPost, xPost } from './post.ts';

const PAGE_SIZE = 100;

interface Listing {
  /** The rate limit that it counts against. */
  readonly call: string;
  readonly path: string;
  /** Where it begins, and what else it is asked. */
  readonly query: Query;
  /** X's ids carry their time: one from the future must not move the cursor past what is still to come. */
  readonly now: Date;
  /** The newest pages alone, where a listing may be longer than anybody wants to pay for. */
  readonly mostPages?: number;
}

/** X's clock and ours may differ by so much. */
const AHEAD_MS = 2 * MINUTE_MS;

export interface ListingRead extends PostsRead {
  readonly isCut: boolean;
}

/** A listing in our words; a post that cannot be read does not hold up the rest. */
export async function readListing(
  client: Pick<XClient, 'get'>,
  listing: Listing,
  since: string | null,
): Promise<ListingRead> {
  const posts = new Map<string, NetworkPost>();
  const setAside: SetAside[] = [];
  let cursor = since;
  let pages = 0;
  let isCut = false;
  const query = { max_results: PAGE_SIZE, ...listing.query, ...POST_FIELDS };
  for await (const page of readPages(client, listing.call, listing.path, query)) {
    const { data, includes: raw, newestId } = page;
    const includes = readIncludes(raw);
    for (const one of data) {
      const parsed = xPost.safeParse(one);
      if (parsed.success) posts.set(parsed.data.id, toNetworkPost(parsed.data, includes));
      else setAside.push({ id: idOf(one), reason: z.prettifyError(parsed.error), raw: JSON.stringify(one) });
    }
    for (const id of [newestId, ...data.map(idOf)]) cursor = later(cursor, id);
    pages += 1;
    isCut = pages === listing.mostPages && !page.isLast;
    if (isCut) break;
  }
  const sorted = [...posts.values()].sort((a, b) => compareIds(a.id, b.id));
  return { posts: sorted, setAside: setAside.reverse(), cursor: notAhead(cursor, listing.now), isCut };
}

/** After what was read before, or from an instant on at the first start. */
export function startOf(since: string | null, notBefore: Date): Query {
  return since === null ? { start_time: wholeSeconds(notBefore) } : { since_id: since };
}

function notAhead(cursor: string | null, now: Date): string | null {
  const most = firstIdAt(new Date(now.getTime() + AHEAD_MS));
  return cursor !== null && /^\d{1,19}$/.test(cursor) && compareIds(cursor, most) > 0 ? most : cursor;
}

/** X takes whole seconds; a little too early is right, as `notBefore` only keeps old posts out. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareIds(a, b) >= 0 ? a : b;
}
