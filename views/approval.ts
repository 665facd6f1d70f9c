import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Awaiting, Shown } from '../src/desk/home.ts';
import type { UserId } from '../src/desk/instant.ts';
import type { Publication } from '../src/desk/publication.ts';
import type { Publisher } from '../src/desk/publishing.ts';
import { seriesOf } from '../src/desk/series.ts';
import { named } from './about.ts';
import { actions, button, confirm, divider, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { pictureLine } from './picture.ts';
import { shorten, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/** Longer than any post that a network takes, also one with long addresses in it: whoever approves sees it whole. */
const WHOLE_POST = 800;

/** Who alone reads it: then only what this person can do is offered. */
interface Reader {
  readonly user: UserId;
  readonly isLead: boolean;
}

/** The exact text, each post of it whole: the second person answers for every word. Then what can be done with it. */
export function waitingText(
  about: Publisher,
  publication: Publication,
  ctx: ViewContext,
  reader: Reader | null = null,
): KnownBlock[] {
  const value = pressValue({ ref: { type: about.type, id: about.id }, id: publication.id });
  return [
    ...seriesOf(about.publications, publication).map(({ text }) => plainSection(text, WHOLE_POST)),
    approvalActions(publication, value, reader, ctx),
  ];
}

function approvalActions(
  publication: Publication,
  value: string,
  reader: Reader | null,
  ctx: ViewContext,
): ActionsBlock {
  const { approval } = ctx.words.incident;
  const isWriter = reader?.user === publication.by;
  const question = { ...approval.confirm, text: approval.confirm.text(shorten(publication.text, 140)) };
  return actions(
    ...(isWriter && reader !== null
      ? []
      : [
          button(ACTION.approve, approval.approve, value, { style: 'primary' }),
          button(ACTION.giveBack, approval.sendBack, value),
        ]),
    ...(reader === null || reader.isLead
      ? [button(ACTION.sendAlone, approval.sendAlone, value, { confirm: confirm(question) })]
      : []),
    ...(reader === null || isWriter ? [button(ACTION.undo, approval.takeBack, value)] : []),
  );
}

/** Why it waits, where neither its purpose nor the team's rule says so. In `mrkdwn`. */
export function waitsWhy({ approval }: Publication, { words }: ViewContext): string {
  return approval?.why === 'guest' || approval?.why === 'newcomer' ? ` – ${words.approval.why[approval.why]}` : '';
}

/** To a lead: nobody has looked at this text, and the customer waits. */
export function approvalNotice({ about, publication }: Awaiting, ctx: ViewContext): Message {
  const line = `✋ ${ctx.words.approval.untouched(rowOf({ about, publication }, ctx))}`;
  const picture = pictureLine(publication.picture, ctx);
  return { text: line, blocks: [section(line), ...waitingText(about, publication, ctx), ...picture] };
}

/** In the home tab of whoever may approve: at most three blocks for each. A text with more to it is read on its card. */
export function approvalsAtHome({ shown, total }: Shown<Awaiting>, reader: Reader, ctx: ViewContext): KnownBlock[] {
  if (total === 0) return [];
  return [
    divider,
    section(`✋ *${ctx.words.approval.waiting(total)}*`),
    ...shown.flatMap((one) => [
      section(rowOf(one, ctx)),
      ...(isShort(one) ? waitingText(one.about, one.publication, ctx, reader) : []),
    ]),
  ];
}

function rowOf({ about, publication }: Awaiting, ctx: ViewContext): string {
  const what = ctx.words.card.purpose[publication.purpose];
  return `${ctx.words.approval.row(what, user(publication.by), named(about, ctx))}${waitsWhy(publication, ctx)}`;
}

function isShort({ about, publication }: Awaiting): boolean {
  return publication.picture === null && seriesOf(about.publications, publication).length === 1;
}

/** What only the team may know about a public text: who read it before it went out, who confirmed it. In `mrkdwn`. */
export function insideFacts(
  { approved, confirmedBy, corrects, wrong }: Publication,
  ctx: ViewContext,
): readonly string[] {
  const { approval, confirmed } = ctx.words.incident;
  const { correction } = ctx.words;
  return [
    ...(approved === null ? [] : [(approved.override ? approval.alone : approval.approved)(user(approved.by))]),
    ...(confirmedBy === null ? [] : [confirmed(snippet(confirmedBy, 100))]),
    ...(corrects === null ? [] : [correction.corrects]),
    ...(wrong === null ? [] : [`⚠️ ${correction.isWrong(user(wrong.by), when(wrong.at))}`]),
  ];
}
