import type { InputBlock, KnownBlock } from '@slack/types';
import { ALT_LENGTH, PICTURE_ENDINGS } from '../../src/desk/picture.ts';
import { label } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { textInput } from './modal.ts';

/** A picture to go with the text, and what it shows. Slack keeps what was chosen while the form is drawn again. */
export function pictureInputs(alt: string, ctx: ViewContext): KnownBlock[] {
  const { picture } = ctx.words;
  const file: InputBlock = {
    type: 'input',
    block_id: FIELD.picture,
    optional: true,
    label: label(picture.label, LIMIT.inputLabel),
    hint: label(picture.hint, LIMIT.inputLabel),
    element: { type: 'file_input', action_id: FIELD.picture, filetypes: [...PICTURE_ENDINGS], max_files: 1 },
  };
  const described = textInput({
    field: FIELD.alt,
    label: picture.alt,
    hint: picture.altHint,
    text: alt,
    optional: true,
    multiline: false,
    max: ALT_LENGTH,
  });
  return [file, described];
}
