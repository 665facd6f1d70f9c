/**
 * What a request asks to be shown. X speaks two dialects: `tweet.fields` is answered with `referenced_tweets`,
 * `note_tweet`, `includes.tweets`; `post.fields` with `referenced_posts`, `note_post`, `includes.posts`.
 * A field that X does not know is dropped without a word, as the real one does.
 */
export interface Shown {
  post: Set<string>;
  user: Set<string>;
  media: Set<string>;
  expansions: Set<string>;
  /** Answer in the newer names. */
  newer: boolean;
}

const POST_FIELDS = new Set([
  'attachments',
  'author_id',
  'conversation_id',
  'created_at',
  'entities',
  'in_reply_to_user_id',
  'lang',
  'note_tweet',
  'possibly_sensitive',
  'public_metrics',
  'referenced_tweets',
  'reply_settings',
]);

/** In the newer dialect these come only with the expansion of the same name. */
const ONLY_EXPANDED = ['author_id', 'in_reply_to_user_id', 'referenced_tweets'];

/** Asking for the expansion brings the field that it starts from. */
const FIELD_OF_EXPANSION: Record<string, string> = {
  author_id: 'author_id',
  in_reply_to_user_id: 'in_reply_to_user_id',
  'attachments.media_keys': 'attachments',
  'referenced_tweets.id': 'referenced_tweets',
  'referenced_tweets.id.author_id': 'referenced_tweets',
  'entities.mentions.username': 'entities',
};

const NEWER_NAMES: Record<string, string> = {
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
  tweets: 'posts',
};

export function readShown(query: URLSearchParams): Shown {
  const newer = query.has('post.fields') || list(query, 'expansions').includes('referenced_posts');
  const expansions = new Set(
    list(query, 'expansions').flatMap((name) =>
      name === 'referenced_posts' ? ['referenced_tweets.id', 'referenced_tweets.id.author_id'] : [name],
    ),
  );
  const asked = list(query, newer ? 'post.fields' : 'tweet.fields').map((name) =>
    name === 'note_post' ? 'note_tweet' : name,
  );
  const post = new Set(asked.filter((name) => POST_FIELDS.has(name) && !(newer && ONLY_EXPANDED.includes(name))));
  for (const expansion of expansions) {
    const field = FIELD_OF_EXPANSION[expansion];
    if (field !== undefined) post.add(field);
  }
  return {
    post,
    user: new Set(list(query, 'user.fields')),
    media: new Set(list(query, 'media.fields')),
    expansions,
    newer,
  };
}

/** The same answer in the newer dialect's names. */
export function inNewerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inNewerNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [NEWER_NAMES[key] ?? key, inNewerNames(inner)]),
  );
}

function list(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? '').split(',').filter((one) => one !== '');
}
