import { ELSEWHERE } from '../src/desk/history.ts';
import type { Instant, UserId } from '../src/desk/instant.ts';
import type { Publication } from '../src/desk/publication.ts';
import type { ViewContext } from './context.ts';
import { duration, networkName, since } from './facts.ts';
import { user, when } from './text.ts';

/** Who wrote a public text of ours, as part of a sentence. */
export function answerer(by: UserId, network: string, ctx: ViewContext): string {
  return by === ELSEWHERE ? ctx.words.listening.somebody(networkName(network)) : user(by);
}

/** The same for a list of names. */
export function answererName(by: UserId, network: string, ctx: ViewContext): string {
  return by === ELSEWHERE ? ctx.words.listening.directly(networkName(network)) : by;
}

/** Who answered and when, for a card that is settled. */
export function answeredLine({ by, post, pressedAt }: Publication, network: string, ctx: ViewContext): string {
  const at = when(post?.at ?? pressedAt);
  return by === ELSEWHERE
    ? ctx.words.listening.directlyAt(networkName(network), at)
    : ctx.words.card.answeredBy(user(by), at);
}

/** "Answered on X directly, 2 minutes ago". */
export function answeredDirectly(at: Instant, network: string, ctx: ViewContext): string {
  const { directlyNow, directlyAgo } = ctx.words.listening;
  const ms = since(at, ctx);
  const name = networkName(network);
  return ms < 60_000 ? directlyNow(name) : directlyAgo(name, duration(ms, ctx));
}
