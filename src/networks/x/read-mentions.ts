import { CallFault } from '../../desk/fault.ts';
import type { PostsRead } from '../index.ts';
import type { Query, XClient } from './client.ts';
import { compareIds, firstIdAt, instantOf } from './ids.ts';
import { readListing, startOf, wholeSeconds } from './listing.ts';

/** The rate limit that reads of our mentions count against. */
export const MENTIONS_CALL = 'GET users/:id/mentions';

/** So many of our latest mentions can be read: https://docs.x.com/x-api/posts/timelines/introduction */
const REMEMBERED = 800;

interface Start {
  /** Posts older than this are left alone, at the first start and when looking back. */
  readonly notBefore: Date;
  readonly lookBackMs: number;
  readonly now: Date;
}

/**
 * Our mentions after `since`, or from `notBefore` on at the first start. X lists some posts late, below others that were
 * read already: looking back finds them.
 */
export async function readMentions(
  client: Pick<XClient, 'get'>,
  self: string,
  since: string | null,
  start: Start,
): Promise<PostsRead> {
  const read = async (query: Query) => {
    const listing = { call: MENTIONS_CALL, path: `users/${self}/mentions`, query, now: start.now };
    const { posts, setAside, cursor } = await readListing(client, listing, since);
    return { posts, setAside, cursor, isCut: posts.length + setAside.length >= REMEMBERED };
  };
  if (since === null) return read(startOf(null, start.notBefore));
  try {
    return await read({ since_id: backFrom(since, start) });
  } catch (error) {
    // An id that X no longer takes would otherwise stop all reading for good; its time does as well.
    if (!(error instanceof CallFault) || error.fault.act !== 'give-up' || error.fault.code !== 'refused') throw error;
    return read({ start_time: wholeSeconds(instantOf(since)) });
  }
}

function backFrom(since: string, { notBefore, lookBackMs }: Start): string {
  if (lookBackMs === 0) return since;
  const earliest = firstIdAt(notBefore);
  const back = firstIdAt(new Date(instantOf(since).getTime() - lookBackMs));
  const start = compareIds(back, earliest) > 0 ? back : earliest;
  return compareIds(start, since) < 0 ? start : since;
}
