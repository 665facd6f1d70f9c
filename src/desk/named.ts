import { type Decision, decided } from './decision.ts';
import { type Author, isUnnamed, type Mention } from './mention.ts';
import { redraw } from './publishing.ts';

/** The network left out who wrote; a later read says it. */
export function named(mention: Mention, author: Author): Decision<Mention> {
  if (!isUnnamed(mention.author) || isUnnamed(author) || author.id !== mention.author.id) return decided(mention);
  const next = { ...mention, author };
  return decided(next, [redraw(next)]);
}
