import { countText } from '../src/desk/answer.ts';
import type { Aside } from '../src/desk/aside.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { hasLink } from '../src/desk/length.ts';
import type { Draft } from '../src/desk/unsent.ts';
import { fieldOf } from '../views/form-values.ts';
import type { IncidentStartForm } from '../views/forms/incident.ts';
import { draftNotice } from '../views/forms/reply.ts';
import { FIELD } from '../views/ids.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import { typedAside } from './incident-aside.ts';
import type { Tools } from './tools.ts';

/** What changes in an incident's open form; the rest stays as it stands there. */
export interface IncidentChange {
  readonly text?: string;
  readonly title?: string;
  readonly surge?: IncidentStartForm['surge'] | undefined;
  readonly inserted?: number;
  readonly templateId?: string;
  readonly notice?: string;
  readonly aside?: Aside;
  readonly asPosts?: boolean;
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

/** A text of one's own that did not get out is offered. */
export function offer(draft: Draft | null, tools: Tools): Pick<IncidentChange, 'text' | 'notice' | 'aside'> {
  if (draft === null) return { text: '' };
  const { text, why, aside } = draft;
  return { text, notice: draftNotice(why, tools.context()), ...(aside === undefined ? {} : { aside }) };
}

/** What the forms of an incident have in common. */
export function publicPart(press: SlackPress, tools: Tools, change: IncidentChange) {
  const text = change.text ?? textOf(press);
  return {
    text,
    length: countText(text, null, tools.desk()),
    hasLink: hasLink(text),
    aside: change.aside ?? typedAside(press),
    inserted: change.inserted ?? metaOf(press).inserted ?? 0,
    ...(change.templateId === undefined ? {} : { templateId: change.templateId }),
    ...(change.notice === undefined ? {} : { notice: change.notice }),
    warnings: change.warnings ?? [],
    warned: change.warned ?? metaOf(press).warned ?? [],
  };
}

/** The public text as it stands in the form. */
export function textOf(press: SlackPress): string {
  return fieldOf(press.values, FIELD.text) ?? '';
}
