const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * FNV-1a over UTF-16 units, mixed at the end (MurmurHash3's finisher), 32 bits: of a hundred thousand features about one
 * shares its number with another.
 * @param from what the text is appended to: the running value of `started`
 */
export function hashed(text: string, from: number = OFFSET): number {
  return mixed(started(text, from));
}

/** The running value after a text, for what is appended to it. */
export function started(text: string, from: number = OFFSET): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** The number of what `started` has read. */
export function mixed(running: number): number {
  let hash = running;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
