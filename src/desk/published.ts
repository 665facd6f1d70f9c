import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { APP, recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { endTakenBack, withEndTold } from './incident-end.ts';
import { drawUntold, tellIncident } from './incident-news.ts';
import { MINUTE_MS, plusMs, type UserId } from './instant.ts';
import type { Mention, SlaClock } from './mention.ts';
import { placeOf } from './post-place.ts';
import { endPromises, isOvertaken, promisesAfter } from './promises.ts';
import { isAnswer, type Publication, type PublicationStatus, type PublicPost } from './publication.ts';
import { change, type Publisher, publicationOf, redraw } from './publishing.ts';
import { channelRef } from './ref.ts';
import { answeredPostOf, followersOf, renewedBehind } from './series.ts';
import { stopClocks } from './sla.ts';

/** It is public or was, or no attempt can have been made yet. */
const NOT_TO_BECOME_PUBLIC: readonly PublicationStatus[] = ['approval', 'published', 'deleting', 'deleted'];

/** The text is public: the network said so, or we found it there. */
export function becamePublic(
  state: Publisher,
  id: string,
  post: PublicPost,
  desk: Desk,
  now: Date,
): Decision<Publisher> {
  const before = publicationOf(state, id);
  if (before === undefined || NOT_TO_BECOME_PUBLIC.includes(before.status)) return decided(state);
  const published = recorded(
    change(state, id, { status: 'published', post, fault: null }),
    now,
    before.by,
    'published',
    post.url,
  );
  return afterwards(published, id, desk, now);
}

/** A person looked and says: it is there. Without its address, because only they saw it. */
export function confirmThere(state: Publisher, id: string, by: UserId, desk: Desk, now: Date): Outcome<Publisher> {
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status !== 'unclear') return refused({ reason: 'already-done' });
  const there = recorded(change(state, id, { status: 'published', fault: null }), now, by, 'confirmed-there');
  return afterwards(there, id, desk, now);
}

/** "Delete reply", confirmed: taken back from the network next. */
export function askToDelete(state: Publisher, id: string, by: UserId, now: Date): Outcome<Publisher> {
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status === 'deleting' || publication.status === 'deleted') return refused({ reason: 'already-done' });
  if (publication.status !== 'published' || publication.post === null) return refused({ reason: 'nothing-published' });
  const deleting = recorded(change(state, id, { status: 'deleting' }), now, by, 'deleted', publication.text);
  return decided(deleting, [redraw(state), plan({ type: 'unpublish', publication: id }, PRIORITY.press)]);
}

/** The network took it back. A mention whose only answer it was waits again, on the clocks that it had stopped. */
export function wasDeleted(state: Publisher, id: string, now: Date): Decision<Publisher> {
  if (publicationOf(state, id)?.status !== 'deleting') return decided(state);
  const deleted = change(state, id, { status: 'deleted' });
  if (deleted.type === 'incident') return decided(deleted, [redraw(state)]);
  if (deleted.forgotten !== null) return decided(deleted);
  const by = state.history.findLast((entry) => entry.did === 'deleted')?.by ?? APP;
  const taken = endPromises(reopenedBy(deleted, id, now), { how: 'dropped', by }, now, (one) => one.publication === id);
  const untold = endTakenBack(taken.state, id);
  return decided(untold, [redraw(state), ...taken.effects, ...tellIncident(untold, `${id}:deleted`)]);
}

/** The network refused to take it back: it stays public, and the person who asked is told. */
export function staysPublic(state: Publisher, id: string, detail: string, now: Date): Decision<Publisher> {
  const publication = publicationOf(state, id);
  if (publication?.status !== 'deleting') return decided(state);
  const asked = state.history.findLast((entry) => entry.did === 'deleted')?.by ?? publication.by;
  const stays = recorded(change(state, id, { status: 'published' }), now, APP, 'delete-failed', detail);
  return decided(stays, [
    redraw(state),
    plan(
      {
        type: 'send-notice',
        id: `not-deleted:${id}:${now.getTime()}`,
        to: asked,
        notice: { type: 'not-deleted', publication: id },
      },
      PRIORITY.press,
    ),
  ]);
}

/** How long until the channel is reminded again of a broadcast that is due. */
function nextWord(incident: Incident, now: Date): Pick<Incident, 'updateDueAt' | 'remindAt'> {
  const dueAt = plusMs(now, incident.updateMinutes * MINUTE_MS);
  return { updateDueAt: dueAt, remindAt: dueAt };
}

