import type { KnownBlock } from '@slack/types';
import type { Home } from '../src/desk/home.ts';
import { MINUTE_MS } from '../src/desk/instant.ts';
import { mrkdwn } from './block.ts';
import type { ViewContext } from './context.ts';

/** Today's numbers, in two columns. */
export function homeFigures(
  { figures, promiseFigures }: Home,
  { words: { home: words, promises, urgency } }: ViewContext,
): KnownBlock[] {
  const { open, answered, arrived, medianMs, keptShare, answeredShare, muted } = figures;
  const cells: [string, string][] = [
    [words.open, words.openValue(open)],
    [words.answered, words.answeredValue(answered)],
    [words.median, medianMs === null ? words.none : lasting(medianMs, words)],
    [words.kept, keptShare === null ? words.none : words.percent(percent(keptShare))],
    ...(promiseFigures.share === null
      ? []
      : [[promises.figure, words.ofAll(percent(promiseFigures.share), promiseFigures.due)] as [string, string]]),
    ...(muted === 0 ? [] : [[urgency.mute.today, String(muted)] as [string, string]]),
    [words.response, answeredShare === null ? words.none : words.ofAll(percent(answeredShare), arrived)],
  ];
  const fields = cells.map(([name, value]) => mrkdwn(`*${name}*\n${value}`));
  return [{ type: 'section', text: mrkdwn(`*${words.today}*`), fields }];
}

/** 100 is all of them and 0 none, whatever rounding would say. */
function percent(share: number): number {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return 99;
  return rounded === 0 && share > 0 ? 1 : rounded;
}

function lasting(ms: number, words: ViewContext['words']['home']): string {
  const minutes = Math.round(ms / MINUTE_MS);
  return minutes < 60 ? words.minutes(Math.max(1, minutes)) : words.hours(Math.floor(minutes / 60), minutes % 60);
}
