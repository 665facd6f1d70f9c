import type { KnownBlock, ModalView } from '@slack/types';
import { firstAnswer } from '../../src/desk/figures.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, divider, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { kindLabel, numberLink, ticketText, topicsText } from '../facts.ts';
import { FORM } from '../ids.ts';
import { cardLink, snippet, user, when } from '../text.ts';
import { showButton } from './lists.ts';
import { readingModal } from './modal.ts';

export interface EarlierMentions {
  /** Whose earlier mentions these are. */
  readonly mention: Mention;
  /** The last few of them, the latest first. */
  readonly shown: readonly Mention[];
  readonly total: number;
}

/** What the same customer wrote before, and what came of it. */
export function earlierModal({ mention, shown, total }: EarlierMentions, ctx: ViewContext): ModalView {
  const { forms, finding } = ctx.words;
  const handle = snippet(mention.author.handle, 40);
  const blocks =
    total === 0
      ? [section(finding.earlierNone(handle))]
      : [section(`*${finding.earlierCount(total, handle)}*`), ...shown.flatMap((one) => [divider, ...told(one, ctx)])];
  const title = forms.title.earlier(mention.number);
  return readingModal(FORM.reading, title, { mention: mention.id, seen: [] }, blocks, ctx);
}

function told(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const { card, finding } = ctx.words;
  const facts = [
    numberLink(mention, ctx),
    kindLabel(mention.kind, ctx),
    when(mention.posts[0].at),
    card.status[mention.status],
    topicsText(mention),
    ticketText(mention),
    mention.card === null ? null : cardLink(ctx, mention.card, finding.toCard),
  ];
  const answer = firstAnswer(mention);
  return [
    section(facts.filter((fact) => fact !== null).join(' · '), showButton(mention, ctx)),
    plainSection(mention.posts[0].text, 600),
    context(
      answer === null
        ? finding.noAnswer
        : `💬 ${finding.ourAnswer} (${user(answer.publication.by)}, ${when(answer.at)}): ${snippet(answer.publication.text, 400)}`,
    ),
  ];
}