function afterwards(before: Publisher, id: string, desk: Desk, now: Date): Decision<Publisher> {
  const state: Publisher = { ...before, publications: renewedBehind(before.publications, id, now) };
  if (state.type === 'incident') {
    const next = broadcast(state, id, now);
    return decided(next, [redraw(state), ...(next.status === state.status ? [] : drawUntold(next))]);
  }
  const publication = publicationOf(state, id);
  if (publication === undefined) return decided(state);
  // A text in numbered posts says what it says with its last one.
  if (followersOf(state.publications, id).length > 0) return decided(state, [redraw(state)]);
  const next = isAnswer(publication) ? answered(state, publication, now) : held(state, publication);
  const { state: mention, effects } = promisesAfter(next.state, publication, desk, now);
  return withEndTold(decided(mention, [...next.effects, ...effects]), id, now);
}

/**
 * An answer that is public and that the app did not send: it settles the mention as any other does.
 * @param reaches which clocks it stops; those of the post that it answers and of earlier ones unless given
 */
export function answeredBy(
  mention: Mention,
  publication: Publication,
  desk: Desk,
  now: Date,
  reaches?: Reaches,
): Decision<Mention> {
  const next = answered(mention, publication, now, reaches);
  const kept = promisesAfter(next.state, publication, desk, now);
  return decided(kept.state, [...next.effects, ...kept.effects]);
}

type Reaches = (clock: SlaClock) => boolean;

function answered(
  mention: Mention,
  publication: Publication,
  now: Date,
  reaches: Reaches = (clock) => covers(mention, publication, clock),
): Decision<Mention> {
  const { id } = publication;
  const clocks = stopClocks(mention.clocks, now, id, reaches);
  const next: Mention = { ...mention, closed: null, clocks };
  // The customer wrote again while it was on its way: that word still waits.
  if (clocks.some((clock) => clock.stopped === null)) return decided(next, [redraw(next)]);
  return decided({ ...next, status: 'answered', snooze: null }, [redraw(next), tellSettled(next, id)]);
}

/** "We are on it" is no answer: the mention stays open, its clocks run on, and somebody has it. */
function held(mention: Mention, publication: Publication): Decision<Mention> {
  if (isOvertaken(mention, publication)) return decided(mention, [redraw(mention)]);
  const status = mention.status === 'escalated' ? 'escalated' : 'claimed';
  const next: Mention = { ...mention, status, owner: mention.owner ?? publication.by, closed: null };
  return decided(next, [redraw(next)]);
}

/** A text answers what its writer could read: the post that it replies to and those before. */
export function covers(mention: Mention, publication: Publication, clock: SlaClock): boolean {
  const last = placeOf(mention, answeredPostOf(mention.publications, publication));
  return last === -1 || placeOf(mention, clock.post) <= last;
}

/** The channel strikes it off its reminders. */
export function tellSettled(mention: Mention, cause: string): PlannedEffect {
  return plan(
    {
      type: 'tell',
      id: `settled:${mention.id}:${cause}`,
      to: channelRef(mention.channel),
      news: { type: 'mention-settled', mention: mention.id },
    },
    PRIORITY.press,
  );
}

function broadcast(incident: Incident, id: string, now: Date): Incident {
  if (incident.status === 'resolved') return incident;
  if (publicationOf(incident, id)?.purpose !== 'incident-resolve') return { ...incident, ...nextWord(incident, now) };
  const resolved = {
    ...incident,
    status: 'resolved',
    resolvedAt: now.toISOString(),
    updateDueAt: null,
    remindAt: null,
  } as const;
  return recorded(resolved, now, publicationOf(incident, id)?.by ?? APP, 'resolved');
}

function reopenedBy(mention: Mention, id: string, now: Date): Mention {
  if (mention.status === 'closed') return mention;
  const clocks = mention.clocks.map((clock) => (clock.stopped?.publication === id ? resumed(clock, mention) : clock));
  const waits = clocks.some((clock) => clock.stopped === null);
  if (!waits || mention.status !== 'answered') return { ...mention, clocks };
  return recorded({ ...mention, clocks, status: mention.owner === null ? 'open' : 'claimed' }, now, APP, 'reopened');
}

/** Runs again, unless another answer of ours is still there: then that one has stopped it. */
function resumed(clock: SlaClock, mention: Mention): SlaClock {
  const other = mention.publications.findLast(
    (one) =>
      one.status === 'published' && isAnswer(one) && one.pressedAt >= clock.startedAt && covers(mention, one, clock),
  );
  const stopped = other === undefined || clock.stopped === null ? null : { ...clock.stopped, publication: other.id };
  return { ...clock, stopped };
}
