import { prepareText } from './answer.ts';
import { type Decision, decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Incident, Severity } from './incident.ts';
import type { Press } from './press.ts';
import { pressSend, redraw } from './publishing.ts';

export interface IncidentStart extends Press {
  readonly network: string;
  readonly channel: string;
  readonly title: string;
  readonly severity: Severity;
  readonly updateMinutes: number;
  /** As typed in Slack. */
  readonly text: string;
}

/** The id of an incident: of the press that started it, so that a redelivered press starts one. */
export function incidentId(press: Press): string {
  return `incident:${press.key}`;
}

/** What an incident may publish, checked before there is one. */
export function prepareBroadcast(typed: string, desk: Desk): { readonly text: string } | { readonly refused: Refusal } {
  return prepareText(typed, null, desk);
}

/** `/incident start`: its first public word waits for Undo; the message in the channel carries the timeline. */
export function startIncident(
  start: IncidentStart,
  text: string,
  number: number,
  desk: Desk,
  now: Date,
): Decision<Incident> {
  const incident: Incident = {
    type: 'incident',
    id: incidentId(start),
    number,
    network: start.network,
    channel: start.channel,
    title: start.title,
    severity: start.severity,
    status: 'running',
    startedBy: start.by,
    startedAt: now.toISOString(),
    resolvedAt: null,
    publications: [],
    updateMinutes: start.updateMinutes,
    updateDueAt: null,
    remindAt: null,
    drafts: [],
    card: null,
    history: [],
    handled: [start.key],
  };
  const started = recorded(incident, now, start.by, 'started', start.title);
  const sent = pressSend(started, { by: start.by, purpose: 'incident-start', text, inReplyTo: null }, desk, now);
  return decided(sent, [redraw(sent)]);
}

export interface IncidentWord extends Press {
  readonly purpose: 'incident-update' | 'incident-resolve' | 'apology';
  readonly text: string;
  /** Minutes until the next word; null leaves it as it was. */
  readonly updateMinutes: number | null;
}

/** An update, the resolution, or a public apology: a thread under the first post. */
export function speak(incident: Incident, word: IncidentWord, desk: Desk, now: Date): Outcome<Incident> {
  if (wasHandled(incident, word.key)) return refused({ reason: 'already-handled' });
  // After the end a word of apology is still welcome, an update is not.
  if (incident.status === 'resolved' && word.purpose !== 'apology') return refused({ reason: 'incident-over' });
  const ready = prepareText(word.text, null, desk);
  if ('refused' in ready) return ready;
  const updateMinutes = word.updateMinutes ?? incident.updateMinutes;
  const publication = { by: word.by, purpose: word.purpose, text: ready.text, inReplyTo: null };
  const sent = remember(pressSend({ ...incident, updateMinutes }, publication, desk, now), word.key);
  return decided(sent, [redraw(sent)]);
}
