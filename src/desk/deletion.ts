import { type Decision, decided } from './decision.ts';
import { withPost } from './edited.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { firstAnswer } from './figures.ts';
import { CUSTOMER, recorded } from './history.ts';
import type { Mention } from './mention.ts';
import { isSamePost, placeOf } from './post-place.ts';
import { endPromises } from './promises.ts';
import type { PublicationFault } from './publication.ts';
import { tellSettled } from './published.ts';
import { givenBack, type Publisher, publicationOf, redraw, wasRefused } from './publishing.ts';
import { stopClocks } from './sla.ts';
import { withdrawnWords } from './withdrawn.ts';

/**
 * The network says that a customer's post is gone, or (`withdrawn`) no longer shown to us: its words go, nobody waits for an answer to it any more, and what was on its way to
 * it goes back to its sender. When nothing of the mention is left it is closed, by its author.
 */
export function postDeleted(mention: Mention, id: string, now: Date, withdrawn = false): Decision<Mention> {
  const place = placeOf(mention, id);
  const post = mention.posts[place];
  if (post === undefined || post.deletedAt !== null || mention.forgotten !== null) return decided(mention);
  const deletedAt = now.toISOString();
  const clocks = stopClocks(mention.clocks, now, null, (clock) => isSamePost(mention, clock.post, post.id));
  let state: Mention = {
    ...recorded(mention, now, CUSTOMER, withdrawn ? 'post-withdrawn' : 'post-deleted'),
    posts: withPost(mention.posts, place, { ...post, deletedAt, withdrawn }),
    clocks,
  };
  const gone = withdrawnWords(state, post.id);
  state = gone.state;
  const effects: PlannedEffect[] = [
    ...gone.effects,
    redraw(state),
    plan(
      {
        type: 'post-note',
        id: `deleted:${post.id}`,
        note: { type: 'post-deleted', post: post.id, owner: mention.owner },
      },
      PRIORITY.channel,
    ),
  ];
  for (const one of mention.publications) {
    if (one.status !== 'waiting' || !isSamePost(mention, one.inReplyTo, post.id)) continue;
    const back = givenBack(state, one, { code: 'post-gone', detail: '' }, now);
    state = back.state;
    effects.push(...back.effects);
  }
  const settled = settledNow(state, now);
  if (settled === null) return decided(state, effects);
  const isOver = settled.status === 'closed';
  const dropped = endPromises(settled, { how: 'dropped', by: CUSTOMER }, now, () => isOver);
  return decided(dropped.state, [...effects, tellSettled(settled, `deleted:${post.id}`), ...dropped.effects]);
}

/** The network refused a text for good; when it says that the post is gone, that is news of the post as well. */
export function refusedByNetwork(
  state: Publisher,
  id: string,
  fault: PublicationFault,
  now: Date,
): Decision<Publisher> {
  const refused = wasRefused(state, id, fault, now);
  const answeredPost = publicationOf(state, id)?.inReplyTo ?? null;
  if (fault.code !== 'post-gone' || refused.state.type !== 'mention' || answeredPost === null) return refused;
  const deleted = postDeleted(refused.state, answeredPost, now);
  return decided(deleted.state, [...refused.effects, ...deleted.effects]);
}

/** The mention as settled by the deletion; null when somebody still waits, or it was settled before. */
function settledNow(mention: Mention, now: Date): Mention | null {
  if (mention.status === 'answered' || mention.status === 'closed') return null;
  if (mention.posts.every(({ deletedAt }) => deletedAt !== null)) {
    return {
      ...mention,
      status: 'closed',
      closed: { by: CUSTOMER, at: now.toISOString(), reason: '' },
      clocks: stopClocks(mention.clocks, now, null),
      snooze: null,
    };
  }
  const waits = mention.clocks.some(({ stopped }) => stopped === null);
  return waits || firstAnswer(mention) === null ? null : { ...mention, status: 'answered', snooze: null };
}
