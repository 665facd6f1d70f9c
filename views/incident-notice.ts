import type { Notice } from '../src/desk/effect.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Publication } from '../src/desk/publication.ts';
import { named, titled } from './about.ts';
import { actions, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { incidentActions } from './incident-actions.ts';
import type { Message } from './message.ts';
import { againButton } from './publication.ts';
import { quote, user } from './text.ts';

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
  const what = ctx.words.card.purpose[publication.purpose];
  const line = `↩️ ${approval.sentBack(user(notice.by), what, named(about, ctx))}`;
  const again = againButton(about, publication, ctx);
  return {
    text: line,
    blocks: [
      section(`${line}\n${quote(notice.reason)}`),
      section(approval.kept),
      plainSection(publication.text, 2_000),
      ...(again === undefined ? [] : [actions(again)]),
    ],
  };
}
