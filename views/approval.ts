import type { ActionsBlock } from '@slack/types';
import type { Publication } from '../src/desk/publication.ts';
import { actions, button, confirm } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';
import { shorten, snippet, user } from './text.ts';

/** What can be done with a text that waits for a second person. */
export function approvalActions(publication: Publication, value: string, ctx: ViewContext): ActionsBlock {
  const { approval } = ctx.words.incident;
  const question = { ...approval.confirm, text: approval.confirm.text(shorten(publication.text, 140)) };
  return actions(
    button(ACTION.approve, approval.approve, value, { style: 'primary' }),
    button(ACTION.giveBack, approval.sendBack, value),
    button(ACTION.sendAlone, approval.sendAlone, value, { confirm: confirm(question) }),
    button(ACTION.undo, approval.takeBack, value),
  );
}

/** What only the team may know about a public text: who read it before it went out, who confirmed it. In `mrkdwn`. */
export function insideFacts({ approved, confirmedBy }: Publication, ctx: ViewContext): readonly string[] {
  const { approval, confirmed } = ctx.words.incident;
  return [
    ...(approved === null ? [] : [(approved.override ? approval.alone : approval.approved)(user(approved.by))]),
    ...(confirmedBy === null ? [] : [confirmed(snippet(confirmedBy, 100))]),
  ];
}
