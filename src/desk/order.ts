import type { Mention } from './mention.ts';
import { waitingSince } from './sla.ts';
import { LEVELS } from './urgency-reason.ts';

/** What is urgent before what is raised, and that before the rest; 0 where neither goes first. */
export function byUrgency(a: Mention, b: Mention): number {
  return LEVELS.indexOf(b.urgency.level) - LEVELS.indexOf(a.urgency.level);
}

/** The order in which mentions are worked on: by urgency, then who has really waited longest; last those who do not wait. */
export function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  const since = (mention: Mention) => waitingSince(mention) ?? `9999 ${mention.posts[0].at}`;
  return mentions
    .map((mention) => ({ mention, since: since(mention) }))
    .toSorted((a, b) => byUrgency(a.mention, b.mention) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .map((one) => one.mention);
}
