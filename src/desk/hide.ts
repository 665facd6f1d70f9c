import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { APP, recorded } from './history.ts';
import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';

/**
 * Whether a network may let us hide this customer's posts: those under a post of ours. Whose conversation it is we know
 * only where it is the customer's own; elsewhere the network is asked, and its "no" is told.
 */
export function mayHide({ posts, conversation }: Pick<Mention, 'posts' | 'conversation'>): boolean {
  return !posts.some(({ id }) => id === conversation);
}

/** Whether a post is hidden, or is about to be. */
export function isHidden({ hidden, hideWish }: Post): boolean {
  return hideWish === null || hideWish.fault !== null ? hidden !== null : hideWish.hidden;
}

/** Hides all posts of this customer in the conversation from the public, or shows them again. */
export function hide(mention: Mention, press: Press, hidden: boolean, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (!mayHide(mention)) return refused({ reason: 'not-under-ours' });
  const meant = mention.posts.filter((post) => post.deletedAt === null && isHidden(post) !== hidden);
  if (meant.length === 0) return refused({ reason: 'already-done' });
  const hideWish = { hidden, by: press.by, at: now.toISOString(), fault: null };
  const ids = meant.map(({ id }) => id);
  const next = changePosts(mention, ids, () => ({ hideWish }));
  const noted = recorded(next, now, press.by, hidden ? 'hid' : 'unhid', meant.map(({ text }) => text).join('\n'));
  return decided(remember(noted, press.key), [
    redraw(noted),
    ...ids.map((post) => plan({ type: 'hide-post', post }, PRIORITY.press)),
  ]);
}

/** The network did it. A wish that came meanwhile stays, and is carried out after this one. */
export function wasHidden(mention: Mention, id: string, hidden: boolean): Decision<Mention> {
  const next = changePosts(mention, [id], ({ hideWish }) => {
    if (hideWish === null) return {};
    const { by, at } = hideWish;
    return {
      hidden: hidden ? { by, at } : null,
      hideWish: hideWish.hidden === hidden ? null : hideWish,
    };
  });
  return decided(next, [redraw(next)]);
}

/** The network refused: the person who wished it is told, and so is whoever sees the card. */
export function stayedAsItWas(mention: Mention, id: string, why: string, now: Date): Decision<Mention> {
  const wish = mention.posts.find((post) => post.id === id)?.hideWish ?? null;
  if (wish === null || wish.fault !== null) return decided(mention);
  const next = changePosts(mention, [id], () => ({ hideWish: { ...wish, fault: why } }));
  const noted = recorded(next, now, APP, 'hide-failed', why);
  const notice = { type: 'not-hidden', post: id, hidden: wish.hidden, why } as const;
  return decided(noted, [
    redraw(noted),
    plan({ type: 'send-notice', id: `not-hidden:${id}:${now.getTime()}`, to: wish.by, notice }, PRIORITY.press),
  ]);
}

function changePosts(mention: Mention, ids: readonly string[], change: (post: Post) => Partial<Post>): Mention {
  const changed = (post: Post): Post => (ids.includes(post.id) ? { ...post, ...change(post) } : post);
  const [first, ...later] = mention.posts;
  return { ...mention, posts: [changed(first), ...later.map(changed)] };
}
