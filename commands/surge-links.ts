import type { Mention } from '../src/desk/mention.ts';
import { channelRef } from '../src/desk/ref.ts';
import type { Surge } from '../src/desk/surge.ts';
import type { ExplainedSurge } from '../src/desk/surge-press.ts';
import { explainedBy } from '../src/desk/surge-watch.ts';
import type { Tools } from './tools.ts';

/** A surge, with the complaints that an incident is to explain; null when there is none under this id. */
export async function surgeOf(id: string | undefined, tools: Tools): Promise<ExplainedSurge | null> {
  const channel = id === undefined ? undefined : await tools.store.read(channelRef(tools.channel));
  const one = channel?.surges.find((known) => known.id === id);
  if (one === undefined) return null;
  return {
    channel: tools.channel,
    id: one.id,
    mentions: (await explainedMentions(tools, one)).map((mention) => mention.id),
  };
}

/** What an incident is to explain of it, as far as nobody linked it yet. */
export async function explainedMentions(tools: Tools, one: Surge): Promise<readonly Mention[]> {
  return explainedBy(one, await tools.store.list('mention'), tools.clock.now());
}
