import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { KINDS, type Kind, type Mention, NEW_ESCALATION } from '../../src/desk/mention.ts';
import { mentionsOf, reportOf } from '../../src/desk/report.ts';
import { ANNA, aDesk, aMention, aPost, aPublication, BEN, instant } from './examples.ts';

const DESK = aDesk();
const WEEK = { from: '2026-11-18', to: '2026-11-24' };
let next = 0;

/** A mention that came in then, and was answered then. */
function came(
  at: string,
  answeredAt: string | null = null,
  more: { kind?: Kind; network?: string; by?: string } = {},
): Mention {
  const { kind = 'complaint', network = 'x', by = ANNA } = more;
  next += 1;
  const mention = aMention({ kind }, DESK, { network, post: aPost({ id: String(next), at: instant(at) }) });
  if (answeredAt === null) return mention;
  const post = { id: `9${next}`, url: 'https://x.com/us/status/9', at: instant(answeredAt) };
  const clocks = mention.clocks.map((clock) => ({ ...clock, stopped: { at: post.at, publication: 'p1' } }));
  return { ...mention, clocks, status: 'answered', publications: [aPublication({ by, post })] };
}

describe('a report', () => {
  it('counts what came in on each local day, by kind, and by the local hour', () => {
    const report = reportOf(
      [
        came('2026-11-17T23:59'),
        came('2026-11-18T00:10'),
        came('2026-11-18T09:15', null, { kind: 'praise' }),
        came('2026-11-24T23:50', null, { kind: 'question' }),
        came('2026-11-25T00:00'),
      ],
      WEEK,
      DESK,
    );
    expect(report.days).toHaveLength(7);
    expect(report.days[0]).toEqual({ day: '2026-11-18', counts: { complaint: 1, question: 0, praise: 1, other: 0 } });
    expect(report.days[6]).toEqual({ day: '2026-11-24', counts: { complaint: 0, question: 1, praise: 0, other: 0 } });
    expect(report.hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []))).toEqual([
      [0, 1],
      [9, 1],
      [23, 1],
    ]);
    expect(report.all.mentions).toBe(3);
  });

  it('tells the first answer in office time and in the customer’s own, the middle and nine of ten', () => {
    // Saturday 19:50, answered on Monday 8:10: 20 minutes of office time, 36 hours 20 minutes of the customer's.
    const { all } = reportOf(
      [came('2026-11-21T19:50', '2026-11-23T08:10'), came('2026-11-24T10:00', '2026-11-24T10:10')],
      WEEK,
      DESK,
    );
    expect(all.office).toEqual({ median: 15, p90: 19 });
    expect(all.real).toEqual({ median: 1095, p90: 1963 });
  });

  it('tells which share got any answer, and which share of promises was kept', () => {
    const late = came('2026-11-23T10:00');
    const broken = { ...late, clocks: late.clocks.map((clock) => ({ ...clock, late: true })) };
    const { all } = reportOf(
      [
        came('2026-11-23T10:00', '2026-11-23T10:30'),
        came('2026-11-23T10:00', '2026-11-23T11:30'),
        broken,
        came('2026-11-24T10:00', null, { kind: 'praise' }),
      ],
      WEEK,
      DESK,
    );
    expect(all).toMatchObject({ mentions: 4, answered: 2, answeredShare: 0.5, kept: 1, promised: 3 });
    expect(all.keptShare).toBeCloseTo(1 / 3);
  });

  it('has figures for each network', () => {
    const { networks } = reportOf(
      [came('2026-11-23T10:00', '2026-11-23T10:30'), came('2026-11-23T10:00', null, { network: 'bluesky' })],
      WEEK,
      DESK,
    );
    expect(networks.map(({ network, figures }) => [network, figures.mentions, figures.answeredShare])).toEqual([
      ['bluesky', 1, 0],
      ['x', 1, 1],
    ]);
  });

  it('of nothing has no shares and no times', () => {
    expect(reportOf([], WEEK, DESK)).toMatchObject({
      all: { mentions: 0, answeredShare: null, office: null, real: null, keptShare: null },
      networks: [],
    });
  });

  it('names nobody of the staff unless names are on', () => {
    const mentions = [
      came('2026-11-23T10:00', '2026-11-23T10:30', { by: BEN }),
      came('2026-11-23T11:00', '2026-11-23T11:30', { by: BEN }),
      came('2026-11-23T12:00', '2026-11-23T12:30'),
    ];
    const silent = reportOf(mentions, WEEK, DESK);
    expect(silent.people).toBeNull();
    expect(JSON.stringify(silent)).not.toMatch(new RegExp(`${ANNA}|${BEN}`));
    expect(reportOf(mentions, WEEK, { ...DESK, staffNames: true }).people).toEqual([
      { user: BEN, answers: 2 },
      { user: ANNA, answers: 1 },
    ]);
  });

  test('counts each mention of its period once in every figure', () => {
    const at = fc
      .integer({ min: 0, max: 10 * 24 * 60 })
      .map((minutes) => new Date(Date.parse(instant('2026-11-16T00:00')) + minutes * 60_000));
    const any = fc.tuple(at, fc.constantFrom(...KINDS), fc.constantFrom('x', 'bluesky'));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (all) => {
        const mentions = all.map(([when, kind, network], index) =>
          aMention({ kind }, DESK, { network, post: aPost({ id: String(index), at: when.toISOString() }) }),
        );
        const report = reportOf(mentions, WEEK, DESK);
        const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
        const { length } = mentionsOf(mentions, WEEK, DESK);
        expect(report.all.mentions).toBe(length);
        expect(sum(report.hours)).toBe(length);
        expect(sum(report.days.flatMap(({ counts }) => KINDS.map((kind) => counts[kind])))).toBe(length);
        expect(sum(report.networks.map(({ figures }) => figures.mentions))).toBe(length);
      }),
    );
  });
});

describe('by topic', () => {
  it('a mention counts in each of its own; the settings’ spelling is shown, the most frequent first', () => {
    const desk = aDesk({ topics: ['Billing', 'Unused'] });
    const answered = { ...came('2026-11-24T10:00', '2026-11-24T10:10'), topics: ['billing', 'Tariff'] };
    const waiting = { ...came('2026-11-24T11:00'), topics: ['BILLING'] };
    const { topics } = reportOf([answered, waiting, came('2026-11-24T12:00')], WEEK, desk);
    expect(topics).toMatchObject([
      { topic: 'Billing', figures: { mentions: 2, answered: 1, keptShare: 1, office: { median: 10 } } },
      { topic: 'Tariff', figures: { mentions: 1, answered: 1 } },
    ]);
  });
});

describe('questions inside the company', () => {
  it('are counted with what became of them, and how long an answer took in office time', () => {
    const asked = { ...NEW_ESCALATION, id: 'e1', to: { type: 'user', id: BEN }, by: ANNA, reason: '' } as const;
    const end = (how: 'answered' | 'sent-back', local: string) =>
      ({ how, by: BEN, at: instant(local), reason: null }) as const;
    const at = instant('2026-11-23T19:50');
    const busy = {
      ...came('2026-11-24T10:00'),
      escalations: [
        { ...asked, at, ended: end('answered', '2026-11-24T08:10') },
        { ...asked, at, ended: end('sent-back', '2026-11-24T08:30') },
        { ...asked, at },
      ],
    };
    expect(reportOf([busy, came('2026-11-24T11:00')], WEEK, DESK).all.escalations).toEqual({
      asked: 3,
      answered: 1,
      sentBack: 1,
      medianMinutes: 20,
    });
  });
});
