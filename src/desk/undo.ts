import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { recorded } from './history.ts';
import { tellIncident } from './incident-news.ts';
import { plusMs, SECOND_MS, type UserId } from './instant.ts';
import type { Publication } from './publication.ts';
import { changeAll, keptUnsent, type Publisher, publicationOf, redraw } from './publishing.ts';
import { seriesOf, wordsOf } from './series.ts';

/** Slack has taken the message that shows Undo: from now on the seconds count. */
export function shownWithUndo<S extends Publisher>(
  state: S,
  shown: readonly Publication[],
  desk: Desk,
  now: Date,
): Decision<S> {
  const goesOutAt = plusMs(now, desk.settings.undoSeconds * SECOND_MS);
  const ids = shown.filter((publication) => publication.status === 'waiting').map((publication) => publication.id);
  const armed = state.publications.filter(
    (publication) => publication.status === 'waiting' && publication.goesOutAt === null && ids.includes(publication.id),
  );
  if (armed.length === 0) return decided(state);
  return decided(
    {
      ...state,
      publications: state.publications.map((one) => (armed.includes(one) ? { ...one, goesOutAt } : one)),
    },
    armed.map((one) => plan({ type: 'publish', publication: one.id }, PRIORITY.press, goesOutAt)),
  );
}

/**
 * Undo: possible until the text is on its way, also while it waits for a second person; of numbered posts it takes back
 * all that still wait.
 */
export function undo<S extends Publisher>(state: S, id: string, by: UserId, now: Date): Outcome<S> {
  const publication = publicationOf(state, id);
  if (publication === undefined) return refused({ reason: 'unknown-publication' });
  if (publication.status === 'undone') return refused({ reason: 'already-done' });
  const waiting = seriesOf(state.publications, publication).filter(isHeld);
  if (waiting.length === 0) return refused({ reason: 'undo-too-late', status: publication.status });
  const undone = changeAll(state, waiting, { status: 'undone' });
  const noted = recorded(undone, now, by, 'undone', wordsOf(state.publications, waiting));
  return decided(keptUnsent(noted, waiting, 'undone', now), [
    redraw(state),
    ...tellIncident(state, `${id}:undone:${now.getTime()}`),
  ]);
}

/** It goes nowhere before a person's press or the end of Undo. */
function isHeld({ status }: Publication): boolean {
  return status === 'waiting' || status === 'approval';
}
