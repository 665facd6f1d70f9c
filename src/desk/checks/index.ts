import type { Answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Mention } from '../mention.ts';
import { toPublicText } from '../public-text.ts';
import { blame } from './blame.ts';
import { brushOff } from './brush-off.ts';
import type { CheckContext, Checking, Look } from './context.ts';
import { privateData } from './private-data.ts';
import { CHECKS, type Check, type Warning } from './warning.ts';

const LOOKS: { readonly [C in Check]?: Look } = {
  privateData,
  blame,
  brushOff,
};

/** What gives pause about a text before it goes out; of what the team switched off, nothing. */
export function warningsOf(text: string, context: CheckContext): readonly Warning[] {
  return CHECKS.flatMap((check) => {
    if (!context.settings.checks[check]) return [];
    return LOOKS[check]?.(text, context) ?? [];
  });
}

/** What an answer's text is looked at with. */
export function contextOf(
  mention: Mention,
  answer: Pick<Answer, 'by' | 'purpose' | 'read' | 'with'>,
  { recent, ours = [] }: Pick<Checking, 'recent' | 'ours'>,
  { settings }: Pick<Desk, 'settings'>,
  now: Date,
): CheckContext {
  const { by, purpose, read } = answer;
  const { promiseDueAt = null, confirmedBy = null } = answer.with ?? {};
  return { mention, lang: mention.lang, purpose, by, read, promiseDueAt, confirmedBy, settings, now, recent, ours };
}

/** The same of a text as it stands in a form; nothing of one that can't become public as it is. */
export function warningsOfTyped(typed: string, context: CheckContext): readonly Warning[] {
  const decoded = toPublicText(typed);
  return 'refused' in decoded ? [] : warningsOf(decoded.text, context);
}

/** The names of the checks that a text goes out against, as its history keeps them. */
export function namesOf(warnings: readonly Warning[]): string {
  return [...new Set(warnings.map(({ check }) => check))].join(', ');
}
