import type { UserId } from './instant.ts';
import { localTimeText } from './office-time.ts';
import { plusDays, weekdayOf } from './period.ts';
import type { Settings } from './settings.ts';
import { WEEKDAYS } from './week.ts';

/**
 * Who is on call now, in the order in which they are asked. By the office's clocks; a day's list holds from the hour at
 * which lists change until that hour of the next day, so that a night has one list.
 */
export function onCallNow(
  { onCall, officeHours }: Pick<Settings, 'onCall' | 'officeHours'>,
  now: Date,
): readonly UserId[] {
  const [day = '', time = ''] = localTimeText(officeHours.timeZone, now.toISOString()).split(' ');
  const of = time < onCall.changesAt ? plusDays(day, -1) : day;
  const weekday = WEEKDAYS[weekdayOf(of)];
  return weekday === undefined ? [] : [...new Set(onCall[weekday])];
}
