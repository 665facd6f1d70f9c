import { inNewerNames, type Shown } from './fields.ts';
import { notFoundProblem } from './problems.ts';
import type { Entities } from './text.ts';
import type { Media, Person, Post } from './types.ts';
import type { XWorld } from './world.ts';

/** An answer about posts: `data`, `includes`, partial `errors`, in the dialect that was asked for. */
export function renderPosts(world: XWorld, posts: Post[], shown: Shown, meta?: object): object {
  const includes = renderIncludes(world, posts, shown);
  const errors = posts.flatMap((post) => lostReferences(world, post, shown));
  const answer = {
    ...(posts.length === 0 ? {} : { data: posts.map((post) => renderPost(post, shown)) }),
    ...(Object.keys(includes).length === 0 ? {} : { includes }),
    ...(errors.length === 0 ? {} : { errors }),
    ...(meta === undefined ? {} : { meta }),
  };
  return shown.newer ? renamed(answer) : answer;
}

/** The same for a call about one post. */
export function renderOnePost(world: XWorld, post: Post, shown: Shown): object {
  const { data, ...rest }: { data?: unknown[] } = renderPosts(world, [post], shown);
  return { data: data?.[0], ...rest };
}

export function renderUser(person: Person, fields: Set<string>): object {
  return {
    id: person.id,
    name: person.name,
    username: person.username,
    ...picked(fields, {
      created_at: person.createdAt.toISOString(),
      description: person.description,
      profile_image_url: person.imageUrl,
      protected: false,
      public_metrics: {
        followers_count: person.followers,
        following_count: person.following,
        tweet_count: person.posts,
        listed_count: 0,
        like_count: 0,
        media_count: 0,
      },
      verified: person.verified,
      verified_type: person.verified ? 'blue' : 'none',
    }),
  };
}

function renderPost(post: Post, shown: Shown): object {
  if (post.mangled) return { id: post.id, text: null, author_id: { unexpected: true }, created_at: 'yesterday' };
  const references = referencesOf(post);
  const { replies, retweets, likes, quotes } = post.counts;
  return {
    id: post.id,
    text: post.shown.text,
    edit_history_tweet_ids: post.versions,
    ...picked(shown.post, {
      attachments: post.media.length === 0 ? undefined : { media_keys: post.media.map((one) => one.key) },
      author_id: post.author.id,
      conversation_id: post.conversationId,
      created_at: post.at.toISOString(),
      entities: renderEntities(post.shown.entities),
      in_reply_to_user_id: post.inReplyTo?.author.id,
      lang: post.lang,
      note_tweet:
        post.note === undefined ? undefined : { text: post.note.text, entities: renderEntities(post.note.entities) },
      possibly_sensitive: false,
      public_metrics: {
        retweet_count: retweets,
        reply_count: replies,
        like_count: likes,
        quote_count: quotes,
        bookmark_count: 0,
        impression_count: 10,
      },
      referenced_tweets: references.length === 0 ? undefined : references,
      reply_settings: 'everyone',
    }),
  };
}

function renderMedia(media: Media, fields: Set<string>): object {
  return {
    media_key: media.key,
    type: media.type,
    ...picked(fields, {
      alt_text: media.altText,
      height: media.height,
      preview_image_url: media.previewUrl,
      url: media.url,
      width: media.width,
    }),
  };
}

function renderIncludes(world: XWorld, posts: Post[], shown: Shown): object {
  const wants = (expansion: string): boolean => shown.expansions.has(expansion);
  const users = new Map<string, Person>();
  const add = (person: Person | undefined): void => {
    if (person !== undefined) users.set(person.id, person);
  };
  const media = wants('attachments.media_keys') ? posts.flatMap((post) => post.media) : [];
  const referenced = posts.flatMap((post) => referencesOf(post)).flatMap(({ id }) => world.find(id) ?? []);
  const tweets = wants('referenced_tweets.id') ? [...new Set(referenced)] : [];
  if (wants('author_id')) for (const post of posts) add(post.author);
  if (wants('in_reply_to_user_id')) for (const post of posts) add(post.inReplyTo?.author);
  if (wants('referenced_tweets.id.author_id')) for (const post of referenced) add(post.author);
  if (wants('entities.mentions.username')) {
    for (const post of posts) for (const mention of post.shown.entities.mentions) add(world.personById(mention.id));
  }
  return {
    ...(users.size === 0 ? {} : { users: [...users.values()].map((person) => renderUser(person, shown.user)) }),
    ...(media.length === 0 ? {} : { media: media.map((one) => renderMedia(one, shown.media)) }),
    ...(tweets.length === 0 ? {} : { tweets: tweets.map((post) => renderPost(post, shown)) }),
  };
}

function lostReferences(world: XWorld, post: Post, shown: Shown): object[] {
  if (!shown.expansions.has('referenced_tweets.id')) return [];
  return referencesOf(post)
    .filter(({ id }) => world.find(id) === undefined)
    .map(({ id }) => notFoundProblem('tweet', 'referenced_tweets.id', id));
}

function referencesOf(post: Post): { type: string; id: string }[] {
  return [
    ...(post.retweetOf === undefined ? [] : [{ type: 'retweeted', id: post.retweetOf }]),
    ...(post.quoteOf === undefined ? [] : [{ type: 'quoted', id: post.quoteOf }]),
    ...(post.inReplyTo === undefined ? [] : [{ type: 'replied_to', id: post.inReplyTo.id }]),
  ];
}

/** X leaves out the kinds of which there are none, and `entities` when there are none at all. */
function renderEntities(entities: Entities): object | undefined {
  const found = Object.entries(entities).filter(([, list]) => list.length > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function picked(fields: Set<string>, values: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => fields.has(name) && value !== undefined));
}

function renamed(answer: object): object {
  const newer = inNewerNames(answer);
  return typeof newer === 'object' && newer !== null ? newer : answer;
}
