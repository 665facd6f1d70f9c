import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvOf } from '../../commands/csv.ts';
import { readCsv as read } from '../read-csv.ts';

const pause = async () => {};
/** Spreadsheets drop what stands before in such a cell. */
const FORMULA = /^[\t\r\n]*[=+\-@＝＋－＠]/u;

async function written(lines: string[][], delimiter: string): Promise<string> {
  const bytes = await csvOf(['first', 'second'], lines, { delimiter, pause });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Texts made of what is dangerous, and of harmless words. */
const piece = fc.oneof(
  fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\r\n', ',', ';', '"', "'", ' ', '＝', '|', '!', 'ä', '😀'),
  fc.constantFrom('=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0", 'Guten Tag', '12', 'm@il'),
);
const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const table = fc.array(fc.tuple(cell, cell), { maxLength: 6 }).map((rows) => rows.map((row) => [...row]));
const delimiters = fc.constantFrom(',', ';');

const unmarked = (text: string) => text.replaceAll("'", '');

describe('a CSV', () => {
  it('has a byte order mark, a heading, quotes doubled, and lines that end as RFC 4180 wants', async () => {
    expect(await written([['Müller; "Kunde"', 'a, b\nc']], ';')).toBe(
      '\uFEFF"first";"second"\r\n"Müller; ""Kunde""";"a, b\nc"\r\n',
    );
  });

  it.each([
    '=1+1',
    '+49 30',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '"=1',
    ' =1',
    '\n=1',
    "'=1",
    '\uFEFF=1',
    '\u00A0=1',
    '\u200B=1',
    '\u202E=1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('makes %j a text', async (formula) => {
    const [, [, second] = []] = read(await written([['1', formula]], ';'), ';');
    expect(second).toMatch(/^'/);
    expect(unmarked(second ?? '')).toBe(unmarked(formula));
  });

  it('leaves what is harmless as it is', async () => {
    const rows = [
      ['Hallo @NordfunkHilft, 3-4 Tage = zu lang', 'https://x.com/a?b=c'],
      ['', 'Zeile\nZeile'],
    ];
    expect(read(await written(rows, ','), ',').slice(1)).toEqual(rows);
  });

  test('is read back with the same cells, beside the marks', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, async (rows, delimiter) => {
        const back = read(await written(rows, delimiter), delimiter).slice(1);
        expect(back.map((row) => row.map(unmarked))).toEqual(rows.map((row) => row.map(unmarked)));
      }),
      { numRuns: 500 },
    );
  });

  test('has no cell that becomes a formula, whatever a customer wrote and whichever delimiter the reader expects', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, fc.constantFrom(',', ';', '\t'), async (rows, delimiter, expected) => {
        const cells = read(await written(rows, delimiter), expected).flat();
        expect(cells.filter((one) => FORMULA.test(one))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets the app do other things between batches, and draws lines no sooner than it needs them', async () => {
    let drawn = 0;
    const drawnAtPause: number[] = [];
    function* lines() {
      for (; drawn < 1_000; drawn += 1) yield [String(drawn), ''];
    }
    await csvOf(['a', 'b'], lines(), { delimiter: ',', pause: async () => void drawnAtPause.push(drawn) });
    expect(drawnAtPause.length).toBeGreaterThan(2);
    expect(drawnAtPause[0]).toBeLessThan(500);
  });
});
