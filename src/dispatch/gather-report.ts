import { type Clock, wait } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { Period } from '../desk/period.ts';
import { type Measured, measure, mentionsOf, promisesIn, type Report, reportFrom } from '../desk/report.ts';
import type { Store } from '../store/index.ts';

interface GatherDeps {
  readonly store: Store;
  readonly desk: () => Desk;
  readonly clock: Clock;
}

const BATCH = 250;

/** The report of a period from what is in the store, in batches: a year of it must not keep a press waiting. */
export async function gatherReport(period: Period, { store, desk, clock }: GatherDeps): Promise<Report> {
  const rules = desk();
  const all = await store.list('mention');
  const mentions = mentionsOf(all, period, rules);
  const measured: Measured[] = [];
  for (const mention of mentions) {
    measured.push(measure(mention, rules));
    if (measured.length % BATCH === 0) await wait(clock, 0);
  }
  return reportFrom(measured, promisesIn(all, period, rules), period, rules);
}
