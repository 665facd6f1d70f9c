import type { Block } from '../../slack/blocks/layout.ts';

/** Slack's newer table, which the library does not draw yet. */
export function DataTable({ block }: { readonly block: Extract<Block, { type: 'data_table' }> }) {
  const [head = [], ...rows] = block.rows;
  return (
    <div className="kit-table">
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {placed(head).map(([place, words]) => (
              <th key={place} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(wordsOf).join('|')}>
              {placed(row).map(([place, words]) => (
                <td key={place}>{words}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A cell is known by its place alone. */
function placed(row: readonly unknown[]): (readonly [string, string])[] {
  return row.map((cell, column) => [`column ${column}`, wordsOf(cell)]);
}

/** A cell has its words in `text` or `value`, or deeper in a rich text. */
function wordsOf(cell: unknown): string {
  if (typeof cell === 'string' || typeof cell === 'number') return String(cell);
  if (Array.isArray(cell)) return cell.map(wordsOf).join('');
  if (typeof cell !== 'object' || cell === null) return '';
  if ('text' in cell) return wordsOf(cell.text);
  if ('value' in cell) return wordsOf(cell.value);
  return 'elements' in cell ? wordsOf(cell.elements) : '';
}
