import { barrier } from './answer-way.ts';
import { held } from './approval-rounds.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { draftOf, draftsAfter, unsentOf, withDraft } from './draft.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { APP, recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { tellIncident } from './incident-news.ts';
import { threadHead } from './incident-thread.ts';
import { MINUTE_MS, plusMs, SECOND_MS, type UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { approvalCause, ONE_OF_US, type Writer } from './needs-approval.ts';
import type { Publication, PublicationExtras, PublicationFault, Purpose } from './publication.ts';
import { NEW_PUBLICATION } from './publication.ts';
import { followersOf, placeBehind, predecessorOf, waitsForPredecessor, wordsOf } from './series.ts';
import type { Draft } from './unsent.ts';

/** An aggregate that speaks in public. */
export type Publisher = Mention | Incident;

/** Looks at our own timeline, half a minute apart, before "not found" counts. */
export const LOOKS_BEFORE_ASKING = 3;
const LOOK_AGAIN_MS = 30 * SECOND_MS;

export interface Wish {
  readonly by: UserId;
  readonly purpose: Purpose;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly with?: PublicationExtras;
  /** Default: one of us whose texts need nobody. */
  readonly standing?: Writer;
}

/**
 * A person pressed Send: the text waits, and can be undone, until Slack has shown Undo for the team's undo seconds. Where
 * it takes two, it first waits for the second person, for as long as that takes; see approval.ts.
 */
export function pressSend<S extends Publisher>(
  state: S,
  { with: more, standing = ONE_OF_US, ...wish }: Wish,
  desk: Desk,
  now: Date,
): S {
  const why = approvalCause(state, wish.purpose, standing, desk);
  const publication: Publication = {
    ...NEW_PUBLICATION,
    id: `p${state.publications.length + 1}`,
    ...wish,
    ...more,
    ...(why !== null && held(why, more?.after ?? null, now)),
    pressedAt: now.toISOString(),
    expiresAt: plusMs(now, desk.settings.expireMinutes * MINUTE_MS),
  };
  const pressed = recorded(state, now, wish.by, 'pressed-send', wish.text);
  const confirmedBy = more?.confirmedBy ?? null;
  const sent =
    confirmedBy === null || publication.after !== null
      ? pressed
      : recorded(pressed, now, wish.by, 'confirmed', confirmedBy);
  return {
    ...sent,
    publications: [...sent.publications, publication],
    drafts: draftsAfter(sent, publication),
  };
}

/**
 * Directly before the call to the network. The caller may send only if the publication is then `sending` with its own
 * attempt: one that was `sending` already belongs to an attempt that nobody saw end, so it becomes unclear. While all
 * publishing is paused it waits on, until it expires.
 */
export function beginSending<S extends Publisher>(
  state: S,
  id: string,
  attempt: string,
  { paused }: Pick<Desk, 'paused'>,
  now: Date,
): Outcome<S> {
  const publication = publicationOf(state, id);
  if (publication?.status === 'sending') return becameUnclear(state, id, now);
  if (publication?.status !== 'waiting') return refused({ reason: 'already-done' });
  if (publication.expiresAt <= now.toISOString()) return expired(state, publication, now);
  if (paused !== null) return refused({ reason: 'paused', by: paused.by, at: paused.at });
  const barred = state.type === 'mention' ? barrier(state, publication.inReplyTo) : null;
  if (barred !== null) return givenBack(state, publication, { code: barred, detail: '' }, now);
  const before = predecessorOf(state.publications, publication);
  if (before?.status === 'deleting' || before?.status === 'deleted') {
    return givenBack(state, publication, { code: 'post-gone', detail: '' }, now);
  }
  const head = state.type === 'incident' ? threadHead(state) : null;
  const inReplyTo = publication.inReplyTo ?? (before === undefined ? head : placeBehind(before));
  return decided(change(state, id, { status: 'sending', inReplyTo, attempt: { id: attempt, at: now.toISOString() } }));
}

/**
 * The network surely did not take it and may later: it waits on, and can again be undone.
 * @param isFirst the card still promises that it goes out within seconds
 */
export function heldBack<S extends Publisher>(state: S, id: string, isFirst: boolean): Decision<S> {
  if (publicationOf(state, id)?.status !== 'sending') return decided(state);
  return decided(change(state, id, { status: 'waiting', attempt: null }), isFirst ? [redraw(state)] : []);
}

/** Nobody knows whether it is public: look for it. What another attempt or a person has cleared up stays so. */
export function becameUnclear<S extends Publisher>(state: S, id: string, now: Date): Decision<S> {
  if (publicationOf(state, id)?.status !== 'sending') return decided(state);
  const unclear = recorded(change(state, id, { status: 'unclear', looks: 0 }), now, APP, 'send-unclear');
  return decided(unclear, [
    redraw(state),
    plan({ type: 'look-for', publication: id }, PRIORITY.press, now.toISOString()),
  ]);
}

/** A look that found nothing: look again, and after the third ask a person. */
export function lookedInVain<S extends Publisher>(state: S, id: string, now: Date): Decision<S> {
  const publication = publicationOf(state, id);
  if (publication?.status !== 'unclear') return decided(state);
  const looks = publication.looks + 1;
  const next = change(state, id, { looks });
  if (looks >= LOOKS_BEFORE_ASKING) return decided(next, [redraw(state)]);
  return decided(next, [plan({ type: 'look-for', publication: id }, PRIORITY.press, plusMs(now, LOOK_AGAIN_MS))]);
}

/** It will not go out: the text goes back to its sender, who is told. */
export function wasRefused<S extends Publisher>(state: S, id: string, fault: PublicationFault, now: Date): Decision<S> {
  const publication = publicationOf(state, id);
  if (publication?.status !== 'sending' && publication?.status !== 'unclear') return decided(state);
  return givenBack(state, publication, fault, now);
}

/** What goes with it can't be had: it was not sent, and its text goes back to its sender. */
export function takenOff<S extends Publisher>(state: S, id: string, fault: PublicationFault, now: Date): Decision<S> {
  const publication = publicationOf(state, id);
  return publication?.status === 'waiting' ? givenBack(state, publication, fault, now) : decided(state);
}

/** Publications that waited too long go back to their senders: a late answer may be a wrong one. */
export function expireWaiting<S extends Publisher>(state: S, now: Date): Decision<S> {
  let result: Decision<S> = decided(state);
  for (const publication of state.publications) {
    if (publication.status !== 'waiting' || publication.expiresAt > now.toISOString()) continue;
    // It shares the fate of the post that it continues.
    if (waitsForPredecessor(state.publications, publication)) continue;
    const next = expired(result.state, publication, now);
    result = decided(next.state, [...result.effects, ...next.effects]);
  }
  return result;
}

/** A person looked and says: it is not there, send it again. */
export function sendAgain<S extends Publisher>(state: S, id: string, by: UserId, desk: Desk, now: Date): Outcome<S> {
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status !== 'unclear') return refused({ reason: 'already-done' });
  // A press on a card of yesterday: this time nobody was asked yet.
  if (publication.looks < LOOKS_BEFORE_ASKING) return refused({ reason: 'already-done' });
  const { paused } = desk;
  if (paused !== null) return refused({ reason: 'paused', by: paused.by, at: paused.at });
  const expiresAt = plusMs(now, desk.settings.expireMinutes * MINUTE_MS);
  const waiting = change(state, id, { status: 'waiting', goesOutAt: null, attempt: null, looks: 0, expiresAt });
  return decided(recorded(waiting, now, by, 'sent-again', publication.text), [redraw(state)]);
}

export function publicationOf(state: Publisher, id: string): Publication | undefined {
  return state.publications.find((publication) => publication.id === id);
}

/** The publication with some fields changed; the others stay as they are. */
export function change<S extends Publisher>(state: S, id: string, fields: Partial<Publication>): S {
  return { ...state, publications: state.publications.map((one) => (one.id === id ? { ...one, ...fields } : one)) };
}

/** Draws the card or the incident again, ahead of what nobody waits for. */
export function redraw(state: Publisher): PlannedEffect {
  return plan({ type: state.type === 'mention' ? 'draw-card' : 'draw-incident' }, PRIORITY.press);
}

/** The same for several of its publications. */
export function changeAll<S extends Publisher>(
  state: S,
  some: readonly Publication[],
  fields: Partial<Publication>,
): S {
  return some.reduce((next, { id }) => change(next, id, fields), state);
}

function expired<S extends Publisher>(state: S, publication: Publication, now: Date): Decision<S> {
  return givenBack(state, publication, { code: 'expired', detail: '' }, now);
}

/**
 * The text goes back to its sender, with the reason, and is offered when the form is opened again. What continues it goes
 * back with it: one text, one notice.
 */
export function givenBack<S extends Publisher>(
  state: S,
  from: Publication,
  fault: PublicationFault,
  now: Date,
): Decision<S> {
  const did = fault.code === 'expired' ? 'send-expired' : 'send-failed';
  const behind = followersOf(state.publications, from.id).filter(({ status }) => status === 'waiting');
  const back = [from, ...behind];
  const failed = recorded(
    changeAll(state, back, { status: 'failed', fault }),
    now,
    APP,
    did,
    fault.detail || fault.code,
  );
  const notice = plan(
    { type: 'send-notice', id: `not-sent:${from.id}`, to: from.by, notice: { type: 'not-sent', publication: from.id } },
    PRIORITY.press,
  );
  return decided(keptUnsent(failed, back, fault.code === 'expired' ? 'expired' : 'failed', now), [
    redraw(state),
    notice,
    ...tellIncident(state, `${from.id}:failed:${now.getTime()}`),
  ]);
}

/**
 * The text goes back to its writer, who is offered it when the form is opened again: one text of the posts that come
 * back, and of those behind them that came back before and are still offered.
 */
export function keptUnsent<S extends Publisher>(
  state: S,
  back: readonly Publication[],
  why: Draft['why'],
  now: Date,
): S {
  const [first] = back;
  if (first === undefined) return state;
  const { publications } = state;
  const { by, purpose } = unsentOf(first);
  const before = followersOf(publications, first.id).filter(
    ({ id, status }) => (status === 'undone' || status === 'failed') && !back.some((one) => one.id === id),
  );
  const isOffered = draftOf(state, by, purpose)?.text === wordsOf(publications, before);
  const all = isOffered ? [...back, ...before] : back;
  // What the whole text tells stands with its last post.
  const tellsOf = all.findLast((one) => one.tellsOf !== null)?.tellsOf ?? null;
  const unsent = unsentOf({ ...first, tellsOf });
  return withDraft(state, { ...unsent, text: wordsOf(publications, all), why, at: now.toISOString() });
}
