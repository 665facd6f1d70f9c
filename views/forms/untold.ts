import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { Incident } from '../../src/desk/incident.ts';
import { endAnswer } from '../../src/desk/incident-answers.ts';
import { isByHand, waitsToHear } from '../../src/desk/incident-end.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { actions, button, context, plainSection, section } from '../block.ts';
import { linkButton } from '../by-hand.ts';
import type { ViewContext } from '../context.ts';
import { networkName } from '../facts.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { mentionRow } from '../mention-row.ts';
import { refOf } from '../publication.ts';
import { user, when } from '../text.ts';
import { pressValue } from '../value.ts';
import { formModal, readingModal, textInput } from './modal.ts';
import { customersWords } from './public-text.ts';

/** Customers on one page: up to three blocks each. */
export const UNTOLD_PAGE = 20;

/** Characters of a text that customers are told. */
const TOLD_ROOM = 800;

export interface UntoldList {
  readonly incident: Incident;
  /** All who were neither told nor skipped, longest wait first. */
  readonly untold: readonly Mention[];
  /** From 1. */
  readonly page: number;
}

/** Everybody who still waits to hear the end, each with what can be done. */
export function untoldModal({ incident, untold, page: wished }: UntoldList, ctx: ViewContext): ModalView {
  const words = ctx.words.incident.untold;
  const pages = Math.max(1, Math.ceil(untold.length / UNTOLD_PAGE));
  const page = Math.min(Math.max(1, wished), pages);
  const shown = untold.slice((page - 1) * UNTOLD_PAGE, page * UNTOLD_PAGE);
  const rows = shown.flatMap((mention) => rowOf(mention, incident, ctx));
  const blocks: KnownBlock[] =
    shown.length === 0
      ? [section(words.listEmpty)]
      : [
          ...whatTheyAreTold(incident, untold, ctx),
          context(words.hint),
          ...turn(incident, page, page - 1, pages, ctx),
          ...rows,
          ...turn(incident, page, page + 1, pages, ctx),
        ];
  const meta = { incident: incident.id, seen: [], page };
  return readingModal(FORM.reading, words.title(incident.number), meta, blocks, ctx);
}

/** Each text that a press on Send publishes, once for each language; with the name of the first who gets it. */
function whatTheyAreTold(incident: Incident, untold: readonly Mention[], ctx: ViewContext): KnownBlock[] {
  const waiting = untold.filter((mention) => waitsToHear(mention) && !isByHand(mention));
  const firstOf = new Map<string, Mention>();
  for (const mention of waiting) {
    const lang = mention.lang === 'de' ? 'de' : 'en';
    if (!firstOf.has(lang)) firstOf.set(lang, mention);
  }
  const texts = new Set([...firstOf.values()].map((mention) => endAnswer(incident, mention) ?? ''));
  if (texts.size === 0) return [];
  return [section(`*${ctx.words.incident.untold.text}*`), ...[...texts].map((text) => plainSection(text, TOLD_ROOM))];
}

function rowOf(mention: Mention, incident: Incident, ctx: ViewContext): KnownBlock[] {
  const words = ctx.words.incident.untold;
  const row = mentionRow(mention, undefined, ctx);
  const underWay = mention.publications.findLast((one) => one.tellsOf === incident.id);
  if (!waitsToHear(mention) && underWay !== undefined) {
    return [row, context(`⏳ ${words.onItsWay(user(underWay.by), when(underWay.pressedAt))}`)];
  }
  return isByHand(mention)
    ? [row, context(words.handOnly), choices(mention, incident, ctx)]
    : [row, choices(mention, incident, ctx)];
}

function choices(mention: Mention, incident: Incident, ctx: ViewContext): ActionsBlock {
  const words = ctx.words.incident.untold;
  const value = pressValue({ ref: refOf(mention) });
  const skip = button(ACTION.tellSkip, words.skip, value);
  if (isByHand(mention)) return actions(...linkButton(mention, endAnswer(incident, mention) ?? '', ctx), skip);
  return actions(
    button(ACTION.tellOne, words.send, value, { style: 'primary' }),
    button(ACTION.tellEdit, words.edit, value),
    skip,
  );
}

function turn(incident: Incident, page: number, to: number, pages: number, ctx: ViewContext): KnownBlock[] {
  if (to < 1 || to > pages) return [];
  const { reading } = ctx.words;
  const text = to < page ? `‹ ${reading.back}` : `${reading.next} ›`;
  const value = pressValue({ ref: refOf(incident), id: String(to) });
  return [section(reading.page(page, pages), button(ACTION.tellPage, text, value))];
}

/** Why is this customer not told? */
export function skipEndModal(mention: Mention, ctx: ViewContext): ModalView {
  const words = ctx.words.incident.untold;
  return formModal(
    {
      id: FORM.skipEnd,
      title: words.skipTitle(mention.number),
      submit: words.skip,
      meta: { mention: mention.id, seen: [], ...(mention.incident !== null && { incident: mention.incident.id }) },
      blocks: [
        ...customersWords(mention, ctx),
        textInput({
          field: FIELD.reason,
          label: words.skipReason,
          text: isByHand(mention) ? words.doneByHand(networkName(mention.network)) : '',
          multiline: false,
          hint: words.skipHint,
        }),
      ],
    },
    ctx,
  );
}
