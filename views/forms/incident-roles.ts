import type { InputBlock, ModalView } from '@slack/types';
import type { Incident } from '../../src/desk/incident.ts';
import { leadOf } from '../../src/desk/incident-roles.ts';
import type { UserId } from '../../src/desk/instant.ts';
import { label, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { snippet } from '../text.ts';
import { formModal, textInput } from './modal.ts';

/** Who decides and who writes, handed over with a note. */
export function incidentRolesModal(incident: Incident, ctx: ViewContext): ModalView {
  const { roles } = ctx.words.incident;
  return formModal(
    {
      id: FORM.incidentRoles,
      title: roles.title(incident.number),
      submit: ctx.words.forms.submit.save,
      meta: { incident: incident.id, seen: [] },
      blocks: [
        section(`*${snippet(incident.title, 200)}*`),
        personInput({ field: FIELD.lead, text: roles.lead, chosen: leadOf(incident), optional: false }, ctx),
        personInput(
          { field: FIELD.writer, text: roles.writer, chosen: incident.writer, optional: true, hint: roles.writerHint },
          ctx,
        ),
        textInput({ field: FIELD.note, label: roles.note, text: '', optional: true }),
      ],
    },
    ctx,
  );
}

interface PersonInput {
  readonly field: string;
  readonly text: string;
  readonly chosen: UserId | null;
  readonly optional: boolean;
  readonly hint?: string;
}

function personInput({ field, text, chosen, optional, hint }: PersonInput, ctx: ViewContext): InputBlock {
  return {
    type: 'input',
    block_id: field,
    label: label(text, LIMIT.inputLabel),
    optional,
    ...(hint !== undefined && { hint: label(hint, LIMIT.inputLabel) }),
    element: {
      type: 'users_select',
      action_id: field,
      placeholder: label(ctx.words.forms.personPlaceholder, LIMIT.placeholder),
      ...(chosen !== null && { initial_user: chosen }),
    },
  };
}
