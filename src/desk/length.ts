import twitterText from 'twitter-text';

export interface WeightedLength {
  readonly length: number;
  readonly limit: number;
  /** Not empty, not too long, and without the few characters that X refuses. */
  readonly valid: boolean;
}

/** https://docs.x.com/fundamentals/counting-characters */
const LIMIT = 280;

/** The length as X counts it, by its own parser: an address counts 23, an emoji or a CJK character 2. */
export function weightedLength(text: string): WeightedLength {
  const { weightedLength: length, valid } = twitterText.parseTweet(text);
  return { length, limit: LIMIT, valid };
}

/** Whether X would find an address in it, also one without `https://`: a post with one costs more. */
export function hasLink(text: string): boolean {
  return twitterText.extractUrls(text).length > 0;
}

/** How many `$TICKER`s X would find. */
export function cashtagCount(text: string): number {
  return twitterText.extractCashtags(text).length;
}

/** Where X would find addresses, as UTF-16 offsets: nothing may come between. */
export function linkPlaces(text: string): readonly (readonly [start: number, end: number])[] {
  return twitterText.extractUrlsWithIndices(text).map(({ indices }) => indices);
}
