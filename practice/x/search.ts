import type { Post } from './types.ts';
import type { XWorld } from './world.ts';

const WEEK_MS = 7 * 86_400_000;

/** Posts of the last week for a query of words, `from:name`, `@name`, `"a phrase"`, each of which a `-` turns round. */
export function searchRecent(world: XWorld, query: string, now: Date): Post[] {
  const terms = query.match(/-?(?:[a-z_]+:)?(?:"[^"]*"|\S+)/gi) ?? [];
  const oldest = now.getTime() - WEEK_MS;
  return world
    .timeline()
    .filter((post) => post.at.getTime() >= oldest)
    .filter((post) =>
      terms.every((term) => (term.startsWith('-') ? !matches(post, term.slice(1)) : matches(post, term))),
    );
}

function matches(post: Post, term: string): boolean {
  const wanted = term.replaceAll('"', '').toLowerCase();
  const mentioned = (post.note ?? post.shown).entities.mentions.map((one) => one.username.toLowerCase());
  if (wanted.startsWith('@')) return mentioned.includes(wanted.slice(1));
  const [operator, value] = wanted.split(':', 2);
  if (operator === 'from' && value !== undefined) return post.author.username.toLowerCase() === value.replace('@', '');
  if (operator === 'conversation_id' && value !== undefined) return post.conversationId === value;
  if (wanted === 'is:retweet') return post.retweetOf !== undefined;
  return post.written.toLowerCase().includes(wanted);
}
