import { countText } from '../src/desk/answer.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { stillCorrects } from '../src/desk/correction.ts';
import { keepTyped, offeredDraft } from '../src/desk/draft.ts';
import { startWriting } from '../src/desk/handling.ts';
import type { Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import type { Draft } from '../src/desk/unsent.ts';
import { fieldOf } from '../views/form-values.ts';
import { draftNotice, type ReplyForm, replyAnyway, replyModal } from '../views/forms/reply.ts';
import { WAS_STOPPED } from '../views/forms/warnings.ts';
import { ACTION, FIELD, FORM, SHORTCUT } from '../views/ids.ts';
import { parseAnswerId, parsePressValue } from '../views/value.ts';
import { retimed, timeOf } from './back-by.ts';
import { nothingToAnswer } from './by-hand.ts';
import { offersFor } from './checks.ts';
import { mentionAt, mentionOfValue } from './find.ts';
import { mentionOfForm, metaOf, showAt } from './form.ts';
import { helpLater, helpOf, helpWith } from './form-help.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { offeredBy } from './offered.ts';
import { onClosed, onMention } from './on-mention.ts';
import { pictureIn } from './picture.ts';
import { haveChanged, postsIn, wantsPosts } from './posts.ts';
import { type Again, send, stoppedBy } from './send.ts';
import { openForTarget } from './target.ts';
import type { Tools } from './tools.ts';

/** Reply: by button, by slash command, by message shortcut, from a colleague's draft; then Send. */
export const reply: readonly Handler[] = [
  {
    on: { command: 'reply' },
    who: 'publisher',
    run: (press, tools) => openForTarget(press, tools, 'reply', openReplyWith),
  },
  onMention(ACTION.reply, 'publisher', openReply),
  {
    on: { shortcut: SHORTCUT.reply },
    who: 'publisher',
    async run(press, tools) {
      const onCard = await mentionAt(tools.store, press.channel, press.messageTs);
      if (onCard !== undefined) return openReply(press, tools, onCard);
      const inThread = await mentionAt(tools.store, press.channel, press.threadTs);
      if (inThread === undefined) return { say: tools.context().words.commands.noMentionHere };
      return openReply(press, tools, inThread, { text: asTyped(press.text) });
    },
  },
  {
    on: { action: ACTION.useAsDraft },
    who: 'publisher',
    async run(press, tools) {
      const mention = await mentionOfValue(tools.store, press.value);
      const named = parseAnswerId(parsePressValue(press.value ?? '')?.id ?? '');
      const colleagues = mention?.escalations
        .find((one) => one.id === named?.escalation)
        ?.answers.find((one) => one.ts === named?.ts);
      if (mention === undefined || colleagues === undefined)
        return { say: tools.context().words.commands.unknownMention };
      const notice = draftNotice('suggested', tools.context());
      return openReply(press, tools, mention, { text: asTyped(colleagues.text), notice });
    },
  },
  {
    on: { form: FORM.reply },
    who: 'publisher',
    async run(press, tools) {
      const text = fieldOf(press.values, FIELD.text) ?? '';
      const time = timeOf(press, tools);
      const mention = await mentionOfForm(press, tools);
      const again: Again = (latest, warnings) => replyFormAgain(press, tools, latest, stoppedBy(press, warnings));
      if (time !== null && mention !== undefined) {
        const said = { text: retimed(text, press, mention, tools), purpose: 'holding', again } as const;
        return send(press, tools, { ...said, with: { promiseDueAt: time.dueAt } }, FIELD.text);
      }
      const pictured = pictureIn(press, tools);
      if ('errors' in pictured) return { ack: pictured };
      if (mention === undefined || !haveChanged(press, postsIn(press, tools, text, press.by))) {
        const said = { text, purpose: 'reply', asPosts: wantsPosts(press), with: pictured, again } as const;
        return send(press, tools, said, FIELD.text);
      }
      const notice = tools.context().words.posts.lookAgain;
      return { ack: { update: await replyFormAgain(press, tools, mention, { notice }) } };
    },
  },
  {
    on: { form: FORM.replyAnyway },
    who: 'publisher',
    async run(press, tools) {
      const text = fieldOf(press.values, FIELD.text) ?? '';
      const meta = metaOf(press);
      const { backAt: promiseDueAt = null, picture = null, post: read, ...shown } = meta;
      const purpose = meta.purpose === 'apology' ? 'apology' : promiseDueAt === null ? 'reply' : 'holding';
      const again: Again = (mention, warnings) => {
        const form = {
          ...shown,
          ...stoppedBy(press, warnings),
          mention,
          text,
          purpose,
          promiseDueAt,
          picture,
          read,
          refusal: null,
        } as const;
        return replyAnyway(form, tools.context());
      };
      const more = { anyway: true, asPosts: wantsPosts(press), with: { promiseDueAt, picture }, again };
      return send(press, tools, { text, purpose, ...more }, FIELD.text);
    },
  },
  onClosed(FORM.reply),
  onClosed(FORM.replyAnyway),
];

/** The form with the words of a slash command in it. */
export function openReplyWith(press: SlackPress, tools: Tools, mention: Mention, typed: string): Promise<Reply> {
  return openReply(press, tools, mention, { text: asTyped(typed), isTyped: true });
}

/** Opens the form at once from what is in memory; a text of one's own that did not get out is offered. */
export async function openReply(
  press: SlackPress,
  tools: Tools,
  mention: Mention,
  given: {
    readonly text?: string;
    readonly isTyped?: boolean;
    readonly notice?: string;
    readonly tellsOf?: string;
    /** It was stopped already for these, by a press that sends without a form. */
    readonly stopped?: { readonly warnings: readonly Warning[]; readonly read: string | undefined };
  } = {},
): Promise<Reply> {
  const nothing = nothingToAnswer(mention);
  if (nothing !== null) return nothing;
  const draft = given.text ? null : offeredDraft(mention, press.by, 'reply');
  const offered = given.text || draft !== null ? null : await offeredBy(mention, tools);
  const text = given.text || draft?.text || offered?.text || '';
  const kept = draft === null ? undefined : draftNotice(draft.why, tools.context(), draft.alt);
  const notice = kept ?? offered?.notice ?? given.notice;
  const tellsOf = given.tellsOf ?? offered?.tellsOf ?? draft?.tellsOf;
  const seen = mention.publications.map((publication) => publication.id);
  const length = countText(text, press.by, tools.desk());
  const posts = postsIn(press, tools, text, press.by);
  const own = { mention, user: press.by, text, seen, length, posts, alt: draft?.alt ?? '' };
  const warnings = offersFor(press, tools, mention, { text, purpose: 'reply' });
  const corrects = correctsStill(mention, draft);
  const still = corrects === undefined ? notice : [notice, tools.context().words.correction.still].join(' ');
  const more = {
    ...(still === undefined ? {} : { notice: still }),
    ...(tellsOf === undefined ? {} : { tellsOf }),
    ...(corrects === undefined ? {} : { corrects }),
  };
  const stopped = given.stopped && { ...given.stopped, warned: [WAS_STOPPED] };
  const form = { ...own, ...more, warnings, ...stopped };
  const help = await helpWith(mention, 'reply', tools);
  const { shown, place } = await showAt(press, tools, replyModal({ ...form, help }, tools.context()));
  return {
    ...shown,
    afterwards: async () => {
      const { store, clock } = tools;
      await store.change(mentionRef(mention.id), (state) => startWriting(state, press.by, clock.now()));
      if (given.isTyped === true) {
        const typed = { by: press.by, purpose: 'reply', text } as const;
        await store.change(mentionRef(mention.id), (state) => keepTyped(state, typed, clock.now()));
      }
      if (help !== null || place === null) return;
      await helpLater(place, mention, 'reply', tools, (late) => replyModal({ ...form, help: late }, tools.context()));
    },
  };
}

/** A correction that was taken back and is offered again still is one, while nothing else corrects the same text. */
function correctsStill(mention: Mention, draft: Draft | null): string | undefined {
  return stillCorrects(mention, draft?.corrects) ?? undefined;
}

/** The reply form again, with the text that stands in it now; for the live count and for templates. */
export async function replyFormAgain(
  press: SlackPress,
  tools: Tools,
  mention: Mention,
  change: Partial<Pick<ReplyForm, 'text' | 'templateId' | 'inserted' | 'time' | 'notice' | 'warnings' | 'warned'>> & {
    readonly asPosts?: boolean;
  },
) {
  const meta = metaOf(press);
  const text = change.text ?? fieldOf(press.values, FIELD.text) ?? '';
  const time = change.time === undefined ? timeOf(press, tools) : change.time;
  // A holding reply's text follows its time as long as it is the template's.
  const templateId = change.templateId ?? (time === null ? undefined : meta.templateId);
  const form: ReplyForm = {
    mention,
    user: press.by,
    text,
    time,
    seen: meta.seen,
    read: meta.post,
    length: countText(text, press.by, tools.desk()),
    posts: postsIn(press, tools, text, press.by, change.asPosts),
    alt: fieldOf(press.values, FIELD.alt) ?? '',
    inserted: change.inserted ?? meta.inserted ?? 0,
    ...(meta.draftOf === undefined ? {} : { draftOf: meta.draftOf }),
    ...(meta.tellsOf === undefined ? {} : { tellsOf: meta.tellsOf }),
    ...(meta.corrects === undefined ? {} : { corrects: meta.corrects }),
    ...(templateId === undefined ? {} : { templateId }),
    ...(change.notice === undefined ? {} : { notice: change.notice }),
    help: await helpOf(press, mention, 'reply', tools),
    warnings: change.warnings ?? [],
    warned: change.warned ?? meta.warned ?? [],
  };
  return replyModal(form, tools.context());
}
