import type { OfficeHours, Span } from './office-time.ts';
import type { Settings } from './settings.ts';
import { WEEKDAYS } from './week.ts';

/** The settings' weekly times as spans of minutes, with the closed days put in. */
export function officeHours(settings: Settings, closed: ReadonlySet<string>): OfficeHours {
  const { timeZone, week } = settings.officeHours;
  return { timeZone, week: WEEKDAYS.map((day) => week[day].map(spanOf)), closed };
}

/** `08:00-20:00`, checked by week.ts, as minutes since local midnight. */
function spanOf(text: string): Span {
  const [from = 0, to = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { from, to };
}
