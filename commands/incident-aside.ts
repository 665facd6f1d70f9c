import type { Aside } from '../src/desk/aside.ts';
import { prepareAnswers } from '../src/desk/broadcast.ts';
import { isRefused } from '../src/desk/decision.ts';
import type { PublicationExtras } from '../src/desk/publication.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** The same as it stands in the form now, to be kept and offered again. */
export function typedAside({ values }: SlackPress): Aside {
  const of = (field: string) => fieldOf(values, field) ?? '';
  return { confirmedBy: of(FIELD.confirmedBy), answerDe: of(FIELD.answerDe), answerEn: of(FIELD.answerEn) };
}

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
