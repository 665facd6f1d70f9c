import type { KnownBlock } from '@slack/types';
import type { Mention } from '../src/desk/mention.ts';
import type { UrgencyLevel, UrgencyReason } from '../src/desk/urgency-reason.ts';
import { dangerText } from './alarm.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isSettled } from './facts.ts';
import { snippet } from './text.ts';

const MOST_WORDS = 6;

/** The spot that a mention has in lists beside that of its kind. */
export const URGENT_MARK: Readonly<Record<UrgencyLevel, string>> = { urgent: '⚠️ ', raised: '🔺 ', usual: '' };

/**
 * Why a mention has its turn before others; nothing of one that is settled, or that only sounds like danger, which its card
 * says by itself.
 */
export function urgencyLine(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const { level, reasons } = mention.urgency;
  const told = reasons.filter(({ type }) => type !== 'danger');
  if (level === 'usual' || told.length === 0 || isSettled(mention)) return [];
  const line = `${URGENT_MARK[level]}${ctx.words.urgency.line(ctx.words.urgency.level[level], reasonsText(told, ctx))}`;
  return [level === 'urgent' ? section(line) : context(line)];
}

/** `12,400 followers · third post without an answer`. */
export function reasonsText(reasons: readonly UrgencyReason[], ctx: ViewContext): string {
  return reasons.map((reason) => reasonText(reason, ctx)).join(' · ');
}

/** By what it has no card. */
export function mutedText({ by, what }: NonNullable<Mention['muted']>, ctx: ViewContext): string {
  return `🔇 ${ctx.words.urgency.mute.by[by](snippet(by === 'author' ? `@${what}` : what, 60))}`;
}

function reasonText(reason: UrgencyReason, ctx: ViewContext): string {
  const { urgency } = ctx.words;
  switch (reason.type) {
    case 'danger':
    case 'press':
    case 'law':
      return urgency.words(urgency.grave[reason.type], dangerText(reason.words.slice(0, MOST_WORDS), ctx));
    case 'followers':
    case 'likes':
    case 'reposts':
    case 'repeats':
      return urgency[reason.type](reason.count);
    case 'vip':
    case 'rule':
      return urgency[reason.type];
  }
}
