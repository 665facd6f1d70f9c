import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import { type Erasure, erasureId, lastActivity } from './erasure.ts';
import { erase, forgetMention } from './forget.ts';
import { APP, recorded } from './history.ts';
import type { Incident } from './incident.ts';
import { MINUTE_MS } from './instant.ts';
import type { Mention } from './mention.ts';
import { openPromises } from './promises.ts';
import { isPending } from './publication.ts';
import { silentIncident } from './reduced.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Whether the team's retention time is over for it: answered or closed, nothing promised, nothing on its way, no legal hold,
 * and so many days without anything happening.
 */
export function isOutdated(mention: Mention, { settings }: Desk, now: Date): boolean {
  const { status, held, forgotten, publications } = mention;
  if (forgotten !== null || held !== null || (status !== 'answered' && status !== 'closed')) return false;
  if (publications.some((one) => isPending(one) || one.status === 'deleting')) return false;
  return openPromises(mention).length === 0 && isOlder(lastActivity(mention), settings.retentionDays, now);
}

/** The customer and all words go; what it takes to count it stays. */
export function outdate(mention: Mention, desk: Desk, now: Date): Decision<Mention> {
  if (!isOutdated(mention, desk, now)) return decided(mention);
  return forgetMention(mention, { by: APP, why: 'retention', report: null }, desk.channel, now);
}

export function isIncidentOutdated(
  { status, forgotten, history, startedAt, publications }: Incident,
  { settings }: Desk,
  now: Date,
): boolean {
  if (forgotten !== null || status !== 'resolved' || publications.some(isPending)) return false;
  return isOlder(history.at(-1)?.at ?? startedAt, settings.retentionDays, now);
}

/** The same of an incident. */
export function outdateIncident(incident: Incident, desk: Desk, now: Date): Decision<Incident> {
  if (!isIncidentOutdated(incident, desk, now)) return decided(incident);
  const messages = [incident.card, incident.untold].filter((message) => message !== null);
  const erasures = messages.map((at): Erasure => ({ what: 'message', at }));
  const noted = recorded(silentIncident(incident), now, APP, 'outdated');
  const at = now.toISOString();
  const forgotten = { by: APP, at, why: 'retention', report: null, left: [], undeleted: [] } as const;
  return decided(
    { ...noted, forgotten: { ...forgotten, waits: erasures.map(erasureId) } },
    erasures.map((one) => erase(one)),
  );
}

function isOlder(instant: string, days: number | null, now: Date): boolean {
  return days !== null && now.getTime() - Date.parse(instant) > days * DAY_MS;
}
