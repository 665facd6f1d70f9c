import { describe, expect, test } from 'vitest';
import { NEW_SPENDING, SPENDING_ITEMS, type Spending } from '../../src/desk/spending.ts';
import { costsModal, spendingText } from '../../views/costs.ts';
import { faultsOfView } from './limits.ts';
import { context } from './sample.ts';

const items = Object.fromEntries(SPENDING_ITEMS.map((item) => [item, { calls: 9, units: 1_000, micros: 1_234_567 }]));
const spending: Spending = { ...NEW_SPENDING, id: 'x', days: [{ day: '2026-03-03', items }] };

describe.each(['en', 'de'] as const)('costs in %s', (language) => {
  const ctx = context(language);

  test('are a modal that Slack takes, also of nothing', () => {
    for (const capMicros of [null, 5_000_000]) {
      expect(faultsOfView(costsModal([{ spending, capMicros }], ctx))).toEqual([]);
      expect(faultsOfView(costsModal([{ spending: { ...spending, days: [] }, capMicros }], ctx))).toEqual([]);
    }
  });
});

test('a cap is told with what was spent', () => {
  const news = { type: 'spending', change: 'paused', network: 'x', micros: 5_004_000, capMicros: 5_000_000 } as const;
  expect(spendingText(news, context('en'))).toContain('X has cost $5.004 today; the cap is $5.00.');
  expect(spendingText(news, context('de'))).toContain('X hat heute 5,004 $ gekostet; die Grenze ist 5,00 $.');
});
