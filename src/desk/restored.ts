import { priorityOf } from './card-priority.ts';
import { type Decision, decided } from './decision.ts';
import { PRIORITY, plan } from './effect.ts';
import { threadHead, waitsForHead } from './incident-thread.ts';
import type { Publication } from './publication.ts';
import { becameUnclear, change, givenBack, type Publisher, publicationOf } from './publishing.ts';
import { placeBehind, predecessorOf, waitsForPredecessor } from './series.ts';

const FAULT = { code: 'restored', detail: '' } as const;
const ATTEMPT = 'restored';

/**
 * The state comes from a backup, and nobody knows what was sent since. What was on its way is looked for on the network
 * before anybody is asked whether to send it; what can't be found by looking (a post that was to follow another, a text
 * that waited for a second person) goes back to its writer. So nothing leaves by itself. What is open is drawn anew, as
 * Slack shows it as it was later.
 */
export function fromBackup<S extends Publisher>(state: S, now: Date): Decision<S> {
  let result: Decision<S> = decided(seekingCard(state));
  // The last of a series first: each that comes back joins those behind it to one text.
  for (const { id } of state.publications.toReversed()) {
    const current = publicationOf(result.state, id);
    if (current === undefined) continue;
    const next = ofBackup(result.state, current, now);
    result = decided(next.state, [...result.effects, ...next.effects]);
  }
  return decided(result.state, [...drawnAnew(state), ...result.effects]);
}

function ofBackup<S extends Publisher>(state: S, one: Publication, now: Date): Decision<S> {
  switch (one.status) {
    case 'sending':
      return becameUnclear(state, one.id, now);
    case 'approval':
      return handedBack(state, one, now);
    case 'waiting':
      return waitsForAnother(state, one) ? handedBack(state, one, now) : lookedForFirst(state, one, now);
    case 'published':
    case 'unclear':
    case 'failed':
    case 'undone':
    case 'deleting':
    case 'deleted':
      return decided(state);
  }
}

/** As if it had been on its way when the backup was made: perhaps it was a moment later. */
function lookedForFirst<S extends Publisher>(state: S, one: Publication, now: Date): Decision<S> {
  const before = predecessorOf(state.publications, one);
  const head = state.type === 'incident' ? threadHead(state) : null;
  const inReplyTo = one.inReplyTo ?? (before === undefined ? head : placeBehind(before));
  const attempt = { id: ATTEMPT, at: now.toISOString() };
  return becameUnclear(change(state, one.id, { status: 'sending', inReplyTo, attempt }), one.id, now);
}

/** Its writer hears of it once for all posts of a text. */
function handedBack<S extends Publisher>(state: S, one: Publication, now: Date): Decision<S> {
  const back = givenBack(state, one, FAULT, now);
  const before = predecessorOf(state.publications, one);
  const isTold = before === undefined || !isHandedBack(state, before);
  return isTold
    ? back
    : decided(
        back.state,
        back.effects.filter(({ effect }) => effect.type !== 'send-notice'),
      );
}

function isHandedBack(state: Publisher, one: Publication): boolean {
  return one.status === 'approval' || (one.status === 'waiting' && waitsForAnother(state, one));
}

function waitsForAnother(state: Publisher, one: Publication): boolean {
  if (waitsForPredecessor(state.publications, one)) return true;
  return state.type === 'incident' && waitsForHead(state, one.id);
}

/** Slack may have got a card since the backup, such as of one that was folded then: it is looked for before another one is posted. */
function seekingCard<S extends Publisher>(state: S): S {
  if (state.type !== 'mention' || state.card !== null || state.forgotten !== null) return state;
  return { ...state, seekFrom: state.seekFrom ?? state.history[0]?.at ?? state.posts[0].at };
}

function drawnAnew(state: Publisher) {
  if (state.type === 'incident')
    return state.status === 'running' ? [plan({ type: 'draw-incident' }, PRIORITY.channel)] : [];
  const isOpen = state.status !== 'answered' && state.status !== 'closed';
  return isOpen ? [plan({ type: 'draw-card' }, priorityOf(state))] : [];
}
