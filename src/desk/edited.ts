import type { Arrival } from './arrive.ts';
import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import { plan } from './effect.ts';
import { CUSTOMER, recorded } from './history.ts';
import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import { idsOf, placeOf } from './post-place.ts';
import { redraw } from './publishing.ts';

/**
 * A post that we know comes under a new id: its author has edited it. It keeps its place, its time and its clocks, so
 * that nobody waits anew; what stood there before stays readable.
 * @param versions the ids of all its versions, oldest first, as the network says
 */
export function edited(
  mention: Mention,
  { post }: Pick<Arrival, 'post'>,
  versions: readonly string[],
  now: Date,
): Decision<Mention> {
  const place = mention.posts.findIndex((one) => versions.includes(one.id));
  const old = mention.posts[place];
  // Known already, or an older version that another read brought late.
  if (old === undefined || old.id === post.id || placeOf(mention, post.id) !== -1) return decided(mention);
  const anew: Post = {
    ...old,
    id: post.id,
    text: post.text,
    url: post.url,
    pictures: post.pictures,
    via: old.via === 'mention' ? old.via : post.via,
    versions: [...old.versions, { id: old.id, text: old.text }],
    deletedAt: null,
  };
  const next: Mention = {
    ...returned(mention),
    posts: withPost(mention.posts, place, anew),
    clocks: returned(mention).clocks.map((clock) =>
      idsOf(anew).includes(clock.post) ? { ...clock, post: anew.id } : clock,
    ),
    publications: mention.publications.map((one) =>
      one.status === 'waiting' && one.inReplyTo === old.id ? { ...one, inReplyTo: anew.id } : one,
    ),
  };
  return decided(recorded(next, now, CUSTOMER, 'edited', post.text), [
    plan({ type: 'draw-card' }, priorityOf(next)),
    plan(
      { type: 'post-note', id: `edited:${post.id}`, note: { type: 'edited', post: post.id, owner: mention.owner } },
      priorityOf(next),
    ),
  ]);
}

/** A search found it first, and now it turns out to name us: the API may answer it. */
export function turnedMention(mention: Mention, id: string): Decision<Mention> {
  const place = placeOf(mention, id);
  const post = mention.posts[place];
  if (post === undefined || post.via === 'mention') return decided(mention);
  const next = { ...mention, posts: withPost(mention.posts, place, { ...post, via: 'mention' }) };
  return decided(next, [redraw(next)]);
}

/** The posts with one of them replaced. */
export function withPost(posts: Mention['posts'], place: number, post: Post): Mention['posts'] {
  const [first, ...later] = posts;
  return place === 0 ? [post, ...later] : [first, ...later.map((one, index) => (index + 1 === place ? post : one))];
}

/** What looked deleted while it was only edited waits again. */
function returned(mention: Mention): Mention {
  const { closed } = mention;
  if (closed === null || closed.by !== CUSTOMER) return mention;
  const clocks = mention.clocks.map((clock) =>
    clock.stopped?.publication === null && clock.stopped.at === closed.at ? { ...clock, stopped: null } : clock,
  );
  return { ...mention, clocks, closed: null, status: mention.owner === null ? 'open' : 'claimed' };
}
