import { describe, expect, it } from 'vitest';
import { exportHeading, exportLine } from '../../views/export.ts';
import { context, escalation, mention, minutesFromNow, post, publication, slaClock } from './sample.ts';

const ANSWERED = mention({
  owner: 'UANNA',
  status: 'answered',
  posts: [post(), post({ id: '1002', text: '=HYPERLINK("http://evil.example")', at: minutesFromNow(-10) })],
  clocks: [slaClock({ stopped: { at: minutesFromNow(-5), publication: 'p1' } })],
  publications: [publication({ post: { id: '9', url: 'https://x.com/us/status/9', at: minutesFromNow(-5) } })],
});

/** A line by its headings. */
function row(of = ANSWERED, ctx = context()): Record<string, string> {
  const line = exportLine(of, ctx);
  return Object.fromEntries(exportHeading(ctx).map((heading, index) => [heading, line[index] ?? '']));
}

describe('a line of an export', () => {
  it('has what came in, when it was answered, and both texts', () => {
    expect(row()).toMatchInlineSnapshot(`
      {
        "SLA kept": "yes",
        "author": "jane_doe",
        "came in": "2026-03-03 09:30",
        "came in (ISO)": "2026-03-03T08:30:00.000Z",
        "escalations": "0",
        "escalations answered": "0",
        "escalations sent back": "0",
        "first answer": "2026-03-03 09:55",
        "first answer (ISO)": "2026-03-03T08:55:00.000Z",
        "kind": "Complaint",
        "kind proposed": "",
        "language": "en",
        "minutes to first answer": "25",
        "network": "X",
        "number": "42",
        "office minutes to escalation answer": "",
        "office minutes to first answer": "25",
        "our answers": "Hi Jane, we are on it.",
        "post id": "x:1001",
        "promise kept": "",
        "promised by": "",
        "status": "Answered",
        "text": "My internet has been down since yesterday!

      =HYPERLINK("http://evil.example")",
        "ticket": "",
        "topics": "",
        "url": "https://x.com/jane/status/1001",
      }
    `);
  });

  it('has the topics and the ticket', () => {
    expect(row(mention({ topics: ['Billing', 'Late delivery'], ticket: 'CASE-4711' }))).toMatchObject({
      topics: 'Billing, Late delivery',
      ticket: 'CASE-4711',
    });
  });

  it('has what became of questions inside the company', () => {
    const answered = { how: 'answered', by: 'UBEN', at: minutesFromNow(-4), reason: null } as const;
    const escalations = [escalation({ ended: answered }), escalation({ ended: { ...answered, how: 'sent-back' } })];
    expect(row(mention({ escalations }))).toMatchObject({
      escalations: '2',
      'escalations answered': '1',
      'escalations sent back': '1',
      'office minutes to escalation answer': '6',
    });
  });

  it('in German has German words, and the times of the office', () => {
    expect(row(ANSWERED, context('de'))).toMatchObject({
      Art: 'Beschwerde',
      'SLA eingehalten': 'ja',
      Eingang: '2026-03-03 09:30',
    });
  });

  it('of what nobody has answered has no answer, and no verdict yet', () => {
    expect(row(mention())).toMatchObject({
      'first answer': '',
      'minutes to first answer': '',
      'SLA kept': '',
      'our answers': '',
    });
    expect(row(mention({ clocks: [slaClock({ late: true })] }))['SLA kept']).toBe('no');
  });

  it('names nobody of the staff unless names are on', () => {
    expect(JSON.stringify(row())).not.toContain('UANNA');
    const ctx = context();
    const named = row(ANSWERED, { ...ctx, desk: { ...ctx.desk, staffNames: true } });
    expect(named).toMatchObject({ 'owner (Slack id)': 'UANNA', 'answered by (Slack ids)': 'UANNA' });
  });
});
