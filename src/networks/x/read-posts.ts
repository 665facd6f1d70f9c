import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { NetworkPost, PostsNow } from '../index.ts';
import type { XClient } from './client.ts';
import { POST_FIELDS, readIncludes, toNetworkPost, xPost } from './post.ts';

const CALL = 'GET tweets';
const IDS_A_CALL = 100;
const UNREADABLE_AFTER_MS = 60_000;

const answer = z.looseObject({
  data: z.array(z.unknown()).optional(),
  includes: z
    .looseObject({ users: z.array(z.unknown()).optional(), media: z.array(z.unknown()).optional() })
    .optional()
    .catch(undefined),
  errors: z.array(z.unknown()).optional(),
});

/**
 * Beside the data X reports each id that it gives us no post for: it is not there, or not for us to see, because its account
 * is protected, suspended or blocks us (X's OpenAPI document, `ResourceNotFoundProblem`, `NotAuthorizedForResourceProblem`,
 * `ResourceUnavailableProblem`).
 */
const lostPost = z
  .looseObject({ type: z.string(), parameter: z.literal('ids'), resource_id: z.string() })
  .transform(({ type, resource_id: id }) => ({ id, why: type.split('/').at(-1) ?? '' }));
const NOT_THERE = 'resource-not-found';
const NOT_FOR_US: readonly string[] = ['not-authorized-for-resource', 'resource-unavailable'];

/** These posts as they are now; X answers the id of an edited post with its newest version. */
export async function readPosts(client: XClient, ids: readonly string[]): Promise<PostsNow> {
  const posts: NetworkPost[] = [];
  const gone: string[] = [];
  const withdrawn: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_CALL) {
    const asked = ids.slice(from, from + IDS_A_CALL);
    const parsed = answer.safeParse(await client.get(CALL, 'tweets', { ids: asked.join(','), ...POST_FIELDS }));
    if (!parsed.success) {
      const why = 'X answered in a form that can not be read (GET tweets)';
      throw new CallFault({ act: 'retry', afterMs: UNREADABLE_AFTER_MS, limited: false, why }, parsed.error);
    }
    const { data = [], includes, errors = [] } = parsed.data;
    const known = readIncludes(includes);
    for (const one of data) {
      const post = xPost.safeParse(one);
      if (post.success) posts.push(toNetworkPost(post.data, known));
    }
    const lost = errors.flatMap((one) => lostPost.safeParse(one).data ?? []).filter(({ id }) => asked.includes(id));
    gone.push(...lost.filter(({ why }) => why === NOT_THERE).map(({ id }) => id));
    withdrawn.push(...lost.filter(({ why }) => NOT_FOR_US.includes(why)).map(({ id }) => id));
  }
  return { posts, gone, withdrawn };
}
