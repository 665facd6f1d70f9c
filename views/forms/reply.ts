import type { ModalView } from '@slack/types';
import type { Answer } from '../../src/desk/answer.ts';
import type { Refusal } from '../../src/desk/decision.ts';
import type { Instant, UserId } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Draft } from '../../src/desk/publication.ts';
import { plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { user, when } from '../text.ts';
import { formModal, textInput } from './modal.ts';
import { customersWords, lengthLine, noticeLine, situation, templateSelect, undoHint } from './public-text.ts';

/** The network's own way to count a text, and how much it takes. */
export interface TextLength {
  readonly length: number;
  readonly limit: number;
}

export interface ReplyForm {
  readonly mention: Mention;
  /** Who writes. */
  readonly user: UserId;
  readonly text: string;
  /** Publication ids that this person can see. */
  readonly seen: readonly string[];
  readonly length: TextLength;
  readonly templateId?: string;
  /** One line above the text, in plain text: an unsent draft is offered, a text was refused. */
  readonly notice?: string;
  /** Raise it by one whenever `text` must replace what stands in an open form (a template was chosen). */
  readonly inserted?: number;
  readonly draftOf?: string;
}

export interface ReplyAnywayForm {
  readonly mention: Mention;
  readonly text: string;
  readonly refusal: Extract<Refusal, { reason: 'answered-meanwhile' }>;
  /** `reply` unless given. */
  readonly purpose?: Answer['purpose'];
  /** The time that it promises, or null. */
  readonly promiseDueAt?: Instant | null;
}

/** Everything to know before answering in public, and the place to do it. */
export function replyModal(form: ReplyForm, ctx: ViewContext): ModalView {
  const { mention, inserted, templateId, draftOf, seen } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.reply,
      title: forms.title.reply(mention.number),
      submit: forms.submit.send,
      meta: { mention: mention.id, seen, purpose: 'reply', inserted, templateId, draftOf },
      tellsClosing: true,
      blocks: [
        ...situation(mention, form.user, ctx),
        ...noticeLine(form.notice),
        ...templateSelect(
          {
            block: FIELD.template,
            purpose: 'reply',
            lang: mention.lang,
            placeholder: forms.template,
            chosen: templateId,
          },
          ctx,
        ),
        textInput({
          field: FIELD.text,
          typing: ACTION.typeText,
          inserted,
          label: forms.replyText,
          text: form.text,
          placeholder: forms.replyPlaceholder,
        }),
        lengthLine(form.length, ctx),
        undoHint(ctx),
      ],
    },
    ctx,
  );
}

/** A colleague was faster: who, when, with which words; the own text can still be sent. */
export function replyAnyway(form: ReplyAnywayForm, ctx: ViewContext): ModalView {
  const { mention, refusal, text } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.replyAnyway,
      title: forms.title.replyAnyway,
      submit: forms.submit.sendAnyway,
      meta: {
        mention: mention.id,
        seen: mention.publications.filter((one) => one.pressedAt <= refusal.at).map((publication) => publication.id),
        purpose: form.purpose === 'apology' ? 'apology' : 'reply',
        ...(form.promiseDueAt ? { backAt: form.promiseDueAt } : {}),
      },
      tellsClosing: true,
      blocks: [
        section(`⚠️ *${forms.anywayIntro(user(refusal.by), when(refusal.at))}*`),
        plainSection(refusal.text, 2_000),
        ...customersWords(mention, ctx),
        section(forms.anywayQuestion),
        textInput({ field: FIELD.text, typing: ACTION.typeText, label: forms.anywayText, text }),
        undoHint(ctx),
      ],
    },
    ctx,
  );
}

/** The notice that offers an unsent text. */
export function draftNotice(why: Draft['why'], ctx: ViewContext): string {
  return ctx.words.forms.draft[why];
}
