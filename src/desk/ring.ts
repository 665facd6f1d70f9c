import {
  type Alarm,
  drawAlarm,
  EVERYBODY_AGAIN_MS,
  isRinging,
  NEXT_PERSON_MS,
  raiseAlarm,
  taken,
  tell,
  tellEnded,
  withAlarm,
} from './alarm.ts';
import type { Channel } from './channel.ts';
import { type Decision, decided } from './decision.ts';
import type { Desk } from './desk.ts';
import type { Incident } from './incident.ts';
import { MINUTE_MS, type UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { onCallNow } from './on-call.ts';
import { isUnexplained } from './surge.ts';

/** The team has so long to speak by itself: the channel is reminded when an update is due. */
const OVERDUE_AFTER_MS = 10 * MINUTE_MS;

/** What an alarm may be about, as it is now. */
export type AlarmSubject = Mention | Incident;

/** An incident whose public word is overdue, and nobody is about to speak, alarms who is on call. */
export function alarmOverdue(channel: Channel, incidents: readonly Incident[], now: Date): Decision<Channel> | null {
  const before = new Date(now.getTime() - OVERDUE_AFTER_MS).toISOString();
  for (const incident of incidents) {
    const { updateDueAt: dueAt } = incident;
    if (dueAt === null || dueAt > before || isSpeaking(incident)) continue;
    const about = { type: 'incident', id: incident.id } as const;
    const call = { id: `overdue:${incident.id}:${dueAt}`, cause: { type: 'update-overdue', dueAt }, about } as const;
    const raised = raiseAlarm(channel, call, now);
    if (raised.effects.length > 0) return raised;
  }
  return null;
}

/**
 * Calls who is on call, one after the other: the first at once, the next after ten minutes without a press, and once all
 * were told, all again every half hour, until somebody takes it or it is over. Hours in which the app was down count as
 * one wait. Null when nothing is to be done.
 */
export function ring(
  channel: Channel,
  subjects: readonly AlarmSubject[],
  desk: Desk,
  now: Date,
): Decision<Channel> | null {
  const steps = channel.alarms
    .filter(({ overAt }) => overAt === null)
    .map((alarm) => {
      const subject = subjects.find(({ type, id }) => type === alarm.about.type && id === alarm.about.id);
      return step(alarm, { subject, isOver: isOverNow(channel, alarm, subject) }, onCallNow(desk.settings, now), now);
    })
    .filter((one) => one !== null);
  if (steps.length === 0) return null;
  return decided(
    steps.reduce((state, one) => withAlarm(state, one.state), channel),
    steps.flatMap((one) => one.effects),
  );
}

function step(
  alarm: Alarm,
  { subject, isOver: over }: { readonly subject: AlarmSubject | undefined; readonly isOver: boolean },
  onCall: readonly UserId[],
  now: Date,
): Decision<Alarm> | null {
  if (over) {
    const ended = { ...alarm, overAt: now.toISOString() };
    return decided(ended, [drawAlarm(alarm), ...(alarm.taken === null ? tellEnded(ended, null) : [])]);
  }
  if (!isRinging(alarm)) return null;
  const atWork = subject === undefined ? null : whoIsAtWork(subject, alarm.startedAt);
  if (atWork !== null) return taken(alarm, atWork, now);
  const next = whoIsNext(alarm, onCall, now);
  if (next.length === 0) return null;
  const at = now.toISOString();
  const before = alarm.told.map((one) => (next.includes(one.user) ? { ...one, at } : one));
  const added = next.filter((user) => !alarm.told.some((one) => one.user === user)).map((user) => ({ user, at }));
  return decided({ ...alarm, told: [...before, ...added] }, [
    drawAlarm(alarm),
    ...next.map((user) => tell(user, { type: 'alarm', alarm: alarm.id }, `alarm:${alarm.id}:${user}:${at}`)),
  ]);
}

function whoIsNext({ told }: Alarm, onCall: readonly UserId[], now: Date): readonly UserId[] {
  const untold = onCall.filter((user) => !told.some((one) => one.user === user));
  const last = told.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  const waitedMs = now.getTime() - last;
  if (untold.length > 0) return waitedMs >= NEXT_PERSON_MS ? untold.slice(0, 1) : [];
  return waitedMs >= EVERYBODY_AGAIN_MS ? onCall : [];
}

/** Whoever claimed it or sent a text since has it in hand, though they did not press "I am on it". */
function whoIsAtWork({ history }: AlarmSubject, since: string): UserId | null {
  const last = history.findLast(
    ({ did, at }) => at >= since && (did === 'claimed' || did === 'released' || did === 'pressed-send'),
  );
  return last === undefined || last.did === 'released' ? null : last.by;
}

/** A surge is over with its numbers, with who says that it is none, and with the incident that explains it. */
function isOverNow({ surges }: Channel, alarm: Alarm, subject: AlarmSubject | undefined): boolean {
  const { cause } = alarm;
  if (cause.type === 'surge') return !surges.some((one) => one.id === cause.surge && isUnexplained(one));
  return subject !== undefined && isOver(alarm, subject);
}

function isOver({ cause }: Alarm, subject: AlarmSubject): boolean {
  if (subject.type === 'mention') return subject.status === 'answered' || subject.status === 'closed';
  if (subject.status === 'resolved') return true;
  return cause.type === 'update-overdue' && subject.updateDueAt !== cause.dueAt;
}

function isSpeaking({ publications }: Incident): boolean {
  return publications.some(({ status }) => status === 'waiting' || status === 'sending');
}
