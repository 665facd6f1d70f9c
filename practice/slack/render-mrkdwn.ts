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
  ago: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function renderDate(body: string, fallback: string | undefined, timeZone: string): string {
  const [, seconds, format] = body.split('^');
  const instant = new Date(Number(seconds) * 1000);
  if (Number.isNaN(instant.getTime()) || format === undefined) return fallback ?? body;
  return format.replace(/\{(\w+)\}/g, (whole, part: string) => {
    const options = DATE_PARTS[part];
    return options ? new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(instant) : whole;
  });
}

function renderReference(inner: string, { names, timeZone }: Reader): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return `@${names.user(target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || names.channel(target.slice(1))}`;
  if (target.startsWith('!subteam^')) return `@${names.userGroup(target.slice('!subteam^'.length))}`;
  if (target.startsWith('!date^')) return renderDate(target, label, timeZone);
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
