import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { Incident } from '../../src/desk/incident.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { actions, button, label, option, plain, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { gist } from '../facts.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { mentionRow } from '../mention-row.ts';
import { refOf } from '../publication.ts';
import { cardLink, snippet, visible, when } from '../text.ts';
import { type ListKind, pageValue, pressValue } from '../value.ts';
import { formModal, readingModal } from './modal.ts';

/** How many mentions one page of `listModal` shows well. */
export const PAGE_SIZE = 20;
const INCIDENTS_SHOWN = 40;

export interface MentionList {
  /** Plain text, at most 24 characters; see `words.forms.title`. */
  readonly title: string;
  /** Those of this page, in the order to show. */
  readonly mentions: readonly Mention[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly kind: ListKind;
}

export function listModal(list: MentionList, ctx: ViewContext): ModalView {
  const isOthersToo = { owner: list.kind !== 'mine' };
  const rows = list.mentions.map((mention) => mentionRow(mention, showButton(mention, ctx), ctx, isOthersToo));
  const blocks: KnownBlock[] =
    rows.length === 0
      ? [section(ctx.words.reading.emptyList[list.kind])]
      : [...before(list, ctx), ...rows, ...after(list, ctx), ...several(list, ctx)];
  return readingModal(FORM.reading, list.title, { seen: [] }, blocks, ctx);
}

/** The way back stands above the list and the way on below it: two buttons of one action can't share a block. */
function before(list: MentionList, ctx: ViewContext): KnownBlock[] {
  return pageBack(list, ACTION.pageList, pageValue(list.kind, list.page - 1), ctx);
}

function after(list: MentionList, ctx: ViewContext): KnownBlock[] {
  return pageOn(list, ACTION.pageList, pageValue(list.kind, list.page + 1), ctx);
}

function several({ kind }: MentionList, ctx: ViewContext): KnownBlock[] {
  return kind === 'open' ? [actions(button(ACTION.closeSeveral, ctx.words.finding.buttons.several, kind))] : [];
}

/** Which page of how many, both from 1. */
export interface Page {
  readonly page: number;
  readonly pages: number;
}

/** The line above a list that leads a page back; nothing on the first. */
export function pageBack({ page, pages }: Page, action: string, value: string, ctx: ViewContext): KnownBlock[] {
  if (page <= 1) return [];
  return [section(ctx.words.reading.page(page, pages), button(action, `‹ ${ctx.words.reading.back}`, value))];
}

/** The line below a list that leads a page on; nothing on the last. */
export function pageOn({ page, pages }: Page, action: string, value: string, ctx: ViewContext): KnownBlock[] {
  if (page >= pages) return [];
  return [section(ctx.words.reading.page(page, pages), button(action, `${ctx.words.reading.next} ›`, value))];
}

/** The button that shows a mention whole. */
export function showButton(mention: Mention, ctx: ViewContext) {
  return button(ACTION.showMention, ctx.words.card.buttons.show, pressValue({ ref: refOf(mention) }));
}

/** For a command without a number: which mention is meant? The chosen option's value is the mention's id. */
export function pickModal(
  mentions: readonly Mention[],
  purpose: 'reply' | 'apology' | 'escalate',
  ctx: ViewContext,
): ModalView {
  const { forms } = ctx.words;
  if (mentions.length === 0) {
    return readingModal(FORM.reading, forms.title.pick, { seen: [] }, [section(forms.pickEmpty)], ctx);
  }
  const options = mentions.slice(0, LIMIT.selectOptions).map((mention) => option(oneLine(mention), mention.id));
  return formModal(
    {
      id: FORM.pick,
      title: forms.title.pick,
      submit: forms.submit.next,
      meta: { seen: [], purpose },
      blocks: [
        {
          type: 'input',
          block_id: FIELD.mention,
          label: label(forms.pick, LIMIT.inputLabel),
          element: { type: 'static_select', action_id: FIELD.mention, options },
        },
      ],
    },
    ctx,
  );
}

/** A mention in the line of a menu. */
export function oneLine(mention: Mention): string {
  const name = plain(mention.author.name || mention.author.handle, 24).text;
  return `#${mention.number} ${name}: ${visible(gist(mention))}`.replace(/\s+/g, ' ');
}

export function incidentListModal(incidents: readonly Incident[], ctx: ViewContext): ModalView {
  const rows = incidents.slice(0, INCIDENTS_SHOWN).map((incident) => incidentRow(incident, ctx));
  const blocks = rows.length === 0 ? [section(ctx.words.reading.noIncidents)] : rows;
  return readingModal(FORM.reading, ctx.words.forms.title.incidents, { seen: [] }, blocks, ctx);
}

/** An incident in a list. */
export function incidentRow(incident: Incident, ctx: ViewContext): SectionBlock {
  const { card, reading } = ctx.words;
  const name = cardLink(ctx, incident.card, card.incident(incident.number));
  const mark = incident.status === 'running' ? '🚨' : '✅';
  const facts = [card.severity[incident.severity], reading[incident.status], when(incident.startedAt)].join(' · ');
  const show = button(ACTION.incidentHistory, card.buttons.show, pressValue({ ref: refOf(incident) }));
  return section(`${mark} ${name} *${snippet(incident.title, 150)}*\n${facts}`, show);
}
