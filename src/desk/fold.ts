import { priorityOf } from './card-priority.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { APP, recorded } from './history.ts';
import { type Instant, SECOND_MS } from './instant.ts';
import { likeness, SAME, sketch } from './likeness.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';
import type { Aggregate } from './ref.ts';

/**
 * Where a mention stands among those that say the same. `folded` has no card: the one that leads counts it. `own` shares
 * the words and has a card of its own: it was answered, or became something else.
 */
export interface GroupPlace {
  /** The id of the mention with which the group began. It stays the same, whoever leads. */
  readonly id: string;
  readonly as: 'lead' | 'folded' | 'own';
}

/** All news of so long a time are one drawing. */
const TEND_EVERY_MS = 3 * SECOND_MS;

export function isFolded({ group }: Pick<Mention, 'group'>): boolean {
  return group?.as === 'folded';
}

/** Neither settled nor forgotten. */
export function isOpen({ status, forgotten }: Mention): boolean {
  return status !== 'answered' && status !== 'closed' && forgotten === null;
}

/** Whether it must be seen by itself, and so neither folds nor has others folded under it. */
export function standsAlone({ urgency }: Pick<Mention, 'urgency'>): boolean {
  return urgency.level !== 'usual';
}

/** It says the same as those of a group. */
export function folded(mention: Mention, group: string, now: Date): Mention {
  return recorded({ ...mention, group: { id: group, as: 'folded' } }, now, APP, 'folded');
}

/** The one whose card stands for its group now; undefined while nobody does. */
export function leadOfGroup(members: readonly Mention[]): Mention | undefined {
  return members.find((one) => one.group?.as === 'lead' && isOpen(one));
}

/** Those whom the lead's card counts, the longest wait first. */
export function foldedOf(members: readonly Mention[]): readonly Mention[] {
  return members.filter((one) => isFolded(one) && isOpen(one)).toSorted(byWait);
}

/** The longest wait first. */
export function byWait(a: Mention, b: Mention): number {
  return a.posts[0].at < b.posts[0].at ? -1 : a.posts[0].at > b.posts[0].at ? 1 : a.number - b.number;
}

/**
 * What holds of groups whatever happened, applied to every decision in the same write: a folded one that somebody has begun
 * to answer, or that is no longer the same, gets its own card; one that leads and says something else now leads no more; and
 * where a group has changed, or lost the one that leads it, its card is seen to.
 * @param before null for what was just created
 */
export function withFolds<S extends Aggregate>(
  before: Aggregate | null,
  decision: Decision<S>,
  now: Date,
): Decision<S> {
  const { state, effects } = decision;
  if (!isMention(state) || (before !== null && before.type !== 'mention')) return decision;
  const group = before?.group?.id ?? state.group?.id ?? null;
  if (group === null) return decision;
  const isOut = isFolded(state) ? outgrew(before, state) : isAnother(before, state);
  const next = isOut ? recorded({ ...state, group: { id: group, as: 'own' as const } }, now, APP, 'unfolded') : state;
  const drawn = isOut ? [...effects, drawOf(state, effects)] : isFolded(next) ? effects.filter(isWithoutCard) : effects;
  const isSeen = before !== null && looksOf(before) === looksOf(next);
  return decided<S>(next, isSeen && !isOut ? drawn : [...drawn, tend(group, now)]);
}

function isMention<S extends Aggregate>(state: S): state is S & Mention {
  return state.type === 'mention';
}

/** What has no card is not drawn, and has no thread: in the channel's queue each would take the place of a message. */
function isWithoutCard({ effect }: PlannedEffect): boolean {
  return effect.type !== 'draw-card' && effect.type !== 'post-note';
}

/** What the card of a group shows of each, and by which it is led. */
function looksOf(mention: Mention): string {
  const { owner, suggested, author } = mention;
  return JSON.stringify([isFolded(mention), isOpen(mention), owner, suggested?.id, author.name, author.handle]);
}

