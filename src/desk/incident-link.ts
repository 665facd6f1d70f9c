import { priorityOf } from './card-priority.ts';
import { decided, type Outcome, refused } from './decision.ts';
import { type PlannedEffect, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { newsOf, tellIncident } from './incident-news.ts';
import type { Instant, UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Press } from './press.ts';

/** The incident that explains a mention, and whether its customer was told how it ended. */
export interface IncidentLink {
  /** The incident's id. */
  readonly id: string;
  /** The incident's number, which never changes. */
  readonly number: number;
  readonly by: UserId;
  readonly at: Instant;
  readonly told: {
    readonly at: Instant;
    readonly by: UserId;
    readonly how: 'sent' | 'skipped';
    /** Why it was skipped. */
    readonly reason: string | null;
  } | null;
}

/** This incident explains the mention: its customer is counted there, and is told how it ends. */
export function linkTo(
  mention: Mention,
  incident: Pick<Incident, 'id' | 'number' | 'title'>,
  press: Press,
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.incident?.id === incident.id) return refused({ reason: 'already-done' });
  if (mention.incident !== null) return refused({ reason: 'linked-elsewhere', number: mention.incident.number });
  const { id, number } = incident;
  const told = toldBefore(mention, id);
  const linked: Mention = {
    ...mention,
    suggested: null,
    incident: { id, number, by: press.by, at: now.toISOString(), told },
  };
  const next = remember(recorded(linked, now, press.by, 'linked', incident.title), press.key);
  const other =
    mention.suggested === null || mention.suggested.id === id ? [] : [newsOf(mention, mention.suggested.id, press.key)];
  return decided(next, [draw(next), ...tellIncident(next, press.key), ...other]);
}

/** It was something else after all. */
export function unlink(mention: Mention, press: Press, now: Date): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.incident === null) return refused({ reason: 'already-done' });
  const declined = [...mention.declined, mention.incident.id];
  const next = remember(recorded({ ...mention, incident: null, declined }, now, press.by, 'unlinked'), press.key);
  return decided(next, [draw(next), newsOf(mention, mention.incident.id, press.key)]);
}

/** Unlinked by mistake and linked again: who has heard the end does not wait for it. */
function toldBefore({ publications }: Mention, incident: string): IncidentLink['told'] {
  const heard = publications.findLast((one) => one.tellsOf === incident && one.status === 'published');
  if (heard === undefined) return null;
  return { at: heard.post?.at ?? heard.pressedAt, by: heard.by, how: 'sent', reason: null };
}

/** The mentions that an incident explains, the longest wait first: by their customers' own first words. */
export function linkedTo(mentions: readonly Mention[], incident: string): readonly Mention[] {
  return mentions
    .filter((mention) => mention.incident?.id === incident)
    .toSorted((a, b) => (a.posts[0].at < b.posts[0].at ? -1 : 1));
}

/** Forty cards linked by one press must not keep the incident's own message, or anybody's Undo, waiting. */
function draw(mention: Mention): PlannedEffect {
  return plan({ type: 'draw-card' }, priorityOf(mention));
}
