/** What a joiner may follow: an emoji, or a letter of a script that needs joiners. */
const JOINABLE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Script=Arabic}|\p{M})$/u;
/** The beginning of a flag such as Scotland's, which goes on with invisible tags. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6}$/u;
/** Seen by nobody, and harmless where somebody writes for the public: soft hyphens, and marks for writing right to left. */
const QUIET = new Set(['\u00AD', '\u061C', '\u200E', '\u200F']);

/**
 * Whether a character that nobody sees (`Default_Ignorable_Code_Point`) may hide something, or turn round what follows.
 * The joiners and selectors of emoji, flags and joining scripts do not.
 * @param before what stands in front of it; sixteen units are enough
 */
export function isHiding(unseen: string, before: string): boolean {
  const code = unseen.codePointAt(0) ?? 0;
  const isVariation = code >= 0xfe00 && code <= 0xfe0f;
  const isJoiner = code === 0x200c || code === 0x200d;
  const isTag = code >= 0xe0020 && code <= 0xe007f;
  return !(isVariation || (isJoiner && JOINABLE.test(before)) || (isTag && FLAG.test(before)));
}

/**
 * A text of ours as whoever wrote it sees it: without characters that nobody sees, which come along when text is pasted,
 * without control characters and halves of characters. Lines, soft hyphens, family emoji and flags stay.
 */
export function withoutHidden(text: string): string {
  return text
    .replace(/\p{Surrogate}|(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, (unseen, offset: number, whole: string) => {
      if (QUIET.has(unseen)) return unseen;
      return isHiding(unseen, whole.slice(Math.max(0, offset - 16), offset)) ? '' : unseen;
    });
}
