import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import { isSamePost } from './post-place.ts';
import type { PublicationFaultCode } from './publication.ts';

/** The post that an answer would go to: the customer's last that is still there; null when all are gone. */
export function answerTarget(mention: Mention): Post | null {
  return mention.posts.findLast((post) => post.deletedAt === null) ?? null;
}

/**
 * How the network lets us answer: by its API, or only by hand on its own page, because the customer did not name us or
 * it refused a reply to this very post. A later post that names us opens the API again.
 */
export function answerWay(mention: Mention): 'api' | 'intent' {
  const target = answerTarget(mention);
  return target === null || !isByHand(mention, target) ? 'api' : 'intent';
}

/** Why a reply to this post can't go out by the API, as the network would refuse it; null when it can. */
export function barrier(mention: Mention, id: string | null): PublicationFaultCode | null {
  const post = mention.posts.find((one) => isSamePost(mention, one.id, id));
  if (post === undefined) return null;
  if (post.deletedAt !== null) return 'post-gone';
  return isByHand(mention, post) ? 'reply-not-allowed' : null;
}

function isByHand(mention: Mention, post: Post): boolean {
  if (post.via === 'search') return true;
  return mention.publications.some(
    ({ fault, inReplyTo }) => fault?.code === 'reply-not-allowed' && isSamePost(mention, inReplyTo, post.id),
  );
}
