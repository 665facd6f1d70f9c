import type { Channel } from './channel.ts';
import { type Decision, decided, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { localDay } from './office-time.ts';
import { instantOf, lastDays, type Period, plusDays, weekdayOf } from './period.ts';
import type { Press } from './press.ts';
import type { WeeklyReport } from './settings.ts';
import { WEEKDAYS } from './week.ts';

/** Somebody wants a report: it goes to that person alone. */
export function askReport(channel: Channel, press: Press, period: Period): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const effect = { type: 'post-report', id: press.key, to: press.by, by: null, period } as const;
  return decided(remember(channel, press.key), [plan(effect, PRIORITY.press)]);
}

/** Whoever has a report shows it to the channel. @param message names the report, which is shown once */
export function showReport(channel: Channel, press: Press, message: string, period: Period): Outcome<Channel> {
  if (wasHandled(channel, press.key)) return refused({ reason: 'already-handled' });
  const id = `shown:${message}`;
  if (wasHandled(channel, id)) return refused({ reason: 'already-done' });
  const effect = { type: 'post-report', id, to: null, by: press.by, period } as const;
  return decided(remember(remember(channel, press.key), id), [plan(effect, PRIORITY.channel)]);
}

/**
 * The report that the channel gets each week, about the seven days before. A schedule begins with its next turn; turns
 * that passed while the app was down are made up for once, with the latest. Null when it is not time.
 */
export function weeklyReport(channel: Channel, desk: Desk, now: Date): Decision<Channel> | null {
  const { weekly } = desk.settings.reports;
  if (weekly === null) return channel.weekly === null ? null : decided({ ...channel, weekly: null });
  const schedule = `${weekly.day} ${weekly.time}`;
  const turn = lastTurn(weekly, desk.settings.officeHours.timeZone, now);
  if (channel.weekly?.schedule !== schedule) return decided({ ...channel, weekly: { schedule, turn } });
  if (channel.weekly.turn >= turn) return null;
  const period = lastDays(7, plusDays(turn, -1));
  const effect = { type: 'post-report', id: `weekly:${turn}`, to: null, by: null, period } as const;
  return decided({ ...channel, weekly: { schedule, turn } }, [plan(effect, PRIORITY.channel)]);
}

/** The local day on which the schedule last came round, now included. */
function lastTurn({ day, time }: WeeklyReport, timeZone: string, now: Date): string {
  const today = localDay(timeZone, now);
  const back = (weekdayOf(today) - WEEKDAYS.indexOf(day) + 7) % 7;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const turn = plusDays(today, -back);
  return instantOf(turn, hours * 60 + minutes, timeZone) <= now.toISOString() ? turn : plusDays(turn, -7);
}
