import { isObject, xContract } from './x-contract.ts';

/** Names of the older dialect, which the document does not list, and what it calls them. */
const OLDER_NAMES: Record<string, string> = {
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
  tweets: 'posts',
};

/** Kinds of refusal that X sends and its document does not describe. */
const UNDOCUMENTED_PROBLEMS = ['about:blank', 'https://api.x.com/2/problems/credits'];
/** X adds to a documented refusal what exactly was wrong. */
const UNDOCUMENTED_DETAIL = 'errors';

/** What is wrong with an answer to this call by X's own document; nothing without the document. */
export function checkXAnswer(method: string, path: string, status: number, body: unknown): string[] {
  if (xContract === undefined) return [];
  const schema = status < 400 ? xContract.operation(method, path)?.success : { $ref: '#/components/schemas/Problem' };
  if (schema === undefined) return [`${method} ${path} is not in the document`];
  if (status < 400) return xContract.faultsOf(newer(body), schema);
  if (isObject(body) && UNDOCUMENTED_PROBLEMS.includes(String(body.type))) return [];
  const documented = isObject(body) ? Object.entries(body).filter(([key]) => key !== UNDOCUMENTED_DETAIL) : [];
  return xContract.faultsOf(Object.fromEntries(documented), schema);
}

function newer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(newer);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [OLDER_NAMES[key] ?? key, newer(inner)]));
}
