import type { Post } from '../post.ts';
import type { Look } from './context.ts';
import type { Warning } from './warning.ts';

/**
 * The customer did something since the form was opened: wrote again, or deleted what its sender read while something else
 * of theirs is still there. An edit of what is being answered is told before this; see answer.ts.
 */
export const meanwhile: Look = (_text, { mention, read }) => {
  if (mention === null || read === undefined) return null;
  const { posts } = mention;
  if (read === '') return wrote(posts.findLast(isThere));
  const place = posts.findIndex((post) => post.id === read || post.versions.some(({ id }) => id === read));
  const before = posts[place];
  if (before === undefined) return null;
  const later = wrote(posts.slice(place + 1).findLast(isThere));
  if (later !== null) return later;
  if (before.deletedAt !== null) return { check: 'meanwhile', why: 'deleted', words: before.text, post: before.id };
  return before.id === read ? null : { check: 'meanwhile', why: 'edited', words: before.text, post: before.id };
};

function isThere({ deletedAt }: Post): boolean {
  return deletedAt === null;
}

function wrote(post: Post | undefined): Warning | null {
  return post === undefined ? null : { check: 'meanwhile', why: 'wrote', words: post.text, post: post.id };
}
