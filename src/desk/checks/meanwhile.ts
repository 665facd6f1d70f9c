import type { Look } from './context.ts';

/**
 * The customer did something since the form was opened: wrote again, or deleted what its sender read while something else
 * of theirs is still there. An edit of what is being answered is told before this; see answer.ts.
 */
export const meanwhile: Look = (_text, { mention, read }) => {
  if (mention === null || read === undefined) return null;
  const { posts } = mention;
  const place = posts.findIndex((post) => post.id === read || post.versions.some(({ id }) => id === read));
  const before = posts[place];
  if (before === undefined) return null;
  const later = posts.slice(place + 1).findLast((post) => post.deletedAt === null);
  if (later !== undefined) return { check: 'meanwhile', why: 'wrote', words: later.text, post: later.id };
  if (before.deletedAt !== null) return { check: 'meanwhile', why: 'deleted', words: before.text, post: before.id };
  return before.id === read ? null : { check: 'meanwhile', why: 'edited', words: before.text, post: before.id };
};
