import { decided, type Outcome, refused } from './decision.ts';
import { type IncidentRole, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import type { UserId } from './instant.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';

/** Who decides about an incident: whoever started it, until it is handed over. */
export function leadOf(incident: Incident): UserId {
  return incident.lead ?? incident.startedBy;
}

/** Who writes for it, and is reminded of the next word: the lead, until somebody else is named. */
export function writerOf(incident: Incident): UserId {
  return incident.writer ?? leadOf(incident);
}

export interface RolesWish extends Press {
  readonly lead: UserId;
  /** null: the lead writes. */
  readonly writer: UserId | null;
  /** What the next one should know; may be empty. */
  readonly note: string;
}

/** Hands the incident over, with a note; the new ones are told by direct message. */
export function nameRoles(incident: Incident, wish: RolesWish, now: Date): Outcome<Incident> {
  if (wasHandled(incident, wish.key)) return refused({ reason: 'already-handled' });
  const isNewLead = wish.lead !== leadOf(incident);
  const writer = wish.writer === wish.lead ? null : wish.writer;
  const isNewWriter = writer !== incident.writer;
  if (!isNewLead && !isNewWriter) return refused({ reason: 'already-done' });
  let next: Incident = { ...incident, lead: wish.lead, writer };
  if (isNewLead) next = recorded(next, now, wish.by, 'lead-named', wish.note, wish.lead);
  if (isNewWriter) next = recorded(next, now, wish.by, 'writer-named', wish.note, writerOf(next));
  const told: PlannedEffect[] = [
    ...(isNewLead ? [notice(wish, 'lead', wish.lead)] : []),
    ...(writer !== null && isNewWriter ? [notice(wish, 'writer', writer)] : []),
  ].filter((one) => one.effect.type !== 'send-notice' || one.effect.to !== wish.by);
  return decided(remember(next, wish.key), [redraw(next), ...told]);
}

function notice(wish: RolesWish, role: IncidentRole, to: UserId): PlannedEffect {
  const { by, note, key } = wish;
  const said = { type: 'incident-role', role, by, note } as const;
  return plan({ type: 'send-notice', id: `role:${role}:${key}`, to, notice: said }, PRIORITY.press);
}
