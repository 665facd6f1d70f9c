import { visible } from './text.ts';

/** What CommonMark and GitHub read as formatting, a link, a call to somebody or HTML: https://spec.commonmark.org/0.31.2 */
const FORMATTING = /[\\`*_[\]<>#|~&@$]|:(?=\/\/)|(?<=\bwww)\./g;
/** What makes a list, a heading or a rule at the beginning of a line. */
const AT_START = /^(\s*)([-+=]|\d{1,9}(?=[.)]))/gm;

/** Somebody else's text for use in Markdown: can't format, link, call anybody or break a table. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(FORMATTING, (char) => `\\${char}`)
    .replace(AT_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** The same in one line, for a cell or behind a label. */
export function markdownLine(text: string): string {
  return escapeMarkdown(visible(text).replace(/\s+/g, ' ').trim());
}

/** The same as a quotation. */
export function markdownQuote(text: string): string {
  return escapeMarkdown(text.trim())
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** A table; the cells are Markdown already. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
