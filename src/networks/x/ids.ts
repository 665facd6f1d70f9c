/** The id of a post that may be unreadable otherwise. */
export function idOf(raw: unknown): string | null {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : undefined;
  return typeof id === 'string' && /^\d{1,19}$/.test(id) ? id : null;
}

/** X's epoch: an id carries the milliseconds since then above 22 other bits. */
const EPOCH_MS = 1_288_834_974_657n;

/** When an id was made. */
export function instantOf(id: string): Date {
  return new Date(Number((BigInt(id) >> 22n) + EPOCH_MS));
}

/** The lowest id that could have been made at an instant. */
export function firstIdAt(instant: Date): string {
  const sinceEpoch = BigInt(instant.getTime()) - EPOCH_MS;
  return String(sinceEpoch < 0n ? 0n : sinceEpoch << 22n);
}

/** Ids are numbers too long for JavaScript, and grow with time. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
