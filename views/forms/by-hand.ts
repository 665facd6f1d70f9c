import type { ModalView } from '@slack/types';
import type { Mention } from '../../src/desk/mention.ts';
import { actions, context, plainSection, section } from '../block.ts';
import { handLink, linkButton } from '../by-hand.ts';
import type { ViewContext } from '../context.ts';
import { networkName } from '../facts.ts';
import { FORM } from '../ids.ts';
import { formModal } from './modal.ts';
import { customersWords } from './public-text.ts';

/** The way to an answer that the network takes only on its own page: the text, the link, and that it is done. */
export function byHandModal(mention: Mention, text: string, ctx: ViewContext): ModalView {
  const { byHand } = ctx.words.listening;
  const isFilled = handLink(mention, text)?.isFilled ?? false;
  return formModal(
    {
      id: FORM.byHand,
      title: byHand.title(mention.number),
      submit: byHand.submit,
      meta: { mention: mention.id, seen: [], purpose: 'reply' },
      tellsClosing: true,
      blocks: [
        ...customersWords(mention, ctx),
        section(`📝 *${ctx.words.forms.replyText}*`),
        plainSection(text, 2_800),
        ...(isFilled ? [] : [context(byHand.copy)]),
        section(byHand.steps(networkName(mention.network))),
        actions(...linkButton(mention, text, ctx)),
      ],
    },
    ctx,
  );
}
