import type { Answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Mention } from '../mention.ts';
import { toPublicText } from '../public-text.ts';
import { blame } from './blame.ts';
import { brushOff, UNSURE } from './brush-off.ts';
import type { CheckContext, Checking, Look, LookForAll } from './context.ts';
import { language, NO_LANGUAGE } from './language.ts';
import { meanwhile } from './meanwhile.ts';
import { nextStep } from './next-step.ts';
import { privateDataIn } from './private-data.ts';
import { offerIn, promiseTime } from './promise.ts';
import { CHECKS, type Check, type Warning } from './warning.ts';
import { wornPhrase } from './worn-phrase.ts';

const LOOKS: Readonly<Record<Check, Look | LookForAll>> = {
  meanwhile,
  privateData: privateDataIn,
  blame,
  brushOff,
  language,
  wornPhrase,
  nextStep,
  promiseTime,
};

/** What gives pause about a text before it goes out; of what the team switched off, nothing. */
export function warningsOf(text: string, context: CheckContext): readonly Warning[] {
  return CHECKS.flatMap((check) => {
    if (!context.settings.checks[check]) return [];
    return LOOKS[check](text, context) ?? [];
  });
}

/** What an answer's text is looked at with. */
export function contextOf(
  mention: Mention,
  answer: Pick<Answer, 'by' | 'purpose' | 'read' | 'with'>,
  { recent, ours = [], brushOffChance = () => UNSURE, languageOf = NO_LANGUAGE }: Omit<Checking, 'told'>,
  { settings, hours }: Pick<Desk, 'settings' | 'hours'>,
  now: Date,
): CheckContext {
  const { by, purpose, read } = answer;
  const { promiseDueAt = null, confirmedBy = null, corrects = null } = answer.with ?? {};
  const kind = corrects === null ? purpose : 'correction';
  const said = { mention, lang: mention.lang, purpose: kind, by, read, promiseDueAt, confirmedBy } as const;
  // A correction repeats itself, on purpose.
  return { ...said, settings, hours, now, recent: corrects === null ? recent : [], ours, brushOffChance, languageOf };
}

/** The same of a text as it stands in a form; nothing of one that can't become public as it is. */
export function warningsOfTyped(typed: string, context: CheckContext): readonly Warning[] {
  const decoded = toPublicText(typed);
  return 'refused' in decoded ? [] : warningsOf(decoded.text, context);
}

/** What a form says of a text while it is typed, before anybody sends it: only what it offers, never what it would warn of. */
export function offersOf(typed: string, context: CheckContext): readonly Warning[] {
  if (!context.settings.checks.promiseTime) return [];
  const decoded = toPublicText(typed);
  const offer = 'refused' in decoded ? null : offerIn(decoded.text, context);
  return offer === null ? [] : [offer];
}

/**
 * The names of the checks that a text goes out against, as its history keeps them. Whoever names a time without having
 * Earshot keep it in mind goes against nothing.
 */
export function namesOf(warnings: readonly Warning[]): string {
  const against = warnings.filter((one) => one.check !== 'promiseTime' || one.why !== 'offer');
  return [...new Set(against.map(({ check }) => check))].join(', ');
}
