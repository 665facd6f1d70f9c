/** A card as the channel shows it, and when its post reached X and the app. Instants in milliseconds. */
export interface ShownCard {
  /** As the app itself judged it, read from the card. */
  readonly kind: 'complaint' | 'urgent' | 'rest';
  /** Its post was on X. */
  readonly arrivedMs: number;
  /** The app had read and could have saved it. */
  readonly knownMs: number;
  /** Slack showed the card. */
  readonly shownMs: number;
}

/** How soon a channel that takes one message a second showed what matters. Seconds, to a tenth. */
export interface ComplaintsShown {
  /** Cards that say complaint. */
  readonly complaints: number;
  /** From the first complaint's arrival at X to the last complaint's card. */
  readonly complaintsShownSeconds: number;
  /** The same by the limit alone, see `limitShows`. */
  readonly limitSeconds: number;
  /** The first by the second: what the app itself adds. */
  readonly ratio: number;
  /** From a complaint's arrival at X to its card. */
  readonly delay: Spread;
  /** The same by the limit alone. */
  readonly limitDelay: Spread;
  /** Cards of no complaint (and not marked as urgent) that were posted while a complaint that the app knew still waited. */
  readonly overtaken: number;
}

interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** Slack takes one message a second for a channel. */
const EVERY_MS = 1_000;

/** @param cards in any order */
export function complaintsShown(cards: readonly ShownCard[]): ComplaintsShown {
  const complaints = cards.filter(({ kind }) => kind === 'complaint').toSorted((a, b) => a.arrivedMs - b.arrivedMs);
  const arrivals = complaints.map(({ arrivedMs }) => arrivedMs);
  const limits = limitShows(arrivals);
  const fromMs = arrivals[0] ?? 0;
  const shownMs = Math.max(fromMs, ...complaints.map((card) => card.shownMs)) - fromMs;
  const limitMs = Math.max(EVERY_MS, (limits.at(-1) ?? fromMs) - fromMs);
  return {
    complaints: complaints.length,
    complaintsShownSeconds: tenths(shownMs),
    limitSeconds: tenths(limitMs),
    ratio: Math.round((shownMs / limitMs) * 1_000) / 1_000,
    delay: spread(complaints.map((card) => card.shownMs - card.arrivedMs)),
    limitDelay: spread(limits.map((ms, index) => ms - (arrivals[index] ?? ms))),
    overtaken: overtaken(cards),
  };
}

/**
 * When the limit alone would have shown each complaint: one server that takes one message a second and that nothing but
 * complaints comes to, at the very moment at which each is on X. That is the hardest rule there is: it grants no time
 * to read X (the app may only look every few seconds), none to save or to call, and no second for the app's other
 * messages in the channel; all that counts against the app. Slack's short bursts are left out on both sides of a long
 * surge: they are worth a few seconds once.
 * @param arrivals in milliseconds, ascending
 */
export function limitShows(arrivals: readonly number[]): readonly number[] {
  let freeMs = Number.NEGATIVE_INFINITY;
  return arrivals.map((arrivedMs) => {
    const shownMs = Math.max(arrivedMs, freeMs);
    freeMs = shownMs + EVERY_MS;
    return shownMs;
  });
}

function overtaken(cards: readonly ShownCard[]): number {
  const complaints = cards.filter(({ kind }) => kind === 'complaint');
  const waits = (atMs: number) => complaints.some(({ knownMs, shownMs }) => knownMs < atMs && shownMs > atMs);
  return cards.filter(({ kind, shownMs }) => kind === 'rest' && waits(shownMs)).length;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => tenths(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

function tenths(ms: number): number {
  return Math.round(ms / 100) / 10;
}
