import type { Post } from '../../practice/x/types.ts';
import { type OpenedStage, SECOND_MS } from './support.ts';

export const FOLDING = { desk: { fold: true } };

/** The same in other words. */
export const SAME = [
  'kein Internet seit heute früh in Kiel. Was ist da los?',
  'seit heute früh kein Internet in Kiel!! was ist los?',
  'Kein Internet in Kiel seit heute früh 😡',
  'was ist los? in Kiel seit heute früh kein Internet!',
];

/** So many customers who say the same, `kunde_1` and on, all read at once; the first has the card. */
export async function crowd(stage: OpenedStage, size: number): Promise<readonly [Post, ...Post[]]> {
  const post = (index: number) => stage.write(`kunde_${index + 1}`, SAME[index % SAME.length] ?? '');
  const first = post(0);
  const others = Array.from({ length: size - 1 }, (_, index) => post(index + 1));
  await stage.cardFor(first);
  return [first, ...others];
}

export function cardOf(stage: OpenedStage, post: Post | undefined) {
  const card = post && stage.cardOf(post);
  if (card === undefined) throw new Error(`there is no card for "${post?.written}"`);
  return card;
}

/** Groups are seen to every three seconds. */
export function untilTended(stage: OpenedStage): Promise<void> {
  return stage.pass(6 * SECOND_MS, SECOND_MS);
}

/** What a button carries that is about a post's mention. */
export const carrying = (post: Post | undefined) => JSON.stringify(['mention', `x:${post?.id}`]);
