import { describe, expect, test } from 'vitest';
import { againLine, backlogLine } from '../../views/backlog.ts';
import { shownText } from './limits.ts';
import { context, mention } from './sample.ts';

const ctx = context();

describe('the backlog line', () => {
  test('says how many wait, by kind, why, and where to see them now', () => {
    const shown = backlogLine({ waiting: { complaint: 120, question: 1_190, praise: 0, other: 2 }, since: null }, ctx);
    expect(shown.text).toBe('1,312 mentions wait for their card: 120 complaints, 1,190 questions, 2 others');
    expect(shownText(shown)).toContain('Slack takes about one message a second; `/mentions open` lists them now.');
  });

  test('says when all are caught up', () => {
    expect(
      backlogLine({ waiting: { complaint: 0, question: 0, praise: 0, other: 0 }, since: null }, ctx).text,
    ).toContain('All caught up');
  });
});

describe('the line about customers who wrote again', () => {
  test('links each card', () => {
    const shown = againLine([mention(), mention({ id: 'x:2', number: 43 })], ctx);
    expect(shownText(shown)).toContain('2 customers wrote again');
    expect(shownText(shown)).toContain('|#42> *Jane Doe*: My internet');
    expect(shownText(shown)).toContain('|#43>');
  });

  test('stays one line for many', () => {
    const many = Array.from({ length: 50 }, (_, n) => mention({ id: `x:${n}`, number: n }));
    expect(shownText(againLine(many, ctx))).toContain('and 42 more: `/mentions open`');
  });
});
