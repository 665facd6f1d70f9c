import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { label } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { encodeFormMeta, type FormMeta } from '../form-meta.ts';
import { LIMIT } from '../limit.ts';
import { shorten, visible, wellFormed } from '../text.ts';

interface FormShape {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly meta: FormMeta;
  readonly blocks: KnownBlock[];
  /** The app is told when the form is closed without sending. */
  readonly tellsClosing?: boolean;
}

/** A modal with something to send. */
export function formModal(shape: FormShape, ctx: ViewContext): ModalView {
  return {
    type: 'modal',
    callback_id: shape.id,
    title: label(shape.title, LIMIT.modalTitle),
    submit: label(shape.submit, LIMIT.modalButton),
    close: label(ctx.words.forms.cancel, LIMIT.modalButton),
    private_metadata: encodeFormMeta(shape.meta),
    blocks: shape.blocks.slice(0, LIMIT.blocksInView),
    ...(shape.tellsClosing && { notify_on_close: true }),
  };
}

/** A modal that is only read. */
export function readingModal(
  id: string,
  title: string,
  meta: FormMeta,
  blocks: KnownBlock[],
  ctx: ViewContext,
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    title: label(title, LIMIT.modalTitle),
    close: label(ctx.words.forms.done, LIMIT.modalButton),
    private_metadata: encodeFormMeta(meta),
    blocks: blocks.slice(0, LIMIT.blocksInView),
  };
}

interface TextInput {
  readonly field: string;
  /** The field's name unless given; with one, each character typed is told to the app. */
  readonly typing?: string;
  readonly inserted?: number;
  readonly label: string;
  readonly text: string;
  readonly multiline?: boolean;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  /** Characters that it takes; as many as Slack allows unless given. */
  readonly max?: number;
}

/**
 * A text field. Slack keeps what a person typed in a block with the same id and ignores a changed initial value there:
 * where a text was put in for them, the id gets a new suffix (`text:1`).
 */
export function textInput(input: TextInput): InputBlock {
  const { max = LIMIT.inputText } = input;
  const text = wellFormed(shorten(input.text, max));
  // Slack refuses an empty one.
  const placeholder = visible(input.placeholder ?? '').trim();
  return {
    type: 'input',
    block_id: input.inserted ? `${input.field}:${input.inserted}` : input.field,
    label: label(input.label, LIMIT.inputLabel),
    optional: input.optional ?? false,
    ...(input.hint !== undefined && { hint: label(input.hint, LIMIT.inputLabel) }),
    ...(input.typing !== undefined && { dispatch_action: true }),
    element: {
      type: 'plain_text_input',
      action_id: input.typing ?? input.field,
      multiline: input.multiline ?? true,
      max_length: max,
      ...(text !== '' && { initial_value: text }),
      ...(placeholder !== '' && { placeholder: label(placeholder, LIMIT.placeholder) }),
      ...(input.typing !== undefined && {
        dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] },
      }),
    },
  };
}
