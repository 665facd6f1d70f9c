import type { Silence } from '../src/desk/silence.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import type { Message } from './message.ts';
import { snippet, when } from './text.ts';

/** That something is not heard any more, that it is again, or both in one line where Slack could not be told before. */
export function silenceLine(silence: Silence, ctx: ViewContext): Message {
  const { words } = ctx;
  const { of, ended } = silence;
  const network = of.type === 'network' ? networkName(of.network) : null;
  if (ended === null) return began(silence, network, ctx);
  const [since, at] = [when(silence.since), when(ended.at)];
  if (network === null) {
    const head = silence.isTold ? words.silence.socket.over(at) : words.silence.socket.both(since, at);
    const text = `${head}. ${words.silence.socket.pressAgain}`;
    return { text, blocks: [section(`✅ ${text}`)] };
  }
  const head = silence.isTold
    ? words.silence.network.over(network, at)
    : words.silence.network.both(network, since, at);
  const text = `${head}; ${ended.isCut ? words.silence.cut(network) : words.silence.nothingLost}`;
  return { text, blocks: [section(`${ended.isCut ? '⚠️' : '✅'} ${text}`)] };
}

function began({ since, why }: Silence, network: string | null, { words }: ViewContext): Message {
  const { silence } = words;
  const at = when(since);
  const text = network === null ? silence.socket.began(at) : silence.network.began(network, at);
  const keepsTrying = network === null ? silence.socket.keepsTrying : silence.network.keepsTrying(network);
  const reason = why === null ? [] : [context(silence.why(snippet(why, 300)))];
  return { text, blocks: [section(`🔇 *${text}*\n${keepsTrying}`), ...reason] };
}
