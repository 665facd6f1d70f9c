import { prepareText, prepareTexts } from './answer.ts';
import { untold, type Warning } from './checks/warning.ts';
import { type WordChecking, warningsOfWord } from './checks/word-to-all.ts';
import { correctionOf } from './correction.ts';
import { type Decision, decided, type Outcome, type Refusal, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { draftOf } from './draft.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import { type Incident, NEW_INCIDENT, type Severity } from './incident.ts';
import type { UserId } from './instant.ts';
import { ONE_OF_US } from './needs-approval.ts';
import type { Press } from './press.ts';
import { pressSendAll } from './press-send-all.ts';
import { toPublicText } from './public-text.ts';
import { type CustomerAnswers, isPending, type PublicationExtras } from './publication.ts';
import { type Publisher, pressSend, redraw } from './publishing.ts';
import { sentAgainst } from './sent-against.ts';
import { type ExplainedSurge, explain } from './surge-press.ts';
import { undo } from './undo.ts';
import type { Draft } from './unsent.ts';
import { overIfUnspoken } from './unspoken.ts';

export interface IncidentStart extends Press {
  readonly network: string;
  readonly channel: string;
  readonly title: string;
  readonly severity: Severity;
  readonly updateMinutes: number;
  /** As typed in Slack. */
  readonly text: string;
  readonly with?: PublicationExtras;
  /** The surge that it explains. */
  readonly surge?: ExplainedSurge | null;
  /** What gave pause about it, and was overridden. */
  readonly against?: readonly Warning[];
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
    ...NEW_INCIDENT,
    id: incidentId(start),
    number,
    network: start.network,
    channel: start.channel,
    title: start.title,
    severity: start.severity,
    startedBy: start.by,
    startedAt: now.toISOString(),
    updateMinutes: start.updateMinutes,
    handled: [start.key],
  };
  const started = recorded(incident, now, start.by, 'started', start.title);
  const { by, standing = ONE_OF_US, with: more = {} } = start;
  const word = { by, purpose: 'incident-start', text, inReplyTo: null, with: more, standing } as const;
  const sent = sentAgainst(pressSend(started, word, desk, now), start.against ?? [], by, now);
  const explained = start.surge ? explain(incident, start.surge, by) : [];
  return decided(sent, [redraw(sent), ...explained]);
}

/**
 * What linked customers are to be answered, by language, checked as a reply would be, with room for a name.
 * @param typed as typed in Slack; empty stands for the public word itself
 */
export function prepareAnswers(
  typed: CustomerAnswers,
  by: UserId,
  desk: Desk,
): { readonly answers: CustomerAnswers } | { readonly refused: Refusal; readonly lang: 'de' | 'en' } {
  const ready: { de: string | null; en: string | null } = { de: null, en: null };
  for (const lang of ['de', 'en'] as const) {
    const text = typed[lang]?.trim() ?? '';
    if (text === '') continue;
    const signed = prepareText(text, by, desk);
    if ('refused' in signed) return { ...signed, lang };
    const plain = toPublicText(text);
    if ('text' in plain) ready[lang] = plain.text;
  }
  return { answers: ready };
}

export interface IncidentWord extends Press {
  readonly purpose: 'incident-update' | 'incident-resolve' | 'apology';
  readonly text: string;
  /** Minutes until the next word; null leaves it as it was. */
  readonly updateMinutes: number | null;
  readonly with?: PublicationExtras;
  /** See Answer. */
  readonly asPosts?: boolean;
  /** What it is looked at with before it goes; it goes unlooked at unless given. */
  readonly checking?: WordChecking;
}

/** An update, the resolution, or a public apology: a thread under the first post. */
export function speak(incident: Incident, word: IncidentWord, desk: Desk, now: Date): Outcome<Incident> {
  if (wasHandled(incident, word.key)) return refused({ reason: 'already-handled' });
  // After the end a word of apology or a correction is still welcome, an update is not.
  if (incident.status === 'resolved' && word.purpose !== 'apology' && !word.with?.corrects)
    return refused({ reason: 'incident-over' });
  // The list hides the button; whoever had it open still has one.
  const corrected = word.with?.corrects ? correctionOf(incident, word.with.corrects) : null;
  if (corrected !== null) return refused({ reason: 'told-already', by: corrected.by, at: corrected.pressedAt });
  if (word.purpose === 'incident-resolve' && isBeingResolved(incident)) return refused({ reason: 'already-done' });
  const ready = prepareTexts(word.text, null, word.asPosts ?? false, desk);
  if ('refused' in ready) return ready;
  const { checking } = word;
  const warnings = checking === undefined ? [] : warningsOfWord(word, incident.publications, checking, desk, now);
  if (untold(warnings, checking?.told ?? []).length > 0) return refused({ reason: 'warned', warnings });
  const updateMinutes = word.updateMinutes ?? incident.updateMinutes;
  const { by, purpose, with: more = {}, standing = ONE_OF_US } = word;
  const publication = { by, purpose, inReplyTo: null, with: more, standing };
  const sent = remember(pressSendAll({ ...incident, updateMinutes }, ready.texts, publication, desk, now), word.key);
  const noted = sentAgainst(sent, warnings, by, now);
  return decided(noted, [redraw(noted)]);
}

/** Undo of any public word; an incident of which nothing became public is over with its first word. */
export function takeBack(state: Publisher, id: string, by: UserId, now: Date): Outcome<Publisher> {
  const outcome = undo(state, id, by, now);
  if ('refused' in outcome) return outcome;
  return decided(overIfUnspoken(outcome.state, by, now), outcome.effects);
}

/** A colleague's resolution is on its way: the public reads one end, not two. */
function isBeingResolved(incident: Incident): boolean {
  return incident.publications.some(
    (publication) => publication.purpose === 'incident-resolve' && isPending(publication),
  );
}

/**
 * What the next `/incident start` offers this person: what they typed there last, or the first word of an incident that
 * they took back before it was public. Null where the newer of both has become an incident since.
 */
export function startDraftOf(typed: Draft | null, incidents: readonly Incident[], by: UserId): Draft | null {
  const last = incidents.findLast((incident) => incident.startedBy === by);
  const isUndone = last?.publications.every((publication) => publication.status === 'undone') ?? false;
  const undone = last !== undefined && isUndone ? draftOf(last, by, 'incident-start') : null;
  const takenBack = undone && { ...undone, title: last?.title ?? '' };
  const isStarted = typed !== null && last !== undefined && typed.at <= last.startedAt;
  const own = isStarted ? null : typed;
  if (own === null || takenBack === null) return own ?? takenBack;
  return own.at >= takenBack.at ? own : takenBack;
}
