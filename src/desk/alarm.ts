import type { Channel } from './channel.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type Notice, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { type Instant, MINUTE_MS, type UserId } from './instant.ts';
import type { Press } from './press.ts';
import type { Ref, SlackMessage } from './ref.ts';

/** Why somebody is called at any hour. */
export type AlarmCause =
  | { readonly type: 'danger'; readonly post: string; readonly words: readonly string[] }
  /** An incident's public word was due at this instant. */
  | { readonly type: 'update-overdue'; readonly dueAt: Instant }
  /** The surge's own message in the channel shows who was called. */
  | { readonly type: 'surge'; readonly surge: string };

/** What is to alarm somebody. */
export interface AlarmCall {
  /** Unique for ever: the same call twice is one alarm. */
  readonly id: string;
  readonly cause: AlarmCause;
  /** Of a surge it is the channel itself. */
  readonly about: Ref<'mention' | 'incident' | 'channel'>;
}

/** An alarm as the team's own channel keeps it. */
export interface Alarm extends AlarmCall {
  readonly startedAt: Instant;
  /** Who was told, each with the last time, in the order of the first. */
  readonly told: readonly { readonly user: UserId; readonly at: Instant }[];
  readonly taken: { readonly by: UserId; readonly at: Instant } | null;
  /** When what it is about was over; nobody is told any more. */
  readonly overAt: Instant | null;
  /** The line in the channel. */
  readonly message: SlackMessage | null;
}

/** Without a press the next person is told. */
export const NEXT_PERSON_MS = 10 * MINUTE_MS;
/** Once all were told, all are told again. */
export const EVERYBODY_AGAIN_MS = 30 * MINUTE_MS;
/** What is over is kept so long: an old button still finds out. */
const KEPT_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * The one way to raise an alarm: the channel shows it at once, and the watch begins to call (ring.ts). One that is open
 * about the same thing for the same cause is enough.
 */
export function raiseAlarm(channel: Channel, call: AlarmCall, now: Date): Decision<Channel> {
  const isKnown = channel.alarms.some((one) => one.id === call.id || (one.overAt === null && isSame(one, call)));
  if (isKnown) return decided(channel);
  const alarm: Alarm = { ...call, startedAt: now.toISOString(), told: [], taken: null, overAt: null, message: null };
  const kept = channel.alarms.filter(({ overAt }) => overAt === null || now.getTime() - Date.parse(overAt) < KEPT_MS);
  return decided({ ...channel, alarms: [...kept, alarm] }, [drawAlarm(alarm)]);
}

/**
 * "I am on it": nobody else is called any more, and who was told hears who has it. A mention that nobody has is claimed by
 * it, so that its card says the same.
 */
export function takeAlarm(channel: Channel, press: Press, id: string, now: Date): Outcome<Channel> {
  const alarm = channel.alarms.find((one) => one.id === id);
  if (alarm === undefined || alarm.overAt !== null) return refused({ reason: 'alarm-over' });
  if (alarm.taken?.by === press.by) return refused({ reason: 'already-done' });
  if (alarm.taken !== null) return refused({ reason: 'alarm-taken', ...alarm.taken });
  const { state, effects } = taken(alarm, press.by, now);
  const news = { type: 'alarm-taken', by: press.by } as const;
  const tellMention = plan({ type: 'tell', id: `alarm-taken:${id}`, to: alarm.about, news }, PRIORITY.press);
  return decided(withAlarm(channel, state), [...effects, ...(alarm.about.type === 'mention' ? [tellMention] : [])]);
}

/** Slack does not reach this person: the next one need not wait. */
export function alarmUnreached(channel: Channel, id: string, user: UserId): Channel {
  const sooner = (at: Instant) => new Date(Date.parse(at) - NEXT_PERSON_MS).toISOString();
  const alarms = channel.alarms.map((alarm) =>
    alarm.id === id
      ? { ...alarm, told: alarm.told.map((one) => (one.user === user ? { ...one, at: sooner(one.at) } : one)) }
      : alarm,
  );
  return { ...channel, alarms };
}

/** Whether somebody is still to be called. */
export function isRinging({ taken: by, overAt }: Alarm): boolean {
  return by === null && overAt === null;
}

export function taken(alarm: Alarm, by: UserId, now: Date): Decision<Alarm> {
  const next = { ...alarm, taken: { by, at: now.toISOString() } };
  return decided(next, [drawAlarm(alarm), ...tellEnded(next, by)]);
}

/** Who was called hears that it is in hand, or over. */
export function tellEnded(alarm: Alarm, but: UserId | null): readonly PlannedEffect[] {
  return alarm.told
    .filter(({ user }) => user !== but)
    .map(({ user }) => tell(user, { type: 'alarm-ended', alarm: alarm.id }, `alarm-ended:${alarm.id}:${user}`));
}

/** A direct message; `id` names this one for ever. */
export function tell(to: UserId, notice: Notice, id: string): PlannedEffect {
  return plan({ type: 'send-notice', id, to, notice }, PRIORITY.press);
}

export function drawAlarm({ id, cause }: Pick<Alarm, 'id' | 'cause'>): PlannedEffect {
  if (cause.type === 'surge') return plan({ type: 'draw-surge', surge: cause.surge }, PRIORITY.press);
  return plan({ type: 'draw-alarm', alarm: id }, PRIORITY.press);
}

export function withAlarm(channel: Channel, alarm: Alarm): Channel {
  return { ...channel, alarms: channel.alarms.map((one) => (one.id === alarm.id ? alarm : one)) };
}

function isSame(a: AlarmCall, b: AlarmCall): boolean {
  return a.cause.type === b.cause.type && a.about.type === b.about.type && a.about.id === b.about.id;
}
