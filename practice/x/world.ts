import type { Costs } from './costs.ts';
import {
  addressed,
  beginningOf,
  checkEditable,
  guessLanguage,
  isLong,
  selfLink,
  toMedia,
  trailersOf,
} from './drafting.ts';
import { compareIds, type Snowflakes } from './snowflake.ts';
import { compose } from './text.ts';
import type { Media, Person, Post, Seen } from './types.ts';
import { createWatchers, type Watchers } from './watchers.ts';

export interface NewPerson {
  username: string;
  name?: string;
  followers?: number;
  verified?: boolean;
  description?: string;
  /** Other handles that mean this account, for posts that were written to somebody else. */
  alsoKnownAs?: string[];
}

export interface NewMedia {
  type?: Media['type'];
  url: string;
  altText?: string;
  width?: number;
  height?: number;
}

export interface NewPost {
  /** A username; an unknown one becomes a person. */
  author: string;
  text: string;
  /** When it was written; default: now. */
  at?: Date;
  inReplyTo?: string;
  quoteOf?: string;
  media?: NewMedia[];
  /** Default: made from `at`, as X does. */
  id?: string;
  lang?: string;
}

export interface XWorld extends Pick<Watchers, 'on' | 'waitFor' | 'stir'> {
  us: Person;
  addPerson(person: NewPerson): Person;
  person(username: string): Person | undefined;
  personById(id: string): Person | undefined;
  /** Publishes as anybody, without the rules that bind the API. */
  post(post: NewPost): Post;
  retweet(by: string, of: string, at?: Date): Post;
  /** So many more people like a post, or pass it on; nobody in particular. */
  spread(id: string, more: { likes?: number; reposts?: number }): void;
  /**
   * X gives an edited post a new id; the old one disappears from timelines. Everything but replies to others can be
   * edited, five times within 30 minutes: https://docs.x.com/x-api/fundamentals/edit-posts. @throws Error otherwise
   */
  edit(id: string, text: string): Post;
  remove(id: string): void;
  hide(id: string, hidden: boolean): void;
  /** The account shows its posts to its followers only; false: to everybody again. */
  protect(username: string, isProtected?: boolean): void;
  /** Serves this post in a shape that no reader expects. */
  mangle(id: string): void;
  find(id: string): Post | undefined;
  /** The newest version of a post, by the id of any of its versions. */
  newest(id: string): Post | undefined;
  /** Everything public, ours and theirs, oldest first. */
  timeline(): Post[];
  /** What our own account has published, oldest first. */
  ours(): Post[];
  /** Whether this account is named in that post. */
  mentions(post: Post, person: Person): boolean;
  costs: Costs;
  /** Calls so far, oldest first. */
  requests: Seen[];
  /** Calls that broke one of X's rules; faults that were switched on are not among them. */
  rejections: Seen[];
}

