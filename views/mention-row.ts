import type { SectionBlock } from '@slack/types';
import { ELSEWHERE } from '../src/desk/history.ts';
import type { Mention } from '../src/desk/mention.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import {
  authorName,
  dueAt,
  duration,
  gist,
  isPast,
  isSettled,
  MARK,
  networkName,
  numberLink,
  since,
  snoozeText,
  topicsText,
  waitsSince,
} from './facts.ts';
import { snippet, user } from './text.ts';
import { mutedText, URGENT_MARK } from './urgency.ts';

interface RowLook {
  /** Whether it says who has it; not where all of them are the reader's own. */
  readonly owner: boolean;
  /** So many others share its card and are not listed. */
  readonly alike?: number;
}

/** A mention in a list: who, what, how long, who has it. */
export function mentionRow(
  mention: Mention,
  accessory: SectionBlock['accessory'],
  ctx: ViewContext,
  look: RowLook = { owner: true },
): SectionBlock {
  const urgent = isSettled(mention) ? '' : URGENT_MARK[mention.urgency.level];
  const head = `${urgent}${MARK[mention.kind]} ${numberLink(mention, ctx)} *${authorName(mention)}*`;
  const owner = mention.owner === null || !look.owner ? null : ctx.words.card.claimedBy(user(mention.owner));
  const { alike = 0 } = look;
  const others = alike === 0 ? null : `*${ctx.words.fold.like(alike)}*`;
  const facts = [wait(mention, ctx), others, owner, snoozeText(mention, ctx), topicsText(mention)]
    .filter((fact) => fact !== null)
    .join(' · ');
  return section(`${head}: ${snippet(gist(mention), 140)}\n${facts}`, accessory);
}

function wait(mention: Mention, ctx: ViewContext): string {
  const { reading, card } = ctx.words;
  if (mention.muted !== null) return mutedText(mention.muted, ctx);
  if (isSettled(mention)) {
    const answer = mention.publications.findLast(({ status }) => status === 'published');
    const isElsewhere = mention.status === 'answered' && answer?.by === ELSEWHERE;
    return isElsewhere ? ctx.words.listening.directly(networkName(mention.network)) : card.status[mention.status];
  }
  const due = dueAt(mention);
  if (due !== null && isPast(due, ctx)) return `⏰ *${reading.overdueBy(duration(since(due, ctx), ctx))}*`;
  return reading.waitingFor(duration(since(waitsSince(mention), ctx), ctx));
}
