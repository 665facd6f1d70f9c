import type { ModalView } from '@slack/types';
import type { Publication } from '../../src/desk/publication.ts';
import type { Publisher } from '../../src/desk/publishing.ts';
import { plainSection } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { FIELD, FORM } from '../ids.ts';
import { formModal, textInput } from './modal.ts';

/** A text that waits for a second person goes back to its writer, with the reason. */
export function giveBackModal(about: Publisher, publication: Publication, ctx: ViewContext): ModalView {
  const { approval } = ctx.words.incident;
  return formModal(
    {
      id: FORM.giveBack,
      title: approval.sendBackTitle,
      submit: approval.sendBack,
      meta: { [about.type]: about.id, seen: [], publication: publication.id },
      blocks: [
        plainSection(publication.text, 2_800),
        textInput({ field: FIELD.reason, label: approval.reason, text: '', hint: approval.reasonHint }),
      ],
    },
    ctx,
  );
}
