import type { Mention } from './mention.ts';
import type { Post } from './post.ts';

/** Every id under which a post was known: the network gives an edited one a new id. Oldest first. */
export function idsOf(post: Post): readonly string[] {
  return [...post.versions.map(({ id }) => id), post.id];
}

/** Where in the mention's posts the one with this id stands, also by the id of an earlier version; -1 for no post of it. */
export function placeOf(mention: Mention, id: string | null): number {
  return id === null ? -1 : mention.posts.findIndex((post) => idsOf(post).includes(id));
}

/** Whether two ids name the same post, perhaps in different versions. */
export function isSamePost(mention: Mention, a: string | null, b: string | null): boolean {
  return a === b || (placeOf(mention, a) !== -1 && placeOf(mention, a) === placeOf(mention, b));
}
