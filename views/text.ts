import { isHiding } from '../src/desk/hidden-characters.ts';
import type { Instant, UserId } from '../src/desk/instant.ts';
import type { SlackMessage } from '../src/desk/ref.ts';
import type { ViewContext } from './context.ts';

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Slack reads these as formatting and knows no way to escape them: shown by look-alikes. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An underscore inside a word formats nothing, so that handles and addresses stay as they are. */
const FORMATTING = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * The text as it can be trusted to look: no control characters or broken surrogates, and characters that hide or turn
 * round what follows shown by their names, such as `[U+202E]`.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/\p{Surrogate}|(?!\n)\p{Cc}/gu, '\uFFFD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, shownByName);
}

function shownByName(unseen: string, offset: number, text: string): string {
  if (!isHiding(unseen, text.slice(Math.max(0, offset - 16), offset))) return unseen;
  return `[U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Without halves of characters, which Slack refuses in its JSON. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Somebody else's text for use in `mrkdwn`: can't ping, link, hide or format. Slack wants `&`, `<` and `>` escaped:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return visible(text)
    .replace(/[&<>]/g, (char) => ENTITIES[char] ?? char)
    .replace(FORMATTING, (char) => LOOKALIKES[char] ?? char);
}

/** At most `max` UTF-16 units, cut between characters as people see them; a cut text ends with `…`. */
export function shorten(text: string, max: number): string {
  return shortenBy(text, max, (grapheme) => grapheme.length);
}

/** Shortened so that it has at most `max` units even after Slack's escapes. */
export function shortenEscaped(text: string, max: number): string {
  return shortenBy(visible(beginning(text, max)), max, escapedLength);
}

/** More than enough of a text to fill `max` units once it is visible: only CR LF becomes less by that. */
function beginning(text: string, max: number): string {
  return text.slice(0, 2 * Math.max(0, max) + 64);
}

/** One line of somebody else's text for use in `mrkdwn`, at most `max` units after escaping. */
export function snippet(text: string, max: number): string {
  const line = beginning(text.replace(/\s+/g, ' ').trim(), max);
  return escapeMrkdwn(shortenBy(visible(line).replace(/\s+/g, ' ').trim(), max, escapedLength));
}

/** Somebody else's words in a sentence that is shown in `mrkdwn` or in plain text: what Slack would read is left out. */
export function eitherWay(what: string, max = 60): string {
  const shown = visible(beginning(what.trim(), max)).replace(/[<>&*~`]|(?<!\w)_|_(?!\w)/g, '');
  return shorten(shown.replace(/\s+/g, ' ').trim(), max);
}

/** Somebody else's text as `>` lines for use in `mrkdwn`, at most `max` units. */
export function quote(text: string, max = 2_000): string {
  const cost = (grapheme: string) => escapedLength(grapheme) + (grapheme === '\n' ? 2 : 0);
  return quoteLines(escapeMrkdwn(shortenBy(visible(beginning(text.trim(), max)).trim(), max - 2, cost)));
}

/** Text that is `mrkdwn` already, as `>` lines. */
export function quoteLines(mrkdwn: string): string {
  return mrkdwn
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** An instant that Slack shows in each reader's own time zone. */
export function when(instant: Instant): string {
  return date(instant, '{date_short_pretty} {time}');
}

/** As `when`, to the second and without the day. */
export function atSecond(instant: Instant): string {
  return date(instant, '{time_secs}');
}

/** How long ago, such as "3 minutes ago": Slack's clients keep it current by themselves, in the reader's language. */
export function ago(instant: Instant): string {
  return date(instant, '{ago}');
}

/** Of what is none of Slack's, such as the id of somebody on a network. */
const LONGEST_ID = 60;

export function user(id: UserId): string {
  return /^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : snippet(id, LONGEST_ID);
}

/** Names a user group in a way that tells its members. */
export function group(id: string): string {
  return /^S[A-Z0-9]+$/.test(id) ? `<!subteam^${id}>` : snippet(id, LONGEST_ID);
}

/** Links a channel. */
export function channel(id: string): string {
  return /^[CG][A-Z0-9]+$/.test(id) ? `<#${id}>` : snippet(id, LONGEST_ID);
}

/** The label as a link to a message of ours; the label alone while the message is not there. */
export function cardLink(ctx: ViewContext, message: SlackMessage | null, label: string): string {
  if (message === null) return escapeMrkdwn(label);
  const path = `archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return link(`${ctx.workspaceUrl}${path}`, label);
}

/** The label as a link; the label alone where the address is not a plain web address. */
export function link(url: string, label: string, max?: number): string {
  const safe = webAddress(url, max);
  // In the address `|` would end it; the other characters that Slack reads are encoded by the URL parser.
  return safe === null
    ? escapeMrkdwn(label)
    : `<${safe.replaceAll('&', '&amp;')}|${escapeMrkdwn(label).replaceAll('|', '¦')}>`;
}

/** An address that Slack accepts in a link, a button or an image: https (or http to this machine), of bounded length. */
export function webAddress(url: string, max = 400): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const href = parsed.href.replace(/[|<>"\s]/g, encodeURIComponent);
  return href.length > max ? null : href;
}

/**
 * A colleague's message from Slack, whose text is `mrkdwn` already, for showing it again: names stay, calls to a whole
 * channel become words, and formatting can't leave its quote.
 */
export function fromSlack(text: string): string {
  return text
    .split(/(<[^<>]*>)/)
    .map((part) =>
      part.startsWith('<') && part.endsWith('>') ? control(part.slice(1, -1)) : escapeMrkdwn(decode(part)),
    )
    .join('');
}

function control(inside: string): string {
  const [target = '', label] = inside.split('|');
  if (/^@[UW][A-Z0-9]+$/.test(target) || /^#[CG][A-Z0-9]+$/.test(target)) return `<${target}>`;
  if (target.startsWith('!')) return escapeMrkdwn(decode(label ?? target.replace(/^!/, '@')));
  return escapeMrkdwn(decode(label === undefined || label === target ? target : `${label} (${target})`));
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function date(instant: Instant, format: string): string {
  return `<!date^${Math.floor(Date.parse(instant) / 1_000)}^${format}|${instant}>`;
}

function escapedLength(grapheme: string): number {
  let length = 0;
  for (let i = 0; i < grapheme.length; i += 1) length += ENTITIES[grapheme.charAt(i)]?.length ?? 1;
  return length;
}

/** A full stop before the dots would make four. */
const BEFORE_ELLIPSIS = /[\s.,;:…]+$/;

function shortenBy(text: string, max: number, cost: (grapheme: string) => number): string {
  let whole = 0;
  let kept = '';
  let keptAll = true;
  // Every character costs at least its units, so that no more of them matters; and the segmenter copies its whole text for
  // each character that it hands out.
  const room = text.slice(0, Math.max(0, max) + 1);
  for (const { segment } of graphemes.segment(room)) {
    whole += cost(segment);
    if (whole > max) return max < 1 ? '' : `${kept.replace(BEFORE_ELLIPSIS, '')}${ELLIPSIS}`;
    if (keptAll && whole <= max - 1) kept += segment;
    else keptAll = false;
  }
  return text;
}
