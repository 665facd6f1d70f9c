/** An instant at rest: ISO 8601 in UTC with milliseconds, so that comparing the strings compares the instants. */
export type Instant = string;

/** A Slack user's id, `U…` or `W…`. */
export type UserId = string;

export function at(instant: Instant): Date {
  return new Date(instant);
}

export function plusMs(instant: Date, ms: number): Instant {
  return new Date(instant.getTime() + ms).toISOString();
}

/** The earliest of some instants; null when there is none. */
export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  let first: Instant | null = null;
  for (const instant of instants) {
    if (instant !== null && (first === null || instant < first)) first = instant;
  }
  return first;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
