import { hear } from './channel-lines.ts';
import { type Decision, decided } from './decision.ts';
import type { News } from './effect.ts';
import { hearPause } from './pause.ts';
import type { Aggregate } from './ref.ts';

/** What one aggregate tells another; the receiver handles each id once. */
export function hearNews(state: Aggregate, id: string, news: News, now: Date): Decision<Aggregate> {
  switch (state.type) {
    case 'channel':
      return hear(state, id, news, now);
    case 'mention':
    case 'incident':
      return news.type === 'paused' || news.type === 'resumed' ? hearPause(state) : decided(state);
    case 'person':
    case 'desk':
    case 'spending':
      return decided(state);
  }
}
