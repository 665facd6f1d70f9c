const ZONE = 'Europe/Berlin';
const HM = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE }).format(instant);
}

export function clockFace(instant: Date): { readonly day: string; readonly time: string } {
  return {
    day: format(instant, { weekday: 'long', day: 'numeric', month: 'short' }),
    time: format(instant, { ...HM, second: '2-digit' }),
  };
}

/** A message's ts or seconds since 1970, as `9:05`. */
export function timeOfTs(ts: string): string {
  return format(new Date(Number(ts) * 1000), HM);
}

export function timeOf(iso: string): string {
  return format(new Date(iso), HM);
}

const PARTS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long: { weekday: 'long', month: 'long', day: 'numeric' },
  date_short: { month: 'short', day: 'numeric' },
  time: HM,
  time_secs: { ...HM, second: '2-digit' },
};

/** Slack's own date in a text: `{date_short_pretty} {time}`, near days by name. */
export function slackDate(seconds: string, pattern: string, now: Date): string {
  const instant = new Date(Number(seconds) * 1000);
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, part: string) => {
    if (part === 'ago') return ago(instant, now);
    const near = part.endsWith('_pretty') ? nearDay(instant, now) : null;
    const options = PARTS[part.replace('_pretty', '')];
    return near ?? (options === undefined ? whole : format(instant, options));
  });
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How long ago, as Slack's clients say it and keep current. */
function ago(instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  if (ms <= -DAY_MS) return words.format(Math.trunc(ms / DAY_MS), 'day');
  if (ms <= -HOUR_MS) return words.format(Math.trunc(ms / HOUR_MS), 'hour');
  return ms <= -MINUTE_MS ? words.format(Math.trunc(ms / MINUTE_MS), 'minute') : 'just now';
}

function nearDay(instant: Date, now: Date): string | null {
  const dayOf = (date: Date) => format(date, { year: 'numeric', month: 'numeric', day: 'numeric' });
  if (dayOf(instant) === dayOf(now)) return 'Today';
  if (dayOf(instant) === dayOf(new Date(now.getTime() - DAY_MS))) return 'Yesterday';
  return dayOf(instant) === dayOf(new Date(now.getTime() + DAY_MS)) ? 'Tomorrow' : null;
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/** Seconds since 1970 as a field for date and time wants them, by the reader's own clock: `2026-11-24T09:00`. */
export function localField(seconds: number): string {
  return LOCAL.format(new Date(seconds * 1000)).replace(' ', 'T');
}

/** The other way round; null for a field that was emptied. */
export function secondsOf(field: string): number | null {
  const asUtc = Date.parse(`${field}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = (ms: number) => Date.parse(`${localField(ms / 1000)}Z`) - ms;
  // The offset is that of the instant, which is known only roughly before.
  return (asUtc - offset(asUtc - offset(asUtc))) / 1000;
}
