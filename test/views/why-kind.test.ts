import { describe, expect, test } from 'vitest';
import { card } from '../../views/card.ts';
import { whyKind } from '../../views/why-kind.ts';
import { shownText } from './limits.ts';
import { context, mention } from './sample.ts';

const told = mention({ reasons: ['still waiting', 'third time'] });

describe('why a mention counts as what it does', () => {
  test('is on its card, in the words of the customer', () => {
    expect(shownText(card(told, context()))).toContain('Complaint: “still waiting”, “third time”');
    expect(shownText(card(told, context('de')))).toContain('Beschwerde: „still waiting“, „third time“');
  });

  test('is nothing where triage only guessed, and once it is settled', () => {
    expect(whyKind(mention({ reasons: [] }), context())).toBeNull();
    expect(whyKind({ ...told, kind: 'other' }, context())).toBeNull();
    expect(whyKind({ ...told, status: 'answered' }, context())).toBeNull();
  });

  test('is who said so after a correction, or the team’s rule, not words that no longer count', () => {
    expect(whyKind({ ...told, kindBy: 'UANNA' }, context())).toBe('Kind set by <@UANNA>');
    expect(whyKind({ ...told, kindBy: 'rule' }, context('de'))).toBe('Art festgelegt durch eine Regel des Teams');
  });

  test('can’t ping, link or fill the card', () => {
    const text = whyKind({ ...told, reasons: ['<!channel>', `*${'x'.repeat(200)}*`] }, context()) ?? '';
    expect(text).not.toContain('<!channel>');
    expect(text.length).toBeLessThan(120);
  });
});
