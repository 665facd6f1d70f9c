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

/** Beside the data X reports each id that it has no post for; one that we may not see has another type. */
const notFound = z.looseObject({
  type: z.string().regex(/\/resource-not-found$/),
  parameter: z.literal('ids'),
  resource_id: z.string(),
});

/** These posts as they are now; X answers the id of an edited post with its newest version. */
export async function readPosts(client: XClient, ids: readonly string[]): Promise<PostsNow> {
  const posts: NetworkPost[] = [];
  const gone: string[] = [];
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
    for (const one of errors) {
      const lost = notFound.safeParse(one).data?.resource_id;
      if (lost !== undefined && asked.includes(lost)) gone.push(lost);
    }
  }
  return { posts, gone };
}
