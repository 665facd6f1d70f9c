import { expect, test } from 'vitest';
import { home } from '../../views/home.ts';
import { ACTION } from '../../views/ids.ts';
import { faultsOfView, pressable, shownText } from './limits.ts';
import { context, incident, mention, minutesFromNow, slaClock } from './sample.ts';

const ctx = context();

function waiting(number: number, owner: string | null = null) {
  return mention({ id: `x:${number}`, number, owner, clocks: [slaClock({ startedAt: minutesFromNow(-number) })] });
}

test('the home tab counts, and lists the ten that have waited longest and that nobody has', () => {
  const open = [...Array.from({ length: 12 }, (_, n) => waiting(n + 1)), waiting(500, 'UANNA')];
  const view = home({ open, mine: [waiting(500, 'UANNA')], overdue: [], incidents: [incident()] }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  const text = shownText(view);
  expect(text).toContain('*13* open');
  expect(text).toContain('No mobile data in the north');
  const claims = pressable(view).filter((one) => one.action === ACTION.claim);
  expect(claims).toHaveLength(10);
  expect(claims[0]?.value).toContain('x:12');
  expect(text).toContain('and 2 more');
});

test('an empty home tab is calm', () => {
  const view = home({ open: [], mine: [], overdue: [], incidents: [] }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(shownText(view)).toContain('Nothing waits unclaimed.');
});
