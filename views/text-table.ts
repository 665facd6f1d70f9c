import type { RichTextBlock } from '@slack/types';
import { shorten, visible } from './text.ts';

const LONGEST_CELL = 60;

/**
 * A table in even letters, the first column to the left and figures to the right: every client shows it, Slack refuses it
 * never, and a message may have several (of its own `table` blocks it takes one). Cells are words of ours and the team's own
 * topics; a long one is cut.
 */
export function textTable(table: readonly (readonly string[])[]): RichTextBlock {
  const rows = table.map((row) => row.map((cell) => shorten(visible(cell).replace(/\s+/g, ' '), LONGEST_CELL)));
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        return column === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  const text = { type: 'text', text: lines.join('\n') } as const;
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [text] }] };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function lengthOf(cell: string): number {
  return Array.from(letters.segment(cell)).length;
}
