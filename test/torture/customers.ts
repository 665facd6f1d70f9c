import type { Post } from '../../practice/x/types.ts';
import type { XWorld } from '../../practice/x/world.ts';
import type { Act } from './plan.ts';

const WORDS = [
  'seit gestern Abend kein Internet. Das ist nicht akzeptabel!',
  'still waiting for my router, third time I write.',
  'wann geht das Netz in Altona wieder?',
  'danke für die schnelle Hilfe!',
] as const;

/** Customers write, and write again in the same conversation. */
export function createCustomers(world: XWorld) {
  const posts: Post[] = [];
  return {
    write({ pick, isAgain }: Extract<Act, { type: 'write' }>): void {
      const before = isAgain ? posts.at(-1 - (pick % Math.max(1, Math.min(posts.length, 10)))) : undefined;
      const author = before?.author.username ?? `kunde_${posts.length + 1}`;
      const text = `@NordfunkHilft ${WORDS[pick % WORDS.length]} Nr. ${posts.length + 1}`;
      posts.push(world.post({ author, text, ...(before && { inReplyTo: before.id }) }));
    },
  };
}
