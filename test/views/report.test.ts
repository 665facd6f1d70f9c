import { describe, expect, it, test } from 'vitest';
import { checkMessageBlocks } from '../../practice/slack/blocks/check.ts';
import { renderMessage } from '../../practice/slack/index.ts';
import { KINDS, type Mention } from '../../src/desk/mention.ts';
import { daysOf, type Period } from '../../src/desk/period.ts';
import { reportOf } from '../../src/desk/report.ts';
import type { ViewContext } from '../../views/context.ts';
import { ACTION } from '../../views/ids.ts';
import { periodFaultText, type ReportFor, report, reportPlain } from '../../views/report.ts';
import { faultsOfMessage, pressable } from './limits.ts';
import { context, mention, NOW, post, publication } from './sample.ts';

const WEEK = { from: '2026-02-25', to: '2026-03-03' };
const PRIVATE: ReportFor = { isPrivate: true, shownBy: null };

/** Two mentions on each day of a period, one of them answered after 20 minutes. */
function busy(period: Period): Mention[] {
  return daysOf(period).flatMap((day, index) =>
    [9, 15].map((hour) => {
      const at = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
      const kind = KINDS[(index + hour) % 4] ?? 'other';
      const answered = {
        id: '9',
        url: 'https://x.com/us/status/9',
        at: `${day}T${hour === 9 ? '09' : '15'}:20:00.000Z`,
      };
      const publications = hour === 9 ? [publication({ post: answered })] : [];
      return mention({ id: `x:${day}${hour}`, kind, publications, posts: [post({ at })] });
    }),
  );
}

function drawn(period: Period, ctx: ViewContext, to = PRIVATE, mentions = busy(period)) {
  const about = reportOf(mentions, period, ctx.desk);
  return { rich: report(about, to, ctx), plain: reportPlain(about, to, ctx) };
}

const blocksOf = (message: { blocks: readonly { type: string }[] }, type: string) =>
  message.blocks.filter((block) => block.type === type);

function shown(message: ReturnType<typeof report>): string {
  const names = { user: (id: string) => id, userGroup: (id: string) => id, channel: (id: string) => id };
  const blocks = checkMessageBlocks(message.blocks, () => 'b');
  return renderMessage({ text: message.text, blocks, files: [] }, { names, timeZone: 'Europe/Berlin', now: NOW });
}

