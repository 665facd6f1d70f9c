import { type Decision, decided } from './decision.ts';
import type { Author, Mention } from './mention.ts';
import { redraw } from './publishing.ts';

/** The network left out who wrote: only the id is known, until a later read names them. */
export function isUnnamed({ id, handle }: Pick<Author, 'id' | 'handle'>): boolean {
  return id === handle;
}

/** The network left out who wrote; a later read says it. */
export function named(mention: Mention, author: Author): Decision<Mention> {
  if (!isUnnamed(mention.author) || isUnnamed(author) || author.id !== mention.author.id) return decided(mention);
  const next = { ...mention, author };
  return decided(next, [redraw(next)]);
}
