import type { KnownBlock, ModalView } from '@slack/types';
import type { Answer } from '../../src/desk/answer.ts';
import { answerTarget, answerWay } from '../../src/desk/answer-way.ts';
import type { Warning } from '../../src/desk/checks/warning.ts';
import type { Refusal } from '../../src/desk/decision.ts';
import { ELSEWHERE } from '../../src/desk/history.ts';
import type { Instant, UserId } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { ChosenTime } from '../../src/desk/promise-time.ts';
import type { OutgoingPicture } from '../../src/desk/publication.ts';
import type { Draft } from '../../src/desk/unsent.ts';
import { answeredDirectly } from '../answerer.ts';
import { button, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { pictureLine } from '../picture.ts';
import { user, when } from '../text.ts';
import { backByBlocks } from './back-by.ts';
import { formModal, textInput } from './modal.ts';
import { pictureInputs } from './picture.ts';
import { lengthBlocks, type Posts, postsMeta, submitPosts } from './posts.ts';
import {
  afterSubmit,
  customersWords,
  noticeLine,
  showsVersion,
  situation,
  submitLabel,
  templateSelect,
  undoHint,
} from './public-text.ts';
import { type FormHelp, helpMeta, recalledBlocks } from './recalled.ts';
import { stoppedLine, submitAgainst, warnedMeta, warningBlocks } from './warnings.ts';

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
  /** The text as numbered posts; not offered unless given. */
  readonly posts?: Posts;
  /** What the picture shows that goes with it. */
  readonly alt?: string;
  readonly templateId?: string;
  /** One line above the text, in plain text: an unsent draft is offered, a text was refused. */
  readonly notice?: string;
  /** Raise it by one whenever `text` must replace what stands in an open form (a template was chosen). */
  readonly inserted?: number;
  readonly draftOf?: string;
  /** The customer's post as it stood when the form was opened; as it stands now unless given. */
  readonly read?: string | undefined;
  /** By when we will be back: then it is a holding reply. */
  readonly time?: ChosenTime | null;
  /** The incident whose end the offered text tells. */
  readonly tellsOf?: string;
  /** The text of ours that the offered one corrects. */
  readonly corrects?: string;
  /** What we said last time; nothing unless given. */
  readonly help?: FormHelp | null;
  /** What gives pause about the text, and the keys of what did before. */
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

export interface ReplyAnywayForm {
  readonly mention: Mention;
  readonly text: string;
  /** Null where it is only the text that gives pause by now. */
  readonly refusal: Extract<Refusal, { reason: 'answered-meanwhile' | 'edited-meanwhile' }> | null;
  /** Publication ids that this person had seen before. */
  readonly seen: readonly string[];
  /** `reply` unless given. */
  readonly purpose?: Answer['purpose'];
  /** The time that it promises, or null. */
  readonly promiseDueAt?: Instant | null;
  readonly picture?: OutgoingPicture | null;
  /** How many posts it goes out in; one unless given. */
  readonly posts?: number;
  readonly tellsOf?: string;
  readonly corrects?: string;
  /** See ReplyForm. */
  readonly read?: string | undefined;
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

/** Everything to know before answering in public, and the place to do it. */
export function replyModal(form: ReplyForm, ctx: ViewContext): ModalView {
  const { mention, inserted, templateId, draftOf, seen, tellsOf, corrects, time = null, help = null } = form;
  // A holding reply is short, and on the network's own page everything is one post.
  const isWhole = time === null && answerWay(mention) === 'api';
  const posts = isWhole ? form.posts : undefined;
  const { forms } = ctx.words;
  const named = time === null ? {} : { backBy: time.backBy, backAt: time.dueAt };
  const usual = time === null ? submitLabel(mention, ctx) : forms.submit.holding;
  return formModal(
    {
      id: FORM.reply,
      title: time === null ? forms.title.reply(mention.number) : forms.title.holding(mention.number),
      submit: submitAgainst(form, ctx) ?? submitPosts('send', posts, ctx) ?? usual,
      meta: {
        mention: mention.id,
        seen,
        post: readPost(form),
        purpose: 'reply',
        inserted,
        templateId,
        draftOf,
        ...named,
        tellsOf,
        corrects,
        ...(help && helpMeta(help)),
        ...postsMeta(posts),
        ...warnedMeta(form),
      },
      tellsClosing: true,
      blocks: [
        ...situation(mention, form.user, ctx),
        ...noticeLine(form.notice),
        ...(time === null ? [] : backByBlocks({ label: ctx.words.promises.backBy, time, offersNone: false }, ctx)),
        ...templateSelect(
          {
            block: time === null ? FIELD.template : FIELD.holdingTemplate,
            purpose: time === null ? 'reply' : 'holding',
            lang: mention.lang,
            placeholder: forms.template,
            chosen: templateId,
            ...(help && { ranked: help.ranked }),
          },
          ctx,
        ),
        ...warningBlocks(form, ctx),
        textInput({
          field: FIELD.text,
          typing: ACTION.typeText,
          inserted,
          label: forms.replyText,
          text: form.text,
          placeholder: forms.replyPlaceholder,
        }),
        ...lengthBlocks(form.length, posts, ctx),
        ...modeButton(mention, time, ctx),
        ...(help === null || time !== null ? [] : recalledBlocks(help, ctx)),
        ...(isWhole ? pictureInputs(form.alt ?? '', ctx) : []),
        ...stoppedLine(form, ctx),
        afterSubmit(mention, time === null ? 'reply' : 'holding', ctx),
      ],
    },
    ctx,
  );
}

/** One press makes it a holding reply, another an answer again. Not where the network takes no text of ours from here. */
function modeButton(mention: Mention, time: ChosenTime | null, { words: { promises } }: ViewContext): KnownBlock[] {
  if (time !== null) return [section(promises.noHoldingHint, button(ACTION.holding, promises.noHolding, ACTION.reply))];
  if (answerWay(mention) !== 'api') return [];
  return [section(promises.holdingHint, button(ACTION.holding, promises.holding, ACTION.holding))];
}

/** Something came between: a colleague's answer, or an edit by the customer. The own text can still be sent. */
export function replyAnyway(form: ReplyAnywayForm, ctx: ViewContext): ModalView {
  const { mention, refusal, text } = form;
  const { forms } = ctx.words;
  return formModal(
    {
      id: FORM.replyAnyway,
      title: refusal?.reason === 'answered-meanwhile' ? forms.title.replyAnyway : forms.title.reply(mention.number),
      submit: forms.submit.sendAnyway,
      meta: {
        mention: mention.id,
        seen: seenNow(form),
        post: form.read ?? answerTarget(mention)?.id,
        purpose: form.purpose === 'apology' ? 'apology' : 'reply',
        tellsOf: form.tellsOf,
        corrects: form.corrects,
        ...(form.promiseDueAt ? { backAt: form.promiseDueAt } : {}),
        ...(form.picture ? { picture: form.picture } : {}),
        ...(form.posts === undefined ? {} : { posts: form.posts }),
        ...warnedMeta(form),
      },
      tellsClosing: true,
      blocks: [
        ...whatCameBetween(form, ctx),
        ...customersWords(mention, ctx),
        ...(refusal === null ? warningBlocks(form, ctx, false) : [section(forms.anywayQuestion)]),
        textInput({ field: FIELD.text, typing: ACTION.typeText, label: forms.anywayText, text }),
        ...pictureLine(form.picture ?? null, ctx),
        undoHint(ctx),
      ],
    },
    ctx,
  );
}

function whatCameBetween({ mention, refusal }: ReplyAnywayForm, ctx: ViewContext): KnownBlock[] {
  const { forms, listening } = ctx.words;
  if (refusal === null) return [];
  if (refusal.reason === 'edited-meanwhile') {
    // What it said before stands under the post as it is now.
    if (showsVersion(mention, refusal.was)) return [section(`✏️ *${listening.editedBelow}*`)];
    return [section(`✏️ *${listening.editedMeanwhile}*`), plainSection(refusal.was, 2_000)];
  }
  const head =
    refusal.by === ELSEWHERE
      ? `${answeredDirectly(refusal.at, mention.network, ctx)}:`
      : forms.anywayIntro(user(refusal.by), when(refusal.at));
  return [section(`⚠️ *${head}*`), plainSection(refusal.text, 2_000)];
}

/** With the answer that this form tells of, and those before it. */
function seenNow({ mention, refusal, seen }: ReplyAnywayForm): readonly string[] {
  if (refusal === null || refusal.reason === 'edited-meanwhile') return seen;
  return mention.publications.filter((one) => one.pressedAt <= refusal.at).map(({ id }) => id);
}

function readPost({ mention, read }: ReplyForm): string | undefined {
  return read ?? answerTarget(mention)?.id;
}

/** The notice that offers an unsent text. */
export function draftNotice(why: Draft['why'], ctx: ViewContext, alt?: string): string {
  const { forms, picture } = ctx.words;
  return alt === undefined ? forms.draft[why] : `${forms.draft[why]} ${picture.chooseAgain}`;
}
