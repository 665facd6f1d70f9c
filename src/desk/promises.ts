import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { at, MINUTE_MS, plusMs, type UserId } from './instant.ts';
import type { Mention, PublicPromise } from './mention.ts';
import type { Press } from './press.ts';
import { isAnswer, type Publication } from './publication.ts';
import { redraw } from './publishing.ts';
import { channelRef } from './ref.ts';

type Ended = NonNullable<PublicPromise['ended']>;

/** The promises that are neither kept nor dropped, the earliest first. */
export function openPromises(mention: Mention): readonly PublicPromise[] {
  return mention.promises.filter(({ ended }) => ended === null).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/**
 * The mention with its open promises in other hands.
 * @param from whose promises change hands; null stands for those that nobody has
 * @param to null: they wait for whoever opens the desk
 */
export function promisesPassed(mention: Mention, from: UserId | null, to: UserId | null): Mention {
  if (!mention.promises.some((one) => one.ended === null && one.owner === from)) return mention;
  return {
    ...mention,
    promises: mention.promises.map((one) => (one.ended === null && one.owner === from ? { ...one, owner: to } : one)),
  };
}

/** The time has passed, and the team's grace with it. */
export function isBroken(promise: PublicPromise, now: Date): boolean {
  return promise.ended === null && promise.brokenAt <= now.toISOString();
}

/** While we have named a time and it is not broken, the promise takes the place of the channel's reminders. */
export function isPromised(mention: Mention, now: Date): boolean {
  return mention.promises.some((one) => one.ended === null && !isBroken(one, now));
}

/** Whether we were back in time; null while that is open, and where the promise was replaced or dropped before. */
export function wasKept({ ended, told, brokenAt }: PublicPromise): boolean | null {
  if (told === 'broken' || (ended !== null && ended.at >= brokenAt)) return false;
  return ended?.how === 'kept' ? true : null;
}

/**
 * What a text that is public now means for our promises: an answer keeps those that were made before it was pressed, one
 * that names a time makes a promise of its own, and of several promises the newest holds.
 */
export function promisesAfter(mention: Mention, publication: Publication, desk: Desk, now: Date): Decision<Mention> {
  const { by } = publication;
  const isEarlier = (one: PublicPromise) => isBefore(mention, one.publication, publication.id);
  const kept = isAnswer(publication) ? endPromises(mention, { how: 'kept', by }, now, isEarlier) : decided(mention);
  const { promiseDueAt } = publication;
  if (promiseDueAt === null || isOvertaken(mention, publication)) return kept;
  const replaced = endPromises(kept.state, { how: 'replaced', by }, now, isEarlier);
  const promise: PublicPromise = {
    id: `w${mention.promises.length + 1}`,
    owner: by,
    madeAt: now.toISOString(),
    dueAt: promiseDueAt,
    ...thresholds(promiseDueAt, desk, now),
    publication: publication.id,
    told: 'nobody',
    ended: null,
  };
  const made = { ...replaced.state, promises: [...replaced.state.promises, promise] };
  return decided(recorded(made, now, by, 'promised', promiseDueAt), [...kept.effects, ...replaced.effects]);
}

/** A later text of ours is public already: this one, found late, says nothing new. */
export function isOvertaken(mention: Mention, publication: Publication): boolean {
  return mention.publications.some(
    (one) =>
      one.status === 'published' &&
      (isAnswer(one) || one.promiseDueAt !== null) &&
      isBefore(mention, publication.id, one.id),
  );
}

/** Open promises end, all or some; the channel strikes off what it was told of them. */
export function endPromises(
  mention: Mention,
  end: Pick<Ended, 'how' | 'by'>,
  now: Date,
  which: (promise: PublicPromise) => boolean = () => true,
  text?: string,
): Decision<Mention> {
  const ending = mention.promises.filter((one) => one.ended === null && which(one));
  if (ending.length === 0) return decided(mention);
  const ended = { at: now.toISOString(), ...end };
  const promises = mention.promises.map((one) => (ending.includes(one) ? { ...one, ended } : one));
  const next = ending.reduce((state) => recorded(state, now, end.by, `promise-${end.how}` as const, text), {
    ...mention,
    promises,
  });
  return decided(
    next,
    ending.flatMap((one) => strikeOff(mention, one)),
  );
}

/** We were back another way: by phone, by direct message. The reason says which. */
export function keepPromise(mention: Mention, press: Press, id: string, how: string, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  const promise = mention.promises.find((one) => one.id === id);
  if (promise === undefined || promise.ended !== null) return refused({ reason: 'already-done' });
  const kept = endPromises(mention, { how: 'kept', by: press.by }, now, (one) => one.id === id, how);
  return decided(remember(kept.state, press.key), [redraw(kept.state), ...kept.effects]);
}

function thresholds(dueAt: string, desk: Desk, now: Date): Pick<PublicPromise, 'beforeAt' | 'brokenAt'> {
  const { beforeMinutes, graceMinutes } = desk.settings.promise;
  const before = plusMs(at(dueAt), -beforeMinutes * MINUTE_MS);
  // A promise for in ten minutes needs no warning that it is due in ten minutes.
  const beforeAt = beforeMinutes === 0 || before <= now.toISOString() ? null : before;
  return { beforeAt, brokenAt: plusMs(at(dueAt), graceMinutes * MINUTE_MS) };
}

/** In the order in which they were pressed. */
function isBefore({ publications }: Mention, a: string, b: string): boolean {
  const order = publications.map((one) => one.id);
  return order.indexOf(a) < order.indexOf(b);
}

function strikeOff(mention: Mention, { id, told }: PublicPromise): PlannedEffect[] {
  if (told === 'nobody' || told === 'before') return [];
  const news = { type: 'promise-ended', mention: mention.id, promise: id } as const;
  const to = channelRef(mention.channel);
  return [plan({ type: 'tell', id: `promise-ended:${mention.id}:${id}`, to, news }, PRIORITY.channel)];
}