describe('a report', () => {
  it('draws volume and hours, and has the same figures in tables', () => {
    const { rich } = drawn(WEEK, context());
    expect(shown(rich)).toMatchInlineSnapshot(`
      "# Report 25 Feb 2026 – 3 Mar 2026
      *14 mentions* came in: 3 complaints, 4 questions, 3 praises, 4 others. *50%* got an answer (7). *100%* were answered within the SLA (7 of 7). Half of these had their first answer within *20 min* of office time, *20 min* by their own clock.
      (bar chart: Mentions by day and kind)
      Day         Complaint  Question  Praise  Other  All
      Wed 25 Feb          0         1       0      1    2
      Thu 26 Feb          1         0       1      0    2
      Fri 27 Feb          0         1       0      1    2
      Sat 28 Feb          1         0       1      0    2
      Sun 1 Mar           0         1       0      1    2
      Mon 2 Mar           1         0       1      0    2
      Tue 3 Mar           0         1       0      1    2
                                                  X
      Mentions                                   14
      Got an answer                             50%
      SLA kept                                 100%
      First answer, office time, median      20 min
      … 90th percentile                      20 min
      First answer, customer’s time, median  20 min
      … 90th percentile                      20 min
      (bar chart: When mentions come in)
      Time   Mentions
      00–02         0
      02–04         0
      04–06         0
      06–08         0
      08–10         0
      10–12         7
      12–14         0
      14–16         0
      16–18         7
      18–20         0
      20–22         0
      22–24         0
      Counted are mentions that came in on these days, by the clocks of Europe/Berlin. · No figures about single people of the staff.
      [Show in channel]"
    `);
    expect(blocksOf(rich, 'data_visualization')).toMatchObject([
      {
        title: 'Mentions by day and kind',
        chart: {
          type: 'bar',
          axis_config: { categories: ['25 Feb', '26 Feb', '27 Feb', '28 Feb', '1 Mar', '2 Mar', '3 Mar'] },
        },
      },
      { title: 'When mentions come in', chart: { type: 'bar', series: [{ name: 'Mentions' }] } },
    ]);
  });

  it('in German has German words and numbers', () => {
    expect(shown(drawn(WEEK, context('de')).rich)).toMatchInlineSnapshot(`
      "# Bericht 25.2.2026 – 3.3.2026
      *14 Vorgänge* eingegangen: 3 Beschwerden, 4 Fragen, 3 Lob, 4 Sonstige. *50 %* haben eine Antwort (7). *100 %* innerhalb der SLA-Frist beantwortet (7 von 7). Die Hälfte davon hatte ihre erste Antwort nach *20 Min* Öffnungszeit, nach eigener Uhr nach *20 Min*.
      (bar chart: Vorgänge nach Tag und Art)
      Tag       Beschwerde  Frage  Lob  Sonstige  Alle
      Mi 25.2.           0      1    0         1     2
      Do 26.2.           1      0    1         0     2
      Fr 27.2.           0      1    0         1     2
      Sa 28.2.           1      0    1         0     2
      So 1.3.            0      1    0         1     2
      Mo 2.3.            1      0    1         0     2
      Di 3.3.            0      1    0         1     2
                                                   X
      Vorgänge                                    14
      Beantwortet                               50 %
      SLA eingehalten                          100 %
      Erste Antwort, Öffnungszeit, Median     20 Min
      … 90. Perzentil                         20 Min
      Erste Antwort, Zeit des Kunden, Median  20 Min
      … 90. Perzentil                         20 Min
      (bar chart: Wann Vorgänge eingehen)
      Uhrzeit  Vorgänge
      00–02           0
      02–04           0
      04–06           0
      06–08           0
      08–10           0
      10–12           7
      12–14           0
      14–16           0
      16–18           7
      18–20           0
      20–22           0
      22–24           0
      Gezählt sind Vorgänge, die an diesen Tagen eingegangen sind, nach der Uhr von Europe/Berlin. · Keine Zahlen über Einzelne aus dem Team.
      [Im Kanal zeigen]"
    `);
  });

  it('has the tables alone for a Slack without charts', () => {
    const { rich, plain } = drawn(WEEK, context());
    expect(blocksOf(plain, 'data_visualization')).toEqual([]);
    expect(plain.blocks).toEqual(rich.blocks.filter(({ type }) => type !== 'data_visualization'));
  });

  it('of an empty period says so and draws nothing', () => {
    const { rich } = drawn(WEEK, context(), PRIVATE, []);
    expect(rich.text).toBe('Report 25 Feb 2026 – 3 Mar 2026: No mentions came in.');
    expect(rich.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context', 'actions']);
  });

  it('that is private can be shown; one in the channel says who shows it', () => {
    const { rich } = drawn(WEEK, context());
    expect(pressable(rich)).toMatchObject([{ action: ACTION.showReport, value: '2026-02-25|2026-03-03' }]);
    const inChannel = drawn(WEEK, context(), { isPrivate: false, shownBy: 'UANNA' }).rich;
    expect(pressable(inChannel)).toEqual([]);
    expect(JSON.stringify(inChannel.blocks)).toContain('shown by <@UANNA>');
  });

  it('names who answered only when names are on', () => {
    const ctx = context();
    expect(JSON.stringify(drawn(WEEK, ctx).rich)).not.toContain('UANNA');
    const named = drawn(WEEK, { ...ctx, desk: { ...ctx.desk, staffNames: true } }).rich;
    expect(JSON.stringify(named)).toContain('<@UANNA>: 7 answers');
    expect(JSON.stringify(named)).not.toContain('No figures about single people');
  });

  it('has a column for each network where there are several', () => {
    const mentions = busy(WEEK).map((one, index) => ({ ...one, network: index % 3 === 0 ? 'bluesky' : 'x' }));
    expect(shown(drawn(WEEK, context(), PRIVATE, mentions).rich)).toMatch(
      / {2}All {2}Bluesky +X\nMentions +14 +5 +9\n/,
    );
  });

  test.each(['en', 'de'] as const)('is taken by Slack for every length of period, in %s', (language) => {
    const ctx = context(language);
    for (const from of [
      '2026-03-03',
      '2026-02-12',
      '2026-02-01',
      '2026-01-31',
      '2025-10-21',
      '2025-10-20',
      '2025-03-04',
    ]) {
      const { rich, plain } = drawn({ from, to: '2026-03-03' }, { ...ctx, desk: { ...ctx.desk, staffNames: true } });
      for (const message of [rich, plain]) {
        expect(faultsOfMessage(message)).toEqual([]);
        expect(() => shown(message)).not.toThrow();
      }
    }
  });

  test('of more days than a chart takes is drawn by week, then by month, and loses nothing', () => {
    for (const [from, title] of [
      ['2026-02-12', 'day'],
      ['2026-02-11', 'week'],
      ['2025-10-25', 'week'],
      ['2025-03-04', 'month'],
    ]) {
      const period = { from: from ?? '', to: '2026-03-03' };
      const [volume] = drawn(period, context()).rich.blocks.flatMap((block) =>
        block.type === 'data_visualization' ? [block] : [],
      );
      expect(volume?.title).toBe(`Mentions by ${title} and kind`);
      const sum = volume?.chart.series.flatMap(({ data }) => data).reduce((total, { value }) => total + value, 0);
      expect(sum).toBe(2 * daysOf(period).length);
    }
  });
});

test('a period that nobody understands is answered with an example of the same command', () => {
  const fault = { fault: 'unreadable', what: 'last <!channel>' } as const;
  expect(periodFaultText(fault, 'export', context())).toBe(
    'Earshot does not understand the period “last &lt;!channel&gt;”: write `week`, `month` or two days. For example `/mentions export month` or `/mentions export 2026-11-01–2026-11-14`.',
  );
});
