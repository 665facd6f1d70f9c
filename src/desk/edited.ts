import type { Arrival } from './arrive.ts';
import { priorityOf } from './card-priority.ts';
import { isDanger } from './danger.ts';
import { alarmFor } from './danger-alarm.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { plan } from './effect.ts';
import { CUSTOMER, recorded } from './history.ts';
import type { Mention } from './mention.ts';
import { muteFor, shown } from './muted.ts';
import { unreadGivenBack } from './newly-locked.ts';
import type { Post } from './post.ts';
import { idsOf, placeOf } from './post-place.ts';
import { redraw } from './publishing.ts';
import { redate } from './redate.ts';
import { lockedByPost } from './ruled-arrival.ts';

/**
 * A post that we know comes under a new id: its author has edited it. It keeps its place, its time and its clocks, so
 * that nobody waits anew; what stood there before stays readable. What the new words make more urgent moves them.
 * @param versions the ids of all its versions, oldest first, as the network says
 */
export function edited(
  mention: Mention,
  { post }: Pick<Arrival, 'post'>,
  versions: readonly string[],
  desk: Desk,
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
    likes: post.likes ?? old.likes,
    reposts: post.reposts ?? old.reposts,
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
  const told = lockedByPost(recorded(next, now, CUSTOMER, 'edited', post.text), post, now);
  // An edit is the way around a list of words, too.
  if (told.muted !== null && muteFor(desk.settings, { ...told, posts: [anew] }) !== null) return decided(told);
  const seen = told.muted === null ? told : shown(told, desk, now);
  const state = redate(seen, desk)?.state ?? seen;
  const written = decided(state, [
    plan({ type: 'draw-card' }, priorityOf(state)),
    plan(
      { type: 'post-note', id: `edited:${post.id}`, note: { type: 'edited', post: post.id, owner: mention.owner } },
      priorityOf(state),
    ),
    ...(isDanger(old.text) ? [] : alarmFor(state, post, desk)),
  ]);
  return unreadGivenBack(mention, written, desk, now);
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
