import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Refusal } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { context, label, option, plain, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { duration, numberLink, since, waitsSince } from '../facts.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { refusalText } from '../refusal.ts';
import { user, when } from '../text.ts';
import { oneLine } from './lists.ts';
import { formModal, readingModal } from './modal.ts';
import { reasonInputs } from './triage.ts';

/** "No answer needed" for several at once. @param open longest wait first */
export function closeSeveralModal(open: readonly Mention[], ctx: ViewContext): ModalView {
  const { forms, finding, reading } = ctx.words;
  const title = forms.title.closeSeveral;
  if (open.length === 0) return readingModal(FORM.reading, title, { seen: [] }, [section(reading.emptyList.open)], ctx);
  const options = open.slice(0, LIMIT.selectOptions).map((mention) => choice(mention, ctx));
  const blocks: KnownBlock[] = [
    {
      type: 'input',
      block_id: FIELD.mentions,
      label: label(finding.several, LIMIT.inputLabel),
      element: {
        type: 'multi_static_select',
        action_id: FIELD.mentions,
        options,
        placeholder: label(finding.severalPlaceholder, LIMIT.placeholder),
      },
    },
    ...(open.length > options.length ? [context(finding.severalShown(options.length, open.length))] : []),
    ...reasonInputs(ctx),
    context(`${finding.severalHint} ${forms.closeHint}`),
  ];
  return formModal({ id: FORM.closeSeveral, title, submit: finding.closeThem, meta: { seen: [] }, blocks }, ctx);
}

/** Whether somebody has it is said, so that nobody closes under a colleague's hands. */
function choice(mention: Mention, ctx: ViewContext): PlainTextOption {
  const { card, finding, reading } = ctx.words;
  const facts = [
    card.kind[mention.kind],
    reading.waitingFor(duration(since(waitsSince(mention), ctx), ctx)),
    ...(mention.owner === null ? [] : [finding.claimedAlready]),
  ];
  return { ...option(oneLine(mention), mention.id), description: plain(facts.join(' · '), LIMIT.optionText) };
}

/** A mention that stayed as it was, and why. */
export interface NotClosed {
  /** null when nobody knows it any more. */
  readonly mention: Mention | null;
  readonly refusal: Refusal | null;
}

/** What became of each. */
export function closedSeveralModal(
  closed: readonly Mention[],
  others: readonly NotClosed[],
  ctx: ViewContext,
): ModalView {
  const { forms, finding } = ctx.words;
  const numbers = closed.map((mention) => numberLink(mention, ctx)).join(' ');
  const done = closed.length === 0 ? finding.closedNone : `☑️ ${finding.closedSeveral(closed.length, numbers)}`;
  const lines = others.map((one) => `• ${whyNot(one, ctx)}`);
  const parts = lines.length === 0 ? [] : [`*${finding.notClosed(lines.length)}*`, ...lines];
  const blocks = [section(done), ...inSections(parts)];
  return readingModal(FORM.reading, forms.title.closeSeveral, { seen: [] }, blocks, ctx);
}

function whyNot({ mention, refusal }: NotClosed, ctx: ViewContext): string {
  const { finding } = ctx.words;
  if (mention === null || refusal === null) return finding.gone;
  const number = numberLink(mention, ctx);
  if (refusal.reason === 'answered-meanwhile')
    return `${number} – ${finding.answeredBy(user(refusal.by), when(refusal.at))}`;
  if (refusal.reason === 'already-done' && mention.closed !== null) {
    return `${number} – ${finding.closedBy(user(mention.closed.by), when(mention.closed.at))}`;
  }
  return `${number} – ${refusalText(refusal, ctx)}`;
}

const LINES_IN_SECTION = 12;

function inSections(lines: readonly string[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let i = 0; i < lines.length; i += LINES_IN_SECTION) {
    blocks.push(section(lines.slice(i, i + LINES_IN_SECTION).join('\n')));
  }
  return blocks;
}
