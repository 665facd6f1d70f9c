import { type Decision, decided } from './decision.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import type { Incident } from './incident.ts';
import { type Instant, SECOND_MS } from './instant.ts';
import type { Mention } from './mention.ts';
import { incidentRef } from './ref.ts';

/** Links come in crowds: all news of so long a time are one drawing. */
const RECOUNT_EVERY_MS = 3 * SECOND_MS;

/**
 * The incident that a mention is linked to draws itself again; nothing for what has none.
 * @param cause unique for this mention; twice is once
 */
export function tellIncident(state: Mention | Incident, cause: string): PlannedEffect[] {
  if (state.type !== 'mention' || state.incident === null) return [];
  return [newsOf(state, state.incident.id, cause)];
}

/** The same for an incident that it is no longer linked to. */
export function newsOf(mention: Mention, incident: string, cause: string): PlannedEffect {
  return plan(
    {
      type: 'tell',
      id: `links:${incident}:${mention.id}:${cause}`,
      to: incidentRef(incident),
      news: { type: 'incident-links-changed', mention: mention.id },
    },
    PRIORITY.channel,
  );
}

/**
 * A linked mention changed: the incident counts anew when it is drawn. Hearing it twice draws it once more at most, so the
 * ids of such news are not kept: a crowd of them would push the keys of presses out of memory.
 */
export function recount(incident: Incident, now: Date): Decision<Incident> {
  return decided(incident, [
    plan({ type: 'draw-incident' }, PRIORITY.rest, showsUndoSoon(incident) ? null : nextTurn(now)),
    ...drawUntold(incident),
  ]);
}

/** Who still waits to hear the end is a question only after it. */
export function drawUntold(incident: Incident): PlannedEffect[] {
  return incident.status === 'resolved' ? [plan({ type: 'draw-untold' }, PRIORITY.channel)] : [];
}

/** A drawing for the sake of a number must not hold up one that somebody waits for. */
function showsUndoSoon(incident: Incident): boolean {
  return incident.publications.some(({ status, goesOutAt }) => status === 'waiting' && goesOutAt === null);
}

function nextTurn(now: Date): Instant {
  return new Date(Math.ceil(now.getTime() / RECOUNT_EVERY_MS) * RECOUNT_EVERY_MS).toISOString();
}
