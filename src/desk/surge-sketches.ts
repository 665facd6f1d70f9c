import { type Sketch, sketch } from './likeness.ts';
import type { Mention } from './mention.ts';

/** What its posts say, to compare it with others. */
export type SketchOf = (mention: Mention) => Sketch;

/** Some kilobytes each; a desk that runs for months does not keep those of every surge it had. */
const MOST_KEPT = 10_000;

/**
 * Sketches what a mention says once for as long as its posts stay as they are: a surge is drawn again every 30 seconds,
 * and thousands of sketches would hold up everything else. Posts are replaced, never changed, so that they are the key.
 */
export function createSketches(sketched: (text: string) => Sketch = sketch): SketchOf {
  let known = new WeakMap<Mention['posts'], Sketch>();
  let count = 0;
  return ({ posts }) => {
    const before = known.get(posts);
    if (before !== undefined) return before;
    if (count === MOST_KEPT) [known, count] = [new WeakMap(), 0];
    const own = sketched(posts.map(({ text }) => text).join('\n'));
    known.set(posts, own);
    count += 1;
    return own;
  };
}
