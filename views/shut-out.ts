import type { Channel } from '../src/desk/channel.ts';
import type { ShutOutNotice } from '../src/desk/effect.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import type { Message } from './message.ts';
import { channel as channelName, snippet, when } from './text.ts';

/** To whoever runs the team: a channel is shut to us, and what opens it; or that it is open again. Null when it is over. */
export function shutOutNotice(channel: Channel, notice: ShutOutNotice, ctx: ViewContext): Message | null {
  const { shutOut } = ctx.words;
  const where = channelName(channel.id);
  if (notice.type === 'let-in') return shown(`✅ ${shutOut.over(where, when(notice.since))}`);
  if (channel.shutOut === null) return null;
  const { cause, why } = channel.shutOut;
  return shown(`⛔ ${shutOut.for[cause](where, snippet(why, 200))}`);
}

function shown(text: string): Message {
  return { text, blocks: [section(text)] };
}
