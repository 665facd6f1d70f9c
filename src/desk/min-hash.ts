const ROWS = 2;
const BANDS = 8;
/** Each way of telling that texts are alike has bands of its own; they never meet. */
const SPREAD = 0x51ed270b;

/**
 * Two texts of which two thirds are the same share a band ninety-nine times in a hundred; of which a tenth is, one in
 * thirteen times.
 * @param way texts are looked up by several measures: what is alike by one only is found all the same
 */
export function bandsOf(hashes: readonly number[], way = 0): readonly number[] {
  if (hashes.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let mixed = (band + 1 + way * SPREAD) >>> 0;
    for (let row = 0; row < ROWS; row += 1) {
      const seed = Math.imul((way * BANDS + band) * ROWS + row + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const one of hashes) least = Math.min(least, scrambled(one ^ seed));
      mixed = scrambled(mixed ^ least);
    }
    return mixed;
  });
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return scrambled(value);
}

/** The last step of MurmurHash3: every bit of the number changes every bit of the answer. */
function scrambled(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
