import type { Report } from '../src/desk/report.ts';
import type { ViewContext } from './context.ts';

const MOST_WAYS = 3;

/** How often staff overruled triage, and which way most; null where it proposed nothing. */
export function triageLine({ triage }: Report, share: string, ctx: ViewContext): string | null {
  const { report: words } = ctx.words;
  if (triage.proposed === 0) return null;
  if (triage.overruled === 0) return words.overruledNever(triage.proposed);
  const ways = triage.ways
    .slice(0, MOST_WAYS)
    .map(({ from, to, count }) => words.overruledWay(words.kind[from], words.kind[to], count));
  return `${words.overruled(triage.overruled, triage.proposed, share)} ${ways.join(', ')}.`;
}