/** Once staff do something with it that a card must show, or its customer says something else, a count is not enough. */
function outgrew(before: Mention | null, after: Mention): boolean {
  // A card is where an edit is seen, also of what was closed.
  if (!isOpen(after)) return after.publications.length > 0 || (before !== null && isReworded(before, after));
  const { publications, escalations, snooze, posts } = after;
  if (publications.length > 0 || escalations.length > 0 || snooze !== null || posts.length > 1) return true;
  if (standsAlone(after)) return true;
  return before !== null && (before.kind !== after.kind || isReworded(before, after));
}

/** Its author wrote it anew; words that were deleted are no other words. */
function isReworded(before: Mention, after: Mention): boolean {
  const [[was], [is]] = [before.posts, after.posts];
  return was.text !== is.text && is.deletedAt === null && after.forgotten === null;
}

/** The one that leads says something else than those under it: its card must not say that they say the same. */
function isAnother(before: Mention | null, after: Mention): boolean {
  if (before?.group?.as !== 'lead' || after.group?.as !== 'lead' || !isOpen(after)) return false;
  return isReworded(before, after) && likeness(sketch(before.posts[0].text), sketch(after.posts[0].text)) < SAME.words;
}

/** As urgent as what made it necessary. */
function drawOf(mention: Mention, effects: readonly PlannedEffect[]): PlannedEffect {
  return effects.find(({ key }) => key === 'draw-card') ?? plan({ type: 'draw-card' }, priorityOf(mention));
}

/** It is seen to in a moment, so that a crowd of news is one drawing. */
function tend(group: string, now: Date): PlannedEffect {
  return plan({ type: 'tend-group', group }, PRIORITY.channel, nextTurn(now));
}

/** For a group that nobody sees to, because a file of the store was lost. */
export function tended(mention: Mention, now: Date): Decision<Mention> {
  return decided(mention, mention.group === null ? [] : [tend(mention.group.id, now)]);
}

/** This one leads from now on, or its count has changed. Whoever was folded gets its card. */
export function lead(mention: Mention, group: string, now: Date): Outcome<Mention> {
  // The first of a group knows of none until somebody folds under it.
  const isFree = isFolded(mention) ? mention.group?.id === group : mention.id === group && mention.group === null;
  const leads = mention.group?.as === 'lead' && mention.group.id === group;
  if (!isOpen(mention) || !(isFree || leads)) return refused({ reason: 'already-done' });
  // From this line on it waits for its card.
  const seen = isFolded(mention) ? recorded(mention, now, APP, 'unfolded') : mention;
  const next: Mention = { ...seen, group: { id: group, as: 'lead' } };
  // The drawing for the sake of a number holds up nobody's Undo.
  const priority = mention.card === null ? priorityOf(mention) : PRIORITY.rest;
  return decided(next, [plan({ type: 'draw-card' }, priority)]);
}

/** Another one leads now. */
export function stepDown(mention: Mention): Outcome<Mention> {
  if (mention.group?.as !== 'lead') return refused({ reason: 'already-done' });
  const next = inPlace(mention, 'own');
  return decided(next, next.forgotten === null ? [plan({ type: 'draw-card' }, PRIORITY.rest)] : []);
}

/** "Not the same": it stands alone from now on, with a card of its own. */
export function takeOut(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (!isFolded(mention)) return refused({ reason: 'already-done' });
  const next = remember(recorded({ ...mention, group: null }, now, press.by, 'unfolded'), press.key);
  return decided(next, [plan({ type: 'draw-card' }, PRIORITY.press)]);
}

function inPlace(mention: Mention, as: GroupPlace['as']): Mention {
  return mention.group === null ? mention : { ...mention, group: { ...mention.group, as } };
}

/** Always later: what was seen to at an instant was then saved before it. */
function nextTurn(now: Date): Instant {
  return new Date((Math.floor(now.getTime() / TEND_EVERY_MS) + 1) * TEND_EVERY_MS).toISOString();
}