/** The public side of the practice X: people, posts, and who watches them. */
export function createXWorld(deps: { now: () => Date; us: NewPerson; snowflakes: Snowflakes; costs: Costs }): XWorld {
  const { now, snowflakes } = deps;
  const people = new Map<string, Person>();
  const peopleById = new Map<string, Person>();
  const posts = new Map<string, Post>();
  const requests: Seen[] = [];
  const rejections: Seen[] = [];
  const watchers = createWatchers(() => ({ timeline: timeline(), requests }));
  const us = addPerson(deps.us);

  function addPerson(wanted: NewPerson): Person {
    const createdAt = new Date(now().getTime() - 3 * 365 * 86_400_000);
    const person: Person = {
      id: snowflakes.next(createdAt),
      username: wanted.username,
      name: wanted.name ?? wanted.username,
      followers: wanted.followers ?? 100,
      following: 150,
      verified: wanted.verified ?? false,
      description: wanted.description ?? '',
      imageUrl: `https://pbs.twimg.com/profile_images/${wanted.username}/normal.jpg`,
      createdAt,
      posts: 0,
      isProtected: false,
    };
    for (const name of [wanted.username, ...(wanted.alsoKnownAs ?? [])]) people.set(name.toLowerCase(), person);
    peopleById.set(person.id, person);
    return person;
  }

  /** Sorted once after each change: a long replay asks often. */
  let sorted: Post[] | undefined;
  function timeline(): Post[] {
    sorted ??= [...posts.values()].sort((a, b) => compareIds(a.id, b.id));
    return [...sorted];
  }

  function known(id: string): Post {
    const post = posts.get(id);
    if (post === undefined) throw new Error(`there is no post ${id} on the practice X`);
    return post;
  }

  function build(wanted: NewPost, versions: string[]): Post {
    const author = people.get(wanted.author.toLowerCase()) ?? addPerson({ username: wanted.author });
    const at = wanted.at ?? now();
    const id = wanted.id ?? snowflakes.next(at);
    const answered = wanted.inReplyTo === undefined ? undefined : known(wanted.inReplyTo);
    const media = (wanted.media ?? []).map((one, index) => toMedia(one, id, index));
    const written = addressed(wanted.text, author, answered);
    const idOf = (username: string): string | undefined => people.get(username.toLowerCase())?.id;
    const long = isLong(written);
    const trailers = trailersOf(id, author, media, wanted.quoteOf === undefined ? undefined : known(wanted.quoteOf));
    return {
      id,
      author,
      written,
      shown: long ? compose(beginningOf(written), id, idOf, [selfLink(id)]) : compose(written, id, idOf, trailers),
      ...(long ? { note: compose(written, `${id} note`, idOf) } : {}),
      at,
      lang: wanted.lang ?? guessLanguage(written),
      conversationId: answered?.conversationId ?? versions[0] ?? id,
      ...(answered === undefined ? {} : { inReplyTo: { id: answered.id, author: answered.author } }),
      ...(wanted.quoteOf === undefined ? {} : { quoteOf: wanted.quoteOf }),
      versions: [...versions, id],
      media,
      counts: { replies: 0, retweets: 0, quotes: 0, likes: 0 },
      hidden: false,
      mangled: false,
    };
  }

  function publish(post: Post, kind: 'posted' | 'edited'): Post {
    posts.set(post.id, post);
    const newest = sorted?.at(-1);
    if (newest !== undefined && compareIds(newest.id, post.id) < 0) sorted?.push(post);
    else sorted = undefined;
    post.author.posts += 1;
    watchers.tell({ kind, post, at: now() });
    return post;
  }

  return {
    us,
    addPerson,
    person: (username) => people.get(username.toLowerCase()),
    personById: (id) => peopleById.get(id),
    post(wanted) {
      const post = build(wanted, []);
      if (wanted.inReplyTo !== undefined) known(wanted.inReplyTo).counts.replies += 1;
      if (wanted.quoteOf !== undefined) known(wanted.quoteOf).counts.quotes += 1;
      return publish(post, 'posted');
    },
    retweet(by, of, at) {
      const original = known(of);
      original.counts.retweets += 1;
      const repeated = { author: by, text: `RT @${original.author.username}: ${original.written}` };
      const post = build({ ...repeated, lang: original.lang, ...(at === undefined ? {} : { at }) }, []);
      return publish({ ...post, retweetOf: of }, 'posted');
    },
    spread(id, { likes = 0, reposts = 0 }) {
      const { counts } = known(id);
      counts.likes += likes;
      counts.retweets += reposts;
    },
    edit(id, text) {
      const old = known(id);
      checkEditable(old, now());
      const { username } = old.author;
      const post = build(
        { author: username, text, ...(old.inReplyTo && { inReplyTo: old.inReplyTo.id }) },
        old.versions,
      );
      posts.delete(id);
      sorted = undefined;
      return publish({ ...post, media: old.media, counts: old.counts }, 'edited');
    },
    remove(id) {
      const post = known(id);
      posts.delete(id);
      sorted = undefined;
      watchers.tell({ kind: 'removed', post, at: now() });
    },
    hide(id, hidden) {
      const post = known(id);
      post.hidden = hidden;
      watchers.tell({ kind: hidden ? 'hidden' : 'shown', post, at: now() });
    },
    protect(username, isProtected = true) {
      const person = people.get(username.toLowerCase());
      if (person === undefined) throw new Error(`nobody is called ${username}`);
      person.isProtected = isProtected;
    },
    mangle(id) {
      known(id).mangled = true;
    },
    find: (id) => posts.get(id),
    newest: (id) => posts.get(id) ?? [...posts.values()].find(({ versions }) => versions.includes(id)),
    timeline,
    ours: () => timeline().filter((post) => post.author === us),
    mentions: (post, person) => (post.note ?? post.shown).entities.mentions.some((one) => one.id === person.id),
    costs: deps.costs,
    requests,
    rejections,
    on: watchers.on,
    waitFor: watchers.waitFor,
    stir: watchers.stir,
  };
}
