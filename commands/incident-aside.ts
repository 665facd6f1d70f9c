import { prepareAnswers } from '../src/desk/broadcast.ts';
import { isRefused } from '../src/desk/decision.ts';
import type { PublicationExtras } from '../src/desk/publishing.ts';
import { FIELD } from '../views/ids.ts';
import { fieldOf } from '../views/value.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/**
 * What an incident's form asks beside the public text: who confirmed it, and what linked customers are answered. A fault
 * is said beside its field.
 */
export function asideOfForm(
  press: SlackPress,
  tools: Tools,
): { readonly aside: PublicationExtras } | { readonly no: Reply } {
  const typed = { de: fieldOf(press.values, FIELD.answerDe), en: fieldOf(press.values, FIELD.answerEn) };
  const ready = prepareAnswers(typed, press.by, tools.desk());
  if (isRefused(ready)) {
    return { no: { refused: ready.refused, at: ready.lang === 'de' ? FIELD.answerDe : FIELD.answerEn } };
  }
  const { answers } = ready;
  const confirmedBy = fieldOf(press.values, FIELD.confirmedBy)?.trim() || null;
  return { aside: { confirmedBy, answers: answers.de === null && answers.en === null ? null : answers } };
}
