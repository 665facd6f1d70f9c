import { readShown } from './fields.ts';
import { invalidRequest } from './problems.ts';
import { renderPosts } from './render.ts';
import { compareIds, instantOf } from './snowflake.ts';
import type { Post, XAnswer } from './types.ts';
import type { XWorld } from './world.ts';

export interface Listing {
  /** Candidates, in any order. */
  posts: Post[];
  minimum: number;
  /** How many of the newest can be reached at all. */
  reach: number;
  /** Query parameters beyond those that every listing takes. */
  more: string[];
  bill: (post: Post) => void;
}

const PARAMETERS = [
  'max_results',
  'pagination_token',
  'start_time',
  'end_time',
  'since_id',
  'until_id',
  'expansions',
  'tweet.fields',
  'post.fields',
  'user.fields',
  'media.fields',
  'poll.fields',
  'place.fields',
];
const MOST = 100;
const DEFAULT_RESULTS = 10;
const TOKEN_PREFIX = '7140';

/** One page of a listing, newest first, with X's `meta`. */
export function answerListing(world: XWorld, query: URLSearchParams, listing: Listing): XAnswer {
  const fault = findFault(query, listing);
  if (fault !== undefined) return fault;
  const token = query.get('pagination_token') ?? query.get('next_token');
  const before = token === null ? undefined : idOfToken(token);
  if (token !== null && before === undefined) {
    return invalidRequest(
      'pagination_token',
      token,
      `The \`pagination_token\` query parameter value [${token}] is not valid`,
    );
  }
  const reachable = [...listing.posts].sort((a, b) => compareIds(b.id, a.id)).slice(0, listing.reach);
  const inside = reachable.filter(
    (post) => isInside(post, query) && (before === undefined || compareIds(post.id, before) < 0),
  );
  const page = inside.slice(0, Number(query.get('max_results') ?? DEFAULT_RESULTS));
  for (const post of page) listing.bill(post);
  const newest = page[0];
  const oldest = page.at(-1);
  const meta = {
    result_count: page.length,
    ...(newest === undefined || oldest === undefined ? {} : { newest_id: newest.id, oldest_id: oldest.id }),
    ...(oldest === undefined || inside.length === page.length ? {} : { next_token: tokenOf(oldest.id) }),
  };
  return { status: 200, body: renderPosts(world, page, readShown(query), meta) };
}

function isInside(post: Post, query: URLSearchParams): boolean {
  const since = query.get('since_id');
  const until = query.get('until_id');
  const start = query.get('start_time');
  const end = query.get('end_time');
  return (
    (since === null || compareIds(post.id, since) > 0) &&
    (until === null || compareIds(post.id, until) < 0) &&
    (start === null || post.at >= new Date(start)) &&
    (end === null || post.at < new Date(end))
  );
}

function findFault(query: URLSearchParams, { minimum, more }: Listing): XAnswer | undefined {
  const known = [...PARAMETERS, ...more];
  for (const [name, value] of query) {
    if (!known.includes(name)) {
      return invalidRequest(name, value, `The query parameter [${name}] is not one of [${known.join(',')}]`);
    }
    const complaint = complaintAbout(name, value, minimum);
    if (complaint !== undefined) {
      return invalidRequest(name, value, `The \`${name}\` query parameter value [${value}] ${complaint}`);
    }
  }
  return undefined;
}

function complaintAbout(name: string, value: string, minimum: number): string | undefined {
  if (name === 'max_results' && !(/^\d+$/.test(value) && Number(value) >= minimum && Number(value) <= MOST)) {
    return `is not between ${minimum} and ${MOST}`;
  }
  if (name.endsWith('_id') && !/^\d{1,19}$/.test(value)) return 'does not match ^[0-9]{1,19}$';
  if (name.endsWith('_time') && Number.isNaN(Date.parse(value))) return 'is not a valid RFC3339 date-time';
  return undefined;
}

/** Opaque to clients; it says where the last page ended. */
function tokenOf(id: string): string {
  return `${TOKEN_PREFIX}${BigInt(id).toString(32)}`;
}

function idOfToken(token: string): string | undefined {
  const digits = token.slice(TOKEN_PREFIX.length);
  if (!token.startsWith(TOKEN_PREFIX) || !/^[0-9a-v]+$/.test(digits)) return undefined;
  let id = 0n;
  for (const digit of digits) id = id * 32n + BigInt(Number.parseInt(digit, 32));
  return Number.isNaN(instantOf(id.toString()).getTime()) ? undefined : id.toString();
}
