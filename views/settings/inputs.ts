import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { label } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { formModal, textInput } from '../forms/modal.ts';
import { FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import type { Topic } from './topics.ts';

/** One part of the settings as a form; `revision` tells later whether somebody else was faster. */
export function settingsForm(topic: Topic, revision: number, blocks: KnownBlock[], ctx: ViewContext): ModalView {
  const meta = { seen: [], topic, revision };
  const { settings, forms } = ctx.words;
  return formModal({ id: FORM.settings, title: settings.title[topic], submit: forms.submit.save, meta, blocks }, ctx);
}

interface Line {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
  readonly multiline?: boolean;
  readonly optional?: boolean;
}

/** A line of text; may be empty unless said otherwise, so that the desk says what is missing. */
export function line(input: Line): InputBlock {
  return textInput({ multiline: false, optional: true, ...input });
}

interface Choice {
  readonly field: string;
  readonly label: string;
  readonly options: readonly PlainTextOption[];
  readonly chosen?: string | undefined;
  readonly optional?: boolean;
}

export function choice({ field, label: text, options, chosen, optional = false }: Choice): InputBlock {
  const initial = options.find((one) => one.value === chosen);
  return {
    type: 'input',
    block_id: field,
    label: label(text, LIMIT.inputLabel),
    optional,
    element: {
      type: 'static_select',
      action_id: field,
      options: options.slice(0, LIMIT.selectOptions),
      ...(initial && { initial_option: initial }),
    },
  };
}

/** People; those chosen stand in it. */
export function peopleInput(field: string, text: string, chosen: readonly string[], ctx: ViewContext): InputBlock {
  return {
    type: 'input',
    block_id: field,
    label: label(text, LIMIT.inputLabel),
    optional: true,
    element: {
      type: 'multi_users_select',
      action_id: field,
      initial_users: chosen.filter((id) => !id.startsWith('S')),
      placeholder: label(ctx.words.settings.choosePeople, LIMIT.placeholder),
    },
  };
}
