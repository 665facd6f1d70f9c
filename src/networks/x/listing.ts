import { z } from 'zod';
import type { NetworkPost, PostsRead, SetAside } from '../index.ts';
import type { Query, XClient } from './client.ts';
import { compareIds, idOf } from './ids.ts';
import { readPages } from './pages.ts';
import { POST_FIELDS, readIncludes, toNetworkPost, xPost } from './post.ts';

const PAGE_SIZE = 100;

interface Listing {
  /** The rate limit that it counts against. */
  readonly call: string;
  readonly path: string;
  /** Where it begins, and what else it is asked. */
  readonly query: Query;
  /** The newest pages alone, where a listing may be longer than anybody wants to pay for. */
  readonly mostPages?: number;
}

export interface ListingRead extends PostsRead {
  readonly isCut: boolean;
}

/** A listing in our words; a post that cannot be read does not hold up the rest. */
export async function readListing(client: XClient, listing: Listing, since: string | null): Promise<ListingRead> {
  const posts = new Map<string, NetworkPost>();
  const setAside: SetAside[] = [];
  let cursor = since;
  let pages = 0;
  let isCut = false;
  const query = { max_results: PAGE_SIZE, ...listing.query, ...POST_FIELDS };
  for await (const page of readPages(client, listing.call, listing.path, query)) {
    const { data = [], includes: raw, meta } = page;
    const includes = readIncludes(raw);
    for (const one of data) {
      const parsed = xPost.safeParse(one);
      if (parsed.success) posts.set(parsed.data.id, toNetworkPost(parsed.data, includes));
      else setAside.push({ id: idOf(one), reason: z.prettifyError(parsed.error), raw: JSON.stringify(one) });
    }
    for (const id of [meta?.newest_id, ...data.map(idOf)]) cursor = later(cursor, id ?? null);
    pages += 1;
    isCut = pages === listing.mostPages && meta?.next_token !== undefined;
    if (isCut) break;
  }
  const sorted = [...posts.values()].sort((a, b) => compareIds(a.id, b.id));
  return { posts: sorted, setAside: setAside.reverse(), cursor, isCut };
}

/** After what was read before, or from an instant on at the first start. */
export function startOf(since: string | null, notBefore: Date): Query {
  return since === null ? { start_time: wholeSeconds(notBefore) } : { since_id: since };
}

/** X takes whole seconds; a little too early is right, as `notBefore` only keeps old posts out. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareIds(a, b) >= 0 ? a : b;
}
