import type { Notice } from '../src/desk/effect.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Publication } from '../src/desk/publication.ts';
import { named, titled } from './about.ts';
import { actions, button, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';
import { incidentActions } from './incident-actions.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { quote, user } from './text.ts';
import { pressValue } from './value.ts';

type NoticeOf<T extends Notice['type']> = Extract<Notice, { type: T }>;

/** Told to who was handed the lead or the writing, with all that they can do at hand. */
export function roleNotice(about: Mention | Incident, notice: NoticeOf<'incident-role'>, ctx: ViewContext): Message {
  if (about.type !== 'incident') return { text: named(about, ctx), blocks: [section(named(about, ctx))] };
  const said = ctx.words.incident.roles.told[notice.role](user(notice.by), titled(about, ctx));
  const line = `🚨 ${said}`;
  return {
    text: line,
    blocks: [section(notice.note === '' ? line : `${line}\n${quote(notice.note)}`), ...incidentActions(about, ctx)],
  };
}

/** Told to the writer of a text that a colleague sent back, with the reason. */
export function sentBackNotice(
  about: Mention | Incident,
  publication: Publication,
  notice: NoticeOf<'sent-back'>,
  ctx: ViewContext,
): Message {
  const { approval } = ctx.words.incident;
  const line = `↩️ ${approval.sentBack(user(notice.by), named(about, ctx))}`;
  const again = button(ACTION.apologise, ctx.words.card.buttons.apologise, pressValue({ ref: refOf(about) }));
  return {
    text: line,
    blocks: [
      section(`${line}\n${quote(notice.reason)}`),
      section(approval.kept),
      plainSection(publication.text, 2_000),
      actions(again),
    ],
  };
}
