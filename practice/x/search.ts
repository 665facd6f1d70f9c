import { parseQuery, type Query } from './query.ts';
import { instantOf } from './snowflake.ts';
import type { Post } from './types.ts';
import type { XWorld } from './world.ts';

const WEEK_MS = 7 * 86_400_000;

/** Posts of the last week that a query finds, or X's complaint about the query. */
export function searchRecent(world: XWorld, text: string, now: Date): Post[] | { readonly fault: string } {
  const query = parseQuery(text);
  if ('fault' in query) return query;
  const oldest = now.getTime() - WEEK_MS;
  return world
    .timeline()
    .filter((post) => post.at.getTime() >= oldest)
    .filter((post) => matches(post, query));
}

/** Recent search begins no earlier than a week ago: X refuses an older `since_id` or `start_time` instead of cutting it. */
export function tooEarly(query: URLSearchParams, now: Date): { readonly name: string; readonly value: string } | null {
  const oldest = now.getTime() - WEEK_MS;
  const since = query.get('since_id');
  if (since !== null && /^\d{1,19}$/.test(since) && instantOf(since).getTime() < oldest) {
    return { name: 'since_id', value: since };
  }
  const start = query.get('start_time');
  return start !== null && Date.parse(start) < oldest ? { name: 'start_time', value: start } : null;
}

function matches(post: Post, query: Query): boolean {
  switch (query.is) {
    case 'all':
      return query.parts.every((part) => matches(post, part));
    case 'any':
      return query.parts.some((part) => matches(post, part));
    case 'not':
      return !matches(post, query.part);
    case 'term':
      return matchesTerm(post, query.term);
  }
}

function matchesTerm(post: Post, term: string): boolean {
  const wanted = term.replaceAll('"', '').toLowerCase();
  const mentioned = (post.note ?? post.shown).entities.mentions.map((one) => one.username.toLowerCase());
  if (wanted.startsWith('@')) return mentioned.includes(wanted.slice(1));
  const [operator, value] = wanted.split(':', 2);
  if (operator === 'from' && value !== undefined) return post.author.username.toLowerCase() === value.replace('@', '');
  if (operator === 'conversation_id' && value !== undefined) return post.conversationId === value;
  if (wanted === 'is:retweet') return post.retweetOf !== undefined;
  if (wanted === 'is:reply') return post.inReplyTo !== undefined;
  return hasWords(post.written, wanted);
}

/** X matches whole words, so that `Nordfunk` does not find `@NordfunkHilft`. */
function hasWords(text: string, words: string): boolean {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}_@])${escaped}(?![\\p{L}\\p{N}_])`, 'iu').test(text);
}
