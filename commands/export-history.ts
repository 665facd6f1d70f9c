import { wait } from '../src/clock.ts';
import { type AuditLine, auditLines } from '../src/desk/audit.ts';
import { isPeriodFault, type Period, parsePeriod } from '../src/desk/period.ts';
import { DESK } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { auditHeading, auditRow } from '../views/history-export.ts';
import { periodFaultText, periodText } from '../views/report.ts';
import { csvOf } from './csv.ts';
import type { Reply, SlackPress } from './handler.ts';
import { staffNames } from './staff-names.ts';
import type { Tools } from './tools.ts';

const HISTORY = /^\s*(?:history|verlauf)\b\s*/i;

/** Whether `/mentions export` asks for the account of who did what. */
export function asksForHistory(words: string): boolean {
  return HISTORY.test(words);
}

/**
 * `/mentions export history [period]`: a line for each line of the histories of mentions, incidents and settings. For
 * leads, and with names whatever reports may name: it is for accountability.
 */
export async function exportHistory(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const ctx = tools.context();
  const { timeZone } = ctx.desk.settings.officeHours;
  const period = parsePeriod(asTyped(words.replace(HISTORY, '')), timeZone, ctx.now);
  if (isPeriodFault(period)) return { say: periodFaultText(period, 'export', ctx) };
  const [mentions, incidents, desk] = await Promise.all([
    tools.store.list('mention'),
    tools.store.list('incident'),
    tools.store.read(DESK),
  ]);
  const lines = auditLines([...mentions, ...incidents, ...(desk === undefined ? [] : [desk])], period, timeZone);
  const { audit } = ctx.words;
  if (lines.length === 0) return { say: audit.none(periodText(period, ctx)) };
  return {
    say: audit.onItsWay(lines.length, periodText(period, ctx)),
    afterwards: () => send(press.by, lines, period, tools),
  };
}

async function send(to: string, all: readonly AuditLine[], period: Period, tools: Tools): Promise<void> {
  const ctx = tools.context();
  const names = await staffNames(
    all.flatMap(({ entry: { by, whom = by } }) => [by, whom]),
    tools,
  );
  const { audit, csv } = ctx.words;
  function* rows() {
    for (const line of all) yield auditRow(line, names, ctx);
  }
  const pause = () => wait(tools.clock, 0);
  const bytes = await csvOf(auditHeading(ctx), rows(), { delimiter: csv.delimiter, pause });
  await tools.files.send(to, {
    name: audit.file(period.from, period.to),
    title: audit.title(periodText(period, ctx)),
    comment: audit.comment(all.length, periodText(period, ctx)),
    bytes,
  });
}
