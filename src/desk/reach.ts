import type { Decision } from './decision.ts';
import type { Desk } from './desk.ts';
import { withPost } from './edited.ts';
import type { Author, Mention } from './mention.ts';
import type { Post } from './post.ts';
import { placeOf } from './post-place.ts';
import { redate } from './redate.ts';

/** How far a post has come, as the network says now; null where it does not. */
export interface Reach extends Pick<Post, 'id' | 'likes' | 'reposts'> {
  readonly author: Pick<Author, 'followers'>;
}

/**
 * A post that waits for an answer is looked at again: where it has passed what the team names as far (or fallen below it),
 * the mention's card says so, once, and its answer is due by its new urgency. Null while nothing is passed: counts that
 * move all the time are not saved.
 */
export function reached(mention: Mention, { id, likes, reposts, author }: Reach, desk: Desk): Decision<Mention> | null {
  const place = placeOf(mention, id);
  const post = mention.posts[place];
  const isWaiting = mention.status !== 'answered' && mention.status !== 'closed';
  if (post === undefined || !isWaiting) return null;
  const counted: Post = { ...post, likes: likes ?? post.likes, reposts: reposts ?? post.reposts };
  const followers = author.followers ?? mention.author.followers;
  const next = { ...mention, posts: withPost(mention.posts, place, counted), author: { ...mention.author, followers } };
  const decision = redate(next, desk);
  return decision === null || decision.state.urgency === mention.urgency ? null : decision;
}
