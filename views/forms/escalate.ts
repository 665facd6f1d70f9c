import type { InputBlock, ModalView } from '@slack/types';
import type { UserId } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords, noticeLine } from './public-text.ts';

export interface EscalateForm {
  readonly mention: Mention;
  readonly reason?: string;
  readonly person?: UserId;
  /** A user group's id; need not be one of the settings'. */
  readonly group?: string;
  /** Names of user groups by id, where the caller knows them. */
  readonly groupNames?: Readonly<Record<string, string>>;
  readonly notice?: string;
  /** Why this form is here instead of another; `mrkdwn`. */
  readonly warning?: string;
}

/** Whom to ask, and what: a person or one of the team's groups. */
export function escalateModal(form: EscalateForm, ctx: ViewContext): ModalView {
  const { mention } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.escalate,
      title: forms.title.escalate(mention.number),
      submit: forms.submit.escalate,
      meta: { mention: mention.id, seen: [], purpose: 'escalate' },
      blocks: [
        ...customersWords(mention, ctx),
        ...noticeLine(form.notice),
        ...(form.warning === undefined ? [] : [section(form.warning)]),
        personInput(form, ctx),
        ...groupInput(form, ctx),
        textInput({ field: FIELD.reason, label: forms.escalateReason, text: form.reason ?? '' }),
        context(forms.escalateHint),
      ],
    },
    ctx,
  );
}

function personInput(form: EscalateForm, ctx: ViewContext): InputBlock {
  const { forms } = ctx.words;
  return {
    type: 'input',
    block_id: FIELD.person,
    label: label(forms.person, LIMIT.inputLabel),
    // Either a person or a group: which of the two is missing is said after Send.
    optional: groupsOf(form, ctx).length > 0,
    element: {
      type: 'users_select',
      action_id: FIELD.person,
      placeholder: label(forms.personPlaceholder, LIMIT.placeholder),
      ...(form.person !== undefined && { initial_user: form.person }),
    },
  };
}

function groupInput(form: EscalateForm, ctx: ViewContext): InputBlock[] {
  const { forms } = ctx.words;
  const options = groupsOf(form, ctx).map((id) => option(form.groupNames?.[id] ?? id, id));
  if (options.length === 0) return [];
  const chosen = options.find((one) => one.value === form.group);
  return [
    {
      type: 'input',
      block_id: FIELD.group,
      label: label(forms.group, LIMIT.inputLabel),
      optional: true,
      element: {
        type: 'static_select',
        action_id: FIELD.group,
        placeholder: label(forms.groupPlaceholder, LIMIT.placeholder),
        options,
        ...(chosen && { initial_option: chosen }),
      },
    },
  ];
}

function groupsOf(form: EscalateForm, ctx: ViewContext): string[] {
  const { group, channels } = ctx.desk.settings.escalation;
  const ids = [form.group, group, ...Object.keys(channels)].filter((id) => id !== undefined);
  return [...new Set(ids)].slice(0, LIMIT.selectOptions);
}
