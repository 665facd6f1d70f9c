import type { ConfirmationDialog, KnownBlock, ModalView } from '@slack/types';
import type { Mention } from '../../src/desk/mention.ts';
import { openPromises } from '../../src/desk/promises.ts';
import { button, context, divider, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { authorName, gist, isSettled, kindLabel, numberLink } from '../facts.ts';
import { hiddenLine, hideEntries } from '../hidden.ts';
import { ACTION, FORM } from '../ids.ts';
import { lockEntries } from '../lock.ts';
import { refOf } from '../publication.ts';
import { snippet } from '../text.ts';
import { pressValue } from '../value.ts';
import { publicTexts } from './correction.ts';
import { readingModal } from './modal.ts';

/** One thing that can be done: what it is for, and its button. */
interface Entry {
  readonly action: string;
  readonly hint: string;
  readonly text: string;
  readonly confirm?: ConfirmationDialog;
}

const MOST_LINES = 10;

/**
 * What staff can do with a mention beyond what its card has room for. Each button opens its form on top.
 * @param asked the number of another customer's mention that this one may answer; null where there is none
 */
export function moreModal(mention: Mention, ctx: ViewContext, asked: number | null = null): ModalView {
  const value = pressValue({ ref: refOf(mention) });
  const head = `*${authorName(mention)}* · ${numberLink(mention, ctx)} · ${kindLabel(mention.kind, ctx)}`;
  const blocks = [
    section(head),
    context(snippet(gist(mention), 300) || '–'),
    ...mention.posts.flatMap((post) => hiddenLine(post, mention.network, ctx)).slice(0, MOST_LINES),
    ...entries(mention, asked, ctx).map((entry) => row(entry, value)),
    divider,
    ...rareEntries(mention, ctx).map((entry) => row(entry, value)),
  ];
  const title = ctx.words.forms.title.more(mention.number);
  return readingModal(FORM.reading, title, { mention: mention.id, seen: [] }, blocks, ctx);
}

function row({ action, hint, text, confirm }: Entry, value: string): KnownBlock {
  return section(hint, button(action, text, value, confirm === undefined ? {} : { confirm }));
}

/** What staff come here for, the rarer the further below; what only matters now and then comes first where it matters. */
function entries(mention: Mention, asked: number | null, ctx: ViewContext): readonly Entry[] {
  const { promises, forms } = ctx.words;
  const { more } = forms;
  return [
    ...lockEntries(mention, ctx),
    ...(openPromises(mention).length === 0
      ? []
      : [{ action: ACTION.promiseKept, hint: promises.keptHint, text: promises.kept }]),
    ...helpfulEntries(mention, asked, ctx),
    ...workingTogether(mention, ctx),
    { action: ACTION.showMention, ...more.show },
    { action: ACTION.earlier, ...more.earlier },
    linkEntry(mention, ctx),
    ...(publicTexts(mention).length === 0 ? [] : [{ action: ACTION.correctRecord, ...ctx.words.correction.more }]),
    { action: ACTION.topics, ...more.topics },
    { action: ACTION.ticket, ...more.ticket },
  ];
}

/** What is rare, and not for everybody: apart from the rest, so that no hurried press falls on it. */
function rareEntries(mention: Mention, ctx: ViewContext): readonly Entry[] {
  const { more } = ctx.words.privacy;
  return [
    ...hideEntries(mention, ctx),
    { action: ACTION.hold, ...more[mention.held === null ? 'hold' : 'lift'] },
    { action: ACTION.forget, ...more.forget },
  ];
}

function helpfulEntries({ helpful }: Mention, asked: number | null, { words }: ViewContext): readonly Entry[] {
  if (helpful !== null) return [{ action: ACTION.unhelpful, ...words.helpful.unmark }];
  const { hint, text } = words.helpful.mark;
  return asked === null ? [] : [{ action: ACTION.helpful, hint: hint(asked), text }];
}

/** What is closed is in nobody's hands. */
function workingTogether(mention: Mention, ctx: ViewContext): readonly Entry[] {
  const { more } = ctx.words.forms;
  const settled = isSettled(mention);
  return [
    ...(mention.status === 'closed' ? [] : [{ action: ACTION.handOver, ...more.handOver }]),
    ...(settled || mention.owner === null ? [] : [{ action: ACTION.passOn, ...more.passOn }]),
    ...(settled || mention.snooze !== null ? [] : [{ action: ACTION.snooze, ...more.snooze }]),
    ...(mention.snooze === null ? [] : [{ action: ACTION.wakeUp, ...more.wakeUp }]),
  ];
}

function linkEntry({ incident }: Mention, ctx: ViewContext): Entry {
  const { more } = ctx.words.incident;
  return incident === null
    ? { action: ACTION.linkIncident, ...more.link }
    : { action: ACTION.unlinkIncident, hint: more.unlink.hint(incident.number), text: more.unlink.text };
}
