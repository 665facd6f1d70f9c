import type { Mention } from '../src/desk/mention.ts';
import { RULE, TRIAGE } from '../src/desk/mention.ts';
import type { ViewContext } from './context.ts';
import { isSettled } from './facts.ts';
import { snippet, user } from './text.ts';

const LONGEST = 40;

/** Why a mention counts as what it does: the words that triage went by, or who said so; nothing once it is settled. */
export function whyKind(mention: Mention, ctx: ViewContext): string | null {
  const { card: words } = ctx.words;
  const { kind, kindBy, reasons } = mention;
  if (isSettled(mention)) return null;
  if (kindBy === RULE) return words.kindByRule;
  if (kindBy !== TRIAGE) return words.kindBy(user(kindBy));
  // "Other" is what is left over: whatever words it has are no reason for anything.
  if (reasons.length === 0 || kind === 'other') return null;
  const quoted = reasons.map((reason) => words.kindReason(snippet(reason, LONGEST)));
  return words.kindFrom(words.kind[kind], quoted.join(', '));
}
