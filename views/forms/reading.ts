import type { KnownBlock, ModalView } from '@slack/types';
import type { Deed } from '../../src/desk/deed.ts';
import { isFolded } from '../../src/desk/fold.ts';
import { APP, CUSTOMER, ELSEWHERE, OPERATOR } from '../../src/desk/history.ts';
import type { Incident } from '../../src/desk/incident.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { HistoryEntry } from '../../src/desk/publication.ts';
import type { Silent } from '../../src/desk/silence-meter.ts';
import { context, divider, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { conversation } from '../conversation.ts';
import { authorName, dueText, kindLabel, numberLink, snoozeText } from '../facts.ts';
import { holdLine } from '../hold.ts';
import { FORM } from '../ids.ts';
import { incidentCard } from '../incident.ts';
import { LIMIT } from '../limit.ts';
import { pressText } from '../origin.ts';
import { changeInWords } from '../settings/change.ts';
import { snippet, user, when } from '../text.ts';
import { mutedText } from '../urgency.ts';
import { wordsOfEntry } from '../warned.ts';
import { readingModal } from './modal.ts';

const ENTRIES = 60;
const ENTRIES_IN_BLOCK = 4;
const ROOM = { first: 2_800, other: 900, posts: 12, publications: 12, pictures: 4 };
const SHORT_HISTORY = 12;
/** Deeds whose text begins with the person whom they concern. */
const NAMING: readonly Deed[] = ['escalated', 'handed-over', 'taken-over'];

/** Everything that was said to and by the customer, and what happened last. */
export function showModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, card } = ctx.words;
  const owner = mention.owner === null ? null : card.claimedBy(user(mention.owner));
  const facts = [
    kindLabel(mention.kind, ctx),
    mention.muted === null ? card.status[mention.status] : mutedText(mention.muted, ctx),
    owner,
    dueText(mention, ctx),
    snoozeText(mention, ctx),
    isFolded(mention) ? ctx.words.fold.inGroup : null,
  ];
  const blocks: KnownBlock[] = [
    section(`*${authorName(mention)}*  @${snippet(mention.author.handle, 40)} · ${numberLink(mention, ctx)}`),
    context(`${facts.filter((fact) => fact !== null).join(' · ')} · ${when(mention.posts[0].at)}`),
    ...holdLine(mention, ctx),
    ...conversation(mention, ROOM, ctx),
    divider,
    ...historyBlocks(mention.history, SHORT_HISTORY, ctx),
  ];
  return readingModal(FORM.reading, forms.title.show(mention.number), { mention: mention.id, seen: [] }, blocks, ctx);
}

/** Who did what, when, and with which words; newest last. */
export function historyModal(about: Mention | Incident, ctx: ViewContext): ModalView {
  const { title } = ctx.words.forms;
  const blocks = historyBlocks(about.history, ENTRIES, ctx);
  return about.type === 'mention'
    ? readingModal(FORM.reading, title.history(about.number), { mention: about.id, seen: [] }, blocks, ctx)
    : readingModal(FORM.reading, title.incident(about.number), { incident: about.id, seen: [] }, blocks, ctx);
}

/** The incident as its card shows it, with its history. */
export function incidentShowModal(
  incident: Incident,
  linked: readonly Mention[],
  ctx: ViewContext,
  silent: Silent | null = null,
): ModalView {
  const title = ctx.words.forms.title.incident(incident.number);
  const blocks = [
    ...incidentCard(incident, linked, ctx, silent).blocks,
    divider,
    ...historyBlocks(incident.history, SHORT_HISTORY, ctx),
  ];
  return readingModal(FORM.reading, title, { incident: incident.id, seen: [] }, blocks, ctx);
}

export function helpModal(ctx: ViewContext): ModalView {
  const { reading, forms } = ctx.words;
  const blocks = [section(reading.helpCommands.join('\n')), divider, ...reading.help.map((one) => section(one))];
  return readingModal(FORM.reading, forms.title.help, { seen: [] }, blocks, ctx);
}

/** Holds the trigger's place while the real form is made. */
export function workingModal(title: string, ctx: ViewContext): ModalView {
  return readingModal(FORM.reading, title, { seen: [] }, [context(ctx.words.forms.working)], ctx);
}

/** @param text what happened and what to do, as `mrkdwn` */
export function errorModal(text: string, ctx: ViewContext): ModalView {
  const shown = text.length > LIMIT.sectionText ? snippet(text, LIMIT.sectionText - 10) : text;
  return readingModal(FORM.reading, ctx.words.forms.title.error, { seen: [] }, [section(`⚠️ ${shown}`)], ctx);
}

/** What a press came to. @param text `mrkdwn` */
export function doneModal(text: string, ctx: ViewContext): ModalView {
  return readingModal(FORM.reading, ctx.words.forms.title.error, { seen: [] }, [section(`✅ ${text}`)], ctx);
}

/** Who did what, in blocks of a few lines; newest last. */
export function historyBlocks(history: readonly HistoryEntry[], most: number, ctx: ViewContext): KnownBlock[] {
  const { reading } = ctx.words;
  if (history.length === 0) return [context(reading.noHistory)];
  const shown = history.slice(-most);
  const lines = shown.map((entry) => historyLine(entry, ctx));
  const earlier = history.length - shown.length;
  const blocks: KnownBlock[] = earlier > 0 ? [context(`+ ${reading.earlier(earlier)}`)] : [];
  return [...blocks, ...inSections(lines)];
}

/** A few lines in each, as many as one takes. */
function inSections(lines: readonly string[]): KnownBlock[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const fits = last !== undefined && last.length < ENTRIES_IN_BLOCK;
    if (fits && [...last, line].join('\n').length <= LIMIT.sectionText) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => section(group.join('\n')));
}

function historyLine(entry: HistoryEntry, ctx: ViewContext): string {
  const words = wordsOfEntry(entry, ctx);
  const text = words === undefined ? '' : `: ${wordsOf(entry.did, words, ctx)}`;
  const whom = entry.whom === undefined ? '' : ` → ${user(entry.whom)}`;
  const press = entry.from === undefined ? null : pressText(entry.from, ctx);
  const from = press === null ? '' : ` (${press})`;
  return `${when(entry.at)} – ${whoOf(entry, ctx)} ${ctx.words.reading.deed[entry.did]}${whom}${text}${from}`;
}

/** Where a person stands before the words, or a time in their place, it is shown as Slack shows it. */
function wordsOf(did: Deed, text: string, ctx: ViewContext): string {
  if (did === 'settings-changed') return changeInWords(text, ctx);
  if (did === 'snoozed' || did === 'promised') return when(text);
  const [, person = '', words = ''] = (NAMING.includes(did) && /^([UW][A-Z0-9]+)(.*)$/s.exec(text)) || ['', '', text];
  return `${person === '' ? '' : user(person)}${snippet(words, 400)}`;
}

function whoOf(entry: HistoryEntry, ctx: ViewContext): string {
  const { reading } = ctx.words;
  if (entry.by === CUSTOMER) return reading.customer;
  if (entry.by === ELSEWHERE) return reading.elsewhere;
  if (entry.by === OPERATOR) return reading.operator;
  return entry.by === APP ? reading.app : user(entry.by);
}
