import type { Instant } from '../src/desk/instant.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import type { Message } from './message.ts';
import { when } from './text.ts';

/** Nothing can be saved: what that means for everybody. @param code of the store's fault */
export function cantSaveLine(since: Instant, code: string, { words: { outage } }: ViewContext): Message {
  const why = code === 'disk-full' ? outage.full : code === 'read-only' ? outage.readOnly : outage.failed;
  const text = outage.cantSave(when(since), why);
  return { text, blocks: [section(`🛑 ${text}`)] };
}

/** In its place, when it is over. */
export function savesAgainLine(since: Instant, until: Instant, { words: { outage } }: ViewContext): Message {
  const text = outage.savesAgain(when(since), when(until));
  return { text, blocks: [section(`✅ ${text}`)] };
}
