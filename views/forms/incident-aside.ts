import type { InputBlock } from '@slack/types';
import type { Incident } from '../../src/desk/incident.ts';
import type { ViewContext } from '../context.ts';
import { FIELD } from '../ids.ts';
import { textInput } from './modal.ts';

interface Aside {
  /** Who confirmed the last word; shown as an example, never taken for an answer. */
  readonly confirmedBefore: string | null;
  /** The first word of an outage goes out before anybody could be asked. */
  readonly optional: boolean;
}

/** What an incident's form asks beside its public text: who confirmed it, and what linked customers are answered. */
export function asideInputs({ confirmedBefore, optional }: Aside, ctx: ViewContext): InputBlock[] {
  const words = ctx.words.incident;
  const answer = { text: '', optional: true };
  return [
    textInput({
      field: FIELD.confirmedBy,
      label: words.confirmedBy,
      text: '',
      multiline: false,
      optional,
      placeholder: confirmedBefore ?? words.confirmedPlaceholder,
      hint: words.confirmedHint,
    }),
    textInput({ ...answer, field: FIELD.answerDe, label: words.answerDe }),
    textInput({ ...answer, field: FIELD.answerEn, label: words.answerEn, hint: words.answerHint }),
  ];
}

/** The same for a further word of an incident. */
export function asideOf(incident: Incident): Aside {
  const last = incident.publications.findLast((one) => one.confirmedBy !== null);
  return { confirmedBefore: last?.confirmedBy ?? null, optional: false };
}
