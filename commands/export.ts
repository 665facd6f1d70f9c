import { wait } from '../src/clock.ts';
import type { Mention } from '../src/desk/mention.ts';
import { isPeriodFault, type Period, parsePeriod } from '../src/desk/period.ts';
import { mentionsOf } from '../src/desk/report.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { exportHeading, exportLine } from '../views/export.ts';
import { periodFaultText, periodText } from '../views/report.ts';
import { csvOf } from './csv.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/**
 * `/mentions export [period]`: what came in, as a file that a spreadsheet opens, for the one who asks. For
 * publishers: a file with everything that customers wrote leaves Slack.
 */
export async function exportCsv(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const ctx = tools.context();
  const period = parsePeriod(asTyped(words), ctx.desk.settings.officeHours.timeZone, ctx.now);
  if (isPeriodFault(period)) return { say: periodFaultText(period, 'export', ctx) };
  const mentions = mentionsOf(await tools.store.list('mention'), period, ctx.desk);
  const { csv } = ctx.words;
  if (mentions.length === 0) return { say: csv.none(periodText(period, ctx)) };
  return {
    say: csv.onItsWay(mentions.length, periodText(period, ctx)),
    afterwards: () => send(press.by, mentions, period, tools),
  };
}

async function send(to: string, mentions: readonly Mention[], period: Period, tools: Tools): Promise<void> {
  const ctx = tools.context();
  const { csv } = ctx.words;
  function* lines() {
    for (const mention of mentions) yield exportLine(mention, ctx);
  }
  const pause = () => wait(tools.clock, 0);
  const bytes = await csvOf(exportHeading(ctx), lines(), { delimiter: csv.delimiter, pause });
  await tools.files.send(to, {
    name: csv.file(period.from, period.to),
    title: csv.title(periodText(period, ctx)),
    comment: csv.comment(mentions.length, periodText(period, ctx)),
    bytes,
  });
}
