import { priorityOf } from './card-priority.ts';
import { decided, type Outcome, refused } from './decision.ts';
import { plan } from './effect.ts';
import { isFolded } from './fold.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { newsOf } from './incident-news.ts';
import { causeLikeness, SAME, type Sketch, sketch } from './likeness.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';

/** The incident that may explain a mention: nobody has said so yet. */
export interface SuggestedLink {
  /** The incident's id. */
  readonly id: string;
  readonly number: number;
}

/** Of many linked mentions the latest tell enough of how customers put it. */
const MOST_EXAMPLES = 40;

/**
 * What an incident is recognised by: its title with our first public word, and its linked mentions, which have the words
 * of customers, in each of their languages. What is only suggested is no example: one wrong guess would draw in others.
 */
export function examplesOf(
  { title, publications }: Pick<Incident, 'title' | 'publications'>,
  linked: readonly Mention[],
): readonly Sketch[] {
  const [first] = publications.filter(({ status }) => status !== 'undone');
  const customers = linked.slice(-MOST_EXAMPLES).map(({ posts }) => posts[0].text);
  return [`${title}. ${first?.text ?? ''}`, ...customers].map(sketch);
}

/** From so many places on an incident is no matter of one town, and the next town may well be hit, too. */
const WIDESPREAD = 3;

/** Whether a text tells of the same cause as any of the examples. */
export function isExplainedBy(text: Sketch, examples: readonly Sketch[]): boolean {
  const isWidespread = new Set(examples.flatMap(({ places }) => places)).size >= WIDESPREAD;
  const asked = isWidespread ? { ...text, places: [] } : text;
  return examples.some((one) => causeLikeness(asked, one) >= SAME.cause);
}

/** Whether it may be asked about an incident: nobody has linked it, said no, or been asked about another. */
export function mayBeSuggested(mention: Mention, incident: string): boolean {
  const { status, forgotten, suggested, declined } = mention;
  if (status === 'answered' || status === 'closed' || forgotten !== null || mention.incident !== null) return false;
  return suggested === null && !declined.includes(incident);
}

/** The card asks whether this incident explains it. */
export function suggest(mention: Mention, { id, number }: SuggestedLink): Outcome<Mention> {
  if (!mayBeSuggested(mention, id)) return refused({ reason: 'already-done' });
  const next: Mention = { ...mention, suggested: { id, number } };
  return decided(next, [plan({ type: 'draw-card' }, priorityOf(next)), newsOf(next, id, 'suggested')]);
}

/** It is something else: the card does not ask again about this incident. */
export function decline(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const { suggested } = mention;
  if (suggested === null) return refused({ reason: 'already-done' });
  const next: Mention = { ...mention, suggested: null, declined: [...mention.declined, suggested.id] };
  const noted = recorded(next, now, press.by, 'link-declined', String(suggested.number));
  return decided(remember(noted, press.key), [
    plan({ type: 'draw-card' }, priorityOf(next)),
    newsOf(mention, suggested.id, press.key),
  ]);
}

/** Those whose card asks about this incident, and those folded under one that does; the longest wait first. */
export function suggestedTo(mentions: readonly Mention[], incident: string): readonly Mention[] {
  return mentions
    .filter((one) => one.suggested?.id === incident && one.status !== 'answered' && one.status !== 'closed')
    .toSorted((a, b) => (a.posts[0].at < b.posts[0].at ? -1 : 1));
}

/** Those who say the same as a mention and are asked about the same incident: one press is for all of them. */
export function askedWith(mention: Mention, members: readonly Mention[]): readonly Mention[] {
  return members.filter((one) => one.id !== mention.id && isFolded(one) && one.suggested?.id === mention.suggested?.id);
}
