import type { InputBlock } from '@slack/types';
import { type Aside, NO_ASIDE } from '../../src/desk/aside.ts';
import type { Incident } from '../../src/desk/incident.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD } from '../ids.ts';
import { textInput } from './modal.ts';

interface AsideQuestions {
  /** Who confirmed the last word; shown as an example, never taken for an answer. */
  readonly confirmedBefore: string | null;
  /** The first word of an outage goes out before anybody could be asked. */
  readonly optional: boolean;
  /** What stands in the fields, or was typed there before. */
  readonly typed?: Aside | undefined;
}

/** What an incident's form asks beside its public text: who confirmed it, and what linked customers are answered. */
export function asideInputs(
  { confirmedBefore, optional, typed = NO_ASIDE }: AsideQuestions,
  ctx: ViewContext,
): InputBlock[] {
  const words = ctx.words.incident;
  // They tell each letter: none of it is lost when the form is closed.
  const typing = ACTION.typeText;
  const answer = { typing, optional: true };
  return [
    textInput({
      field: FIELD.confirmedBy,
      typing,
      label: words.confirmedBy,
      text: typed.confirmedBy,
      multiline: false,
      optional,
      placeholder: confirmedBefore ?? words.confirmedPlaceholder,
      hint: words.confirmedHint,
    }),
    textInput({ ...answer, field: FIELD.answerDe, label: words.answerDe, text: typed.answerDe }),
    textInput({
      ...answer,
      field: FIELD.answerEn,
      label: words.answerEn,
      text: typed.answerEn,
      hint: words.answerHint,
    }),
  ];
}

/** The same for a further word of an incident. */
export function asideOf(incident: Incident, typed?: Aside): AsideQuestions {
  const last = incident.publications.findLast((one) => one.confirmedBy !== null);
  return { confirmedBefore: last?.confirmedBy ?? null, optional: false, typed };
}
