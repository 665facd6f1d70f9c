/** What a text's references are called; the practice state knows, a log elsewhere may not. */
export interface Names {
  user(id: string): string;
  channel(id: string): string;
  userGroup(id: string): string;
}

export interface Reader {
  names: Names;
  /** The reader's time zone, in which Slack shows `<!date…>`. */
  timeZone: string;
  /** The reader's present, for `{ago}`. */
  now: Date;
}

const DATE_PARTS: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_pretty: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_short_pretty: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_pretty: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day_divider_pretty: { weekday: 'long', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `{ago}`: "a human-readable period of time, e.g. `3 minutes ago`", which Slack's clients keep current. */
function ago(instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime();
  const [unit, length] = UNITS.find(([, size]) => Math.abs(ms) >= size) ?? (['second', 1_000] as const);
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.trunc(ms / length), unit);
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function renderDate(body: string, fallback: string | undefined, { timeZone, now }: Reader): string {
  const [, seconds, format] = body.split('^');
  const instant = new Date(Number(seconds) * 1000);
  if (Number.isNaN(instant.getTime()) || format === undefined) return fallback ?? body;
  return format.replace(/\{(\w+)\}/g, (whole, part: string) => {
    if (part === 'ago') return ago(instant, now);
    const options = DATE_PARTS[part];
    return options ? new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(instant) : whole;
  });
}

function renderReference(inner: string, reader: Reader): string {
  const { names } = reader;
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return `@${names.user(target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || names.channel(target.slice(1))}`;
  if (target.startsWith('!subteam^')) return `@${names.userGroup(target.slice('!subteam^'.length))}`;
  if (target.startsWith('!date^')) return renderDate(target, label, reader);
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  return label === undefined || label === target ? target : `${label} (${target})`;
}

/** A mrkdwn text as its reader sees it, formatting marks left as they are. */
export function renderMrkdwn(text: string, reader: Reader): string {
  return text
    .replace(/<([^<>]+)>/g, (_whole, inner: string) => renderReference(inner, reader))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
