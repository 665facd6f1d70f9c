import { stringify } from 'csv-stringify/sync';

/** What makes a spreadsheet take a cell for a formula; the wide forms too, which some read as the narrow ones. */
const TRIGGER = '[=+\\-@\\t\\r＝＋－＠]';
/** A program that takes another character for the end of a cell (Excel: `;` or `,` by country) sees a cell begin here. */
const AFTER_A_BREAK = new RegExp(`([,;\\t\\r\\n]["']*)(?=${TRIGGER})`, 'gu');
/** What stands in front hides a formula from whoever looks at the first character only, as csv-stringify does. */
const HIDDEN_AT_START = new RegExp(`^(?=["'\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}]+${TRIGGER})`, 'u');

export interface CsvOptions {
  readonly delimiter: string;
  /** Called between batches: lets the app do what is waiting. */
  readonly pause: () => Promise<void>;
}

const BATCH = 250;
const BOM = '\uFEFF';

/**
 * A CSV by RFC 4180, with a byte order mark, so that Excel reads umlauts. No cell can become a formula, whoever wrote it:
 * https://owasp.org/www-community/attacks/CSV_Injection
 * @param lines are drawn batch by batch, with a pause after each
 */
export async function csvOf(
  heading: readonly string[],
  lines: Iterable<readonly string[]>,
  { delimiter, pause }: CsvOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const format = (batch: readonly (readonly string[])[]) =>
    encoder.encode(
      stringify(
        batch.map((line) => line.map(harmless)),
        { delimiter, record_delimiter: 'windows', quoted: true, escape_formulas: true },
      ),
    );
  const parts = [encoder.encode(BOM), format([heading])];
  let batch: (readonly string[])[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    parts.push(format(batch));
    batch = [];
    await pause();
  }
  if (batch.length > 0) parts.push(format(batch));
  return joined(parts);
}

/** The cell with a `'` wherever some spreadsheet would begin a formula, but for the first character. */
function harmless(cell: string): string {
  return cell.replace(AFTER_A_BREAK, "$1'").replace(HIDDEN_AT_START, "'");
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
