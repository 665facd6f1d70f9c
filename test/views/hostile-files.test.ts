import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../commands/csv.ts';
import { textOfFault } from '../../commands/fault-words.ts';
import { auditLines } from '../../src/desk/audit.ts';
import { CallFault } from '../../src/desk/fault.ts';
import { exportHeading, exportLine } from '../../views/export.ts';
import { auditHeading, auditRow } from '../../views/history-export.ts';
import { placeFaultText, refusalText, settingsFaultText } from '../../views/refusal.ts';
import { periodFaultText } from '../../views/report.ts';
import { timeline } from '../../views/timeline.ts';
import { CORPUS, CORPUS_TEXTS } from '../hostile-corpus.ts';
import { readCsv } from '../read-csv.ts';
import { hostileText } from './hostile.ts';
import { faultsOf } from './oracle.ts';
import { minutesFromNow, NOW } from './sample.ts';
import { hostileContext, worldOf } from './surfaces.ts';

const AT = NOW.toISOString();
/** Spreadsheets drop what stands before in such a cell. */
const FORMULA = /^["'\s\uFEFF]*[=+\-@＝＋－＠]/u;
const word = fc.oneof(fc.constantFrom(...CORPUS_TEXTS), hostileText);
const pause = async () => {};

async function table(heading: readonly string[], lines: readonly string[][], delimiter: string): Promise<string[][]> {
  const bytes = await csvOf(heading, lines, { delimiter, pause });
  return readCsv(new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes), delimiter);
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test('no cell of any column of an export becomes a formula, and every line has every column', async () => {
    await fc.assert(
      fc.asyncProperty(word, async (text) => {
        const ctx = { ...hostileContext(text, language), now: NOW };
        const named = { ...ctx, desk: { ...ctx.desk, staffNames: true } };
        const world = worldOf(text, named);
        const heading = exportHeading(named);
        const hostile = world.customers.map((one) => ({ ...one, owner: text, lang: one.lang }));
        const rows = await table(
          heading,
          hostile.map((one) => exportLine(one, named)),
          ctx.words.csv.delimiter,
        );
        expect(rows).toHaveLength(1 + world.customers.length);
        for (const row of rows) expect(row).toHaveLength(heading.length);
        // Negative and positive numbers of our own there are none: whatever begins so is somebody's.
        expect(rows.flat().filter((cell) => FORMULA.test(cell) && !cell.startsWith("'"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('nor does one of the account of who did what', async () => {
    await fc.assert(
      fc.asyncProperty(word, async (text) => {
        const ctx = hostileContext(text, language);
        const world = worldOf(text, ctx);
        const all = [...world.customers, world.outage, world.desk];
        const lines = auditLines(all, { from: '2026-01-01', to: '2026-12-31' }, 'Europe/Berlin');
        const names = new Map([['UANNA', text]]);
        const heading = auditHeading(ctx);
        const rows = await table(
          heading,
          lines.map((line) => auditRow(line, names, ctx)),
          ctx.words.csv.delimiter,
        );
        expect(rows).toHaveLength(1 + lines.length);
        for (const row of rows) expect(row).toHaveLength(heading.length);
        expect(rows.flat().filter((cell) => FORMULA.test(cell) && !cell.startsWith("'"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a timeline links, calls and formats nothing of anybody’s, and keeps its table', () => {
    fc.assert(
      fc.property(word, (text) => {
        const ctx = hostileContext(text, language);
        const { over, customers } = worldOf(text, ctx);
        const file = timeline(over, customers, new Map([['UANNA', text]]), ctx);
        expect(file).not.toMatch(/\p{Surrogate}|(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B]/u);
        expect(file).not.toMatch(/(?<!\\)<(?!https:\/\/x\.com)/);
        expect(file).not.toMatch(/(?<![\\!])\[[^\]\\]*\]\(/);
        for (const row of file.split('\n').filter((line) => line.startsWith('| #')))
          expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
      }),
      { numRuns: 80 },
    );
  });

  test.each(Object.keys(CORPUS))('what one person is told of "%s" is harmless', (what) => {
    const text = CORPUS[what] ?? '';
    const ctx = hostileContext(text, language);
    const told = [
      refusalText({ reason: 'answered-meanwhile', by: text, at: AT, text }, ctx),
      refusalText({ reason: 'edited-meanwhile', was: text, text }, ctx),
      refusalText({ reason: 'unsuitable-text', why: 'custom-emoji', what: text }, ctx),
      refusalText({ reason: 'topic-too-long', what: text, limit: 40 }, ctx),
      refusalText({ reason: 'paused', by: text, at: minutesFromNow(-1) }, ctx),
      settingsFaultText({ at: text, code: 'date', what: text }, ctx),
      placeFaultText({ field: 'country', value: text, known: ['DE'] }, ctx),
      periodFaultText({ fault: 'unreadable', what: text }, 'report', ctx),
      textOfFault(new CallFault({ act: 'give-up', code: 'slack-refused', why: text }), ctx.words),
    ];
    expect(told.flatMap(faultsOf)).toEqual([]);
    for (const one of told) expect(one.length).toBeLessThan(4_000);
  });
});
