/** X counts milliseconds from here: its own epoch, 4 November 2010. */
const X_EPOCH_MS = 1_288_834_974_657n;
/** 12 bits of sequence below 10 bits of machine, as in X's published scheme. */
const SEQUENCE_BITS = 12n;
const TIME_SHIFT = 22n;
const MACHINE = 1n;
const SEQUENCES_PER_MS = 4096;

export interface Snowflakes {
  /** An id that no other call got and that sorts by `at`. */
  next(at: Date): string;
}

/** Ids as X makes them: the time in milliseconds, a machine, and a sequence within that millisecond. */
export function createSnowflakes(): Snowflakes {
  const used = new Map<number, number>();
  return {
    next(at) {
      let ms = at.getTime();
      while ((used.get(ms) ?? 0) >= SEQUENCES_PER_MS) ms += 1;
      const sequence = used.get(ms) ?? 0;
      used.set(ms, sequence + 1);
      const time = BigInt(ms) - X_EPOCH_MS;
      return ((time << TIME_SHIFT) | (MACHINE << SEQUENCE_BITS) | BigInt(sequence)).toString();
    },
  };
}

/** When an id was made. */
export function instantOf(id: string): Date {
  return new Date(Number((BigInt(id) >> TIME_SHIFT) + X_EPOCH_MS));
}

/** Orders ids as numbers: they are too long for a JavaScript number and differ in length. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
