import type { KnownBlock } from '@slack/types';
import { ELSEWHERE } from '../src/desk/history.ts';
import type { Publication } from '../src/desk/publication.ts';
import { LOOKS_BEFORE_ASKING, type Publisher } from '../src/desk/publishing.ts';
import type { Ref } from '../src/desk/ref.ts';
import { predecessorOf, waitsForPredecessor } from '../src/desk/series.ts';
import { answerer } from './answerer.ts';
import { insideFacts, waitingText, waitsWhy } from './approval.ts';
import { actions, button, confirm, context, plainSection } from './block.ts';
import type { ViewContext } from './context.ts';
import { isPast, networkName } from './facts.ts';
import { ACTION } from './ids.ts';
import { pictureLine } from './picture.ts';
import { atSecond, link, shorten, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/** Those worth showing where room is short: all that still need or allow something, then the latest, in their order. */
export function chosenPublications(publisher: Publisher, most: number): readonly Publication[] {
  const shown = publisher.publications.filter((one, index, all) => !isOver(one, all.slice(index + 1)));
  const chosen = new Set(
    shown.toSorted((a, b) => urgency(a) - urgency(b) || (a.pressedAt < b.pressedAt ? 1 : -1)).slice(0, most),
  );
  return shown.filter((one) => chosen.has(one));
}

/** What the card leaves out for good: what was undone, and a failure that a later text made good. */
export function isOver(publication: Publication, later: readonly Publication[]): boolean {
  if (publication.status === 'undone') return true;
  return publication.status === 'failed' && later.some((one) => one.status !== 'undone' && one.status !== 'failed');
}

function urgency(publication: Publication): number {
  switch (publication.status) {
    case 'approval':
      // What continues it is shown with the first.
      return publication.after === null ? 0 : 4;
    case 'waiting':
      return 0;
    case 'unclear':
      return 1;
    case 'failed':
    case 'sending':
    case 'deleting':
      return 2;
    case 'published':
      return 3;
    case 'deleted':
    case 'undone':
      return 4;
  }
}

/**
 * One public text of ours as it stands: who, when, the words, and what can be done about it. The same on a mention's
 * card, on an incident and in a history.
 * @param room how much of the text is shown
 */
export function publicationBlocks(
  publisher: Publisher,
  publication: Publication,
  room: number,
  ctx: ViewContext,
): KnownBlock[] {
  if (publication.status === 'undone') return [];
  if (isToldBefore(publisher, publication)) {
    return publication.status === 'approval' ? [] : [plainSection(publication.text, room)];
  }
  const picture = pictureLine(publication.picture, ctx);
  const line = context([publicationLine(publisher, publication, ctx), ...insideFacts(publication, ctx)].join(' · '));
  if (publication.status === 'deleted') return [line];
  return [line, ...textWithActions(publisher, publication, room, ctx), ...picture];
}

/** Of numbered posts that wait, or came back, together only the first says so, with the button for all of them. */
function isToldBefore({ publications }: Publisher, publication: Publication): boolean {
  const isTogether = ['approval', 'waiting', 'failed'].includes(publication.status);
  return isTogether && predecessorOf(publications, publication)?.status === publication.status;
}

/** The state of a publication in one line of `mrkdwn`. */
export function publicationLine(publisher: Publisher, publication: Publication, ctx: ViewContext): string {
  const { words } = ctx;
  const what = `*${words.card.purpose[publication.purpose]}*`;
  const by = answerer(publication.by, publisher.network, ctx);
  switch (publication.status) {
    case 'approval':
      return `✋ ${words.incident.approval.waits(what, by)}${waitsWhy(publication, ctx)}`;
    case 'waiting':
      return `⏳ ${words.card.waiting(what, by, goesOut(publisher, publication, ctx))}`;
    case 'sending':
      return `⏳ ${words.card.sending(what, by)}`;
    case 'published':
      return `💬 ${publishedLine(publisher, publication, what, ctx)}`;
    case 'unclear':
      return publication.looks < LOOKS_BEFORE_ASKING
        ? `❔ ${words.card.checking(what, by)}`
        : `❔ ${words.card.askWhetherThere(what, by)} ${lookHere(publisher, ctx)}`;
    case 'failed':
      return `⚠️ ${failedLine(publication, what, by, ctx)} ${words.card.fault[publication.fault?.code ?? 'refused']}${detail(publication)}`;
    case 'deleting':
      return `🗑️ ${words.card.deleting(what, by)}`;
    case 'deleted':
      return `🗑️ ${words.card.deleted(what, by)}`;
    case 'undone':
      return '';
  }
}

/** After a restore nobody knows whether it was sent. */
function failedLine({ fault }: Publication, what: string, by: string, { words }: ViewContext): string {
  return fault?.code === 'restored' ? words.backup.failed(what, by) : words.card.failed(what, by);
}

function publishedLine(publisher: Publisher, publication: Publication, what: string, ctx: ViewContext): string {
  const { card, listening } = ctx.words;
  const { by, post, pressedAt, attempt } = publication;
  const at = when(post?.at ?? pressedAt);
  const where = whereItIs(publisher, publication, ctx);
  if (by === ELSEWHERE) return `${what} – ${listening.directly(networkName(publisher.network))}, ${at} · ${where}`;
  // Somebody marked it as answered by hand: nothing was sent from here.
  if (post === null && attempt === null) return listening.markedBy(what, user(by), at);
  return `${card.published(what, user(by), at)} · ${where}`;
}

function textWithActions(publisher: Publisher, publication: Publication, room: number, ctx: ViewContext): KnownBlock[] {
  const { buttons } = ctx.words.card;
  const value = pressValue({ ref: refOf(publisher), id: publication.id });
  switch (publication.status) {
    case 'approval':
      return waitingText(publisher, publication, ctx);
    case 'waiting':
      return [plainSection(publication.text, room, button(ACTION.undo, buttons.undo, value))];
    case 'published':
      if (publication.post === null) return publication.text === '' ? [] : [plainSection(publication.text, room)];
      return [plainSection(publication.text, room, deleteButton(publication, value, ctx))];
    case 'unclear':
      if (publication.looks < LOOKS_BEFORE_ASKING) return [plainSection(publication.text, room)];
      return [
        plainSection(publication.text, room),
        actions(button(ACTION.isThere, buttons.isThere, value), sendAgainButton(publication, value, ctx)),
      ];
    case 'failed':
      return [plainSection(publication.text, room, againButton(publisher, publication, ctx))];
    case 'sending':
    case 'deleting':
    case 'deleted':
    case 'undone':
      return [plainSection(publication.text, room)];
  }
}

/** Opens the form that offers the kept text. */
export function againButton(publisher: Publisher, publication: Publication, ctx: ViewContext) {
  const { buttons } = ctx.words.card;
  const value = pressValue({ ref: refOf(publisher) });
  if (publication.parts !== null) return button(ACTION.apologise, buttons.writeAgain, value);
  if (publisher.type === 'mention') return button(ACTION.reply, buttons.replyAgain, value);
  if (publication.purpose === 'incident-start') return button(ACTION.incidentStart, buttons.writeAgain, value);
  if (publisher.status === 'resolved') return undefined;
  const action = publication.purpose === 'incident-resolve' ? ACTION.incidentResolve : ACTION.incidentUpdate;
  return button(action, buttons.writeAgain, value);
}

function deleteButton(publication: Publication, value: string, ctx: ViewContext) {
  const { buttons, confirmDelete, purpose } = ctx.words.card;
  return button(ACTION.deleteReply, buttons.deletePost(purpose[publication.purpose]), value, {
    confirm: confirm({ ...confirmDelete, text: confirmDelete.text(named(publication)) }),
  });
}

function sendAgainButton(publication: Publication, value: string, ctx: ViewContext) {
  const { buttons, confirmSendAgain } = ctx.words.card;
  return button(ACTION.sendAgain, buttons.sendAgain, value, {
    confirm: confirm({ ...confirmSendAgain, text: confirmSendAgain.text(named(publication)) }),
  });
}

function named(publication: Publication): string {
  return shorten(publication.text, 140);
}

function goesOut({ publications }: Publisher, publication: Publication, ctx: ViewContext): string {
  if (waitsForPredecessor(publications, publication)) return ctx.words.posts.behind;
  const { card, pause } = ctx.words;
  const { paused } = ctx.desk;
  if (paused !== null) return pause.waits(user(paused.by), when(paused.at));
  if (publication.goesOutAt === null) return card.goesOutIn(ctx.desk.settings.undoSeconds);
  return isPast(publication.goesOutAt, ctx) ? card.goesOutSoon : card.goesOutAt(atSecond(publication.goesOutAt));
}

function whereItIs(publisher: Publisher, publication: Publication, ctx: ViewContext): string {
  const { card } = ctx.words;
  const where = card.onNetwork(networkName(publisher.network));
  return publication.post === null ? card.confirmedThere : link(publication.post.url, where);
}

/** A reply is found under the customer's post; for a broadcast there is no address yet. */
function lookHere(publisher: Publisher, ctx: ViewContext): string {
  const { card } = ctx.words;
  return publisher.type === 'mention'
    ? link((publisher.posts.at(-1) ?? publisher.posts[0]).url, card.lookHere)
    : card.lookThere;
}

function detail(publication: Publication): string {
  const said = snippet(publication.fault?.detail ?? '', 150);
  return said === '' ? '' : ` (${said})`;
}

export function refOf(publisher: Publisher): Ref {
  return { type: publisher.type, id: publisher.id };
}
