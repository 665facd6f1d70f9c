import { EMOJI } from './emoji-shortcodes.ts';
import { withoutHidden } from './hidden-characters.ts';

export interface TextRefusal {
  readonly reason: 'custom-emoji' | 'slack-mention' | 'slack-channel' | 'slack-broadcast' | 'empty';
  /** The part of the text at fault; empty when there is no text. */
  readonly what: string;
}

/** What only Slack understands: https://docs.slack.dev/messaging/formatting-message-text */
const SLACK_ONLY: readonly (readonly [TextRefusal['reason'], RegExp])[] = [
  ['slack-mention', /<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/],
  ['slack-channel', /<#[CGD][A-Z0-9]+(?:\|[^<>]*)?>/],
  ['slack-broadcast', /<![^<>]+>/],
];

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const LINK = String.raw`<(?<link>(?:https?:\/\/|mailto:|tel:)[^<>|\s]+)(?:\|[^<>]*)?>`;
const ENTITY = '(?<entity>&(?:amp|lt|gt);)';
// The colons within an address belong to it; shortcodes right after it do not.
const ADDRESS = String.raw`(?<address>https?:\/\/[^\s<>]+?)(?=(?::[a-z0-9_+-]+:)*(?:[\s<>]|$))`;
const SHORTCODE = String.raw`:(?<name>[\p{Ll}\p{Lo}\p{M}\p{N}_+-]+):(?::skin-tone-(?<tones>[2-6](?:-[2-6])?):)?`;
const MARKUP = [LINK, ENTITY, ADDRESS, SHORTCODE].join('|');

const LETTER = /\p{L}/u;
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;

/** Who may take a skin tone: of people who hold hands only they, not the joined hands between them. */
const TONABLE = /(?!(?<=\u{200D})\u{1F91D})(\p{Emoji_Modifier_Base})\uFE0F?/gu;
const FIRST_TONE = 0x1f3fb;

/**
 * The one function that text bound for the public passes, once: it decodes Slack's entities and links, turns emoji
 * shortcodes into Unicode and refuses what only Slack understands. All other text stays as it is, but for outer spaces,
 * the kind of its newlines, characters that nobody sees, and Unicode's composed form (NFC), in which X counts it.
 */
export function toPublicText(raw: string): { readonly text: string } | { readonly refused: TextRefusal } {
  const typed = withoutHidden(raw.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'));
  const decoded = decode(typed);
  const text = decoded.text.normalize('NFC').trim();
  const refused = slackOnly(typed) ?? decoded.refused ?? slackOnly(text) ?? emptiness(text);
  return refused === null ? { text } : { refused };
}

function decode(typed: string): { readonly text: string; readonly refused: TextRefusal | null } {
  const markup = new RegExp(MARKUP, 'gu');
  let text = '';
  let done = 0;
  let emojiEnd = 0;
  for (let match = markup.exec(typed); match !== null; match = markup.exec(typed)) {
    const { link, entity, address, name, tones } = match.groups ?? {};
    text += typed.slice(done, match.index);
    done = markup.lastIndex;
    if (name === undefined) {
      text += entity === undefined ? plainAddress(link ?? address ?? '') : (ENTITIES[entity] ?? entity);
      continue;
    }
    const emoji = EMOJI.get(name) ?? null;
    const left = match.index === emojiEnd ? '' : typed.slice(Math.max(0, match.index - 2), match.index);
    if (!isMeantAsEmoji(name, emoji !== null, left, typed.slice(done, done + 2))) {
      // Its last colon may begin the next shortcode.
      text += ':';
      done = match.index + 1;
      markup.lastIndex = done;
    } else if (emoji === null) {
      return { text, refused: { reason: 'custom-emoji', what: `:${name}:` } };
    } else {
      text += toned(emoji, tones);
      emojiEnd = done;
    }
  }
  return { text: text + typed.slice(done), refused: null };
}

function plainAddress(link: string): string {
  return link.replace(/^(?:mailto|tel):/, '').replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Tells `:wave:` from the colons of `10:30:15`, `a:b:c` and `std::vector::size`. */
function isMeantAsEmoji(name: string, isKnown: boolean, left: string, right: string): boolean {
  if (left.endsWith(':')) return false;
  if (!isKnown && !LETTER.test(name)) return false;
  if (!WORD_BEFORE.test(left)) return true;
  const isLong = name.length >= 3 && LETTER.test(name);
  return isLong && (isKnown || !WORD_AFTER.test(right));
}

/** `tones` as Slack writes them: `3`, or `2-5` for two people; 2 is the lightest. */
function toned(emoji: string, tones: string | undefined): string {
  if (tones === undefined) return emoji;
  const marks = tones.split('-').map((tone) => String.fromCodePoint(FIRST_TONE + Number(tone) - 2));
  let person = 0;
  const result = emoji.replace(
    TONABLE,
    (_, base: string) => base + (marks[Math.min(person++, marks.length - 1)] ?? ''),
  );
  return person === 0 ? emoji + marks.join('') : result;
}

function slackOnly(text: string): TextRefusal | null {
  for (const [reason, pattern] of SLACK_ONLY) {
    const found = pattern.exec(text);
    if (found !== null) return { reason, what: found[0] };
  }
  return null;
}

function emptiness(text: string): TextRefusal | null {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text) ? null : { reason: 'empty', what: '' };
}
