import type { ModalView } from '@slack/types';
import { answerTarget, answerWay } from '../../src/desk/answer-way.ts';
import { composeApology } from '../../src/desk/apology.ts';
import type { Warning } from '../../src/desk/checks/warning.ts';
import type { Incident } from '../../src/desk/incident.ts';
import type { UserId } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { ChosenTime } from '../../src/desk/promise-time.ts';
import { context, plainSection } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD, FORM } from '../ids.ts';
import { backByBlocks } from './back-by.ts';
import { lastWords } from './incident.ts';
import { formModal, textInput } from './modal.ts';
import {
  afterSubmit,
  lengthLine,
  noticeLine,
  sendHint,
  situation,
  submitLabel,
  templateSelect,
} from './public-text.ts';
import type { TextLength } from './reply.ts';
import { stoppedLine, submitAgainst, warnedMeta, warningBlocks } from './warnings.ts';

export interface ApologyForm {
  /** A customer who gets it as a reply, or an incident: then everybody reads it. */
  readonly about: Mention | Incident;
  /** Who writes. */
  readonly user: UserId;
  readonly wrong: string;
  readonly doing: string;
  readonly byWhen: string;
  readonly seen: readonly string[];
  /** Of the composed text. */
  readonly length: TextLength;
  readonly wrongTemplateId?: string;
  readonly doingTemplateId?: string;
  readonly notice?: string;
  /** The time that it promises; only to one customer. */
  readonly time?: ChosenTime | null;
  /** By when, as it becomes public: what was typed, or else the time in words. */
  readonly saidByWhen?: string;
  /** Raise it by one whenever `wrong`, `doing` or `byWhen` must replace what stands in an open form. */
  readonly inserted?: number;
  /** The customer's post as it stood when the form was opened; as it stands now unless given. */
  readonly read?: string | undefined;
  /** Ids of the templates that fit best; in the team's order unless given. */
  readonly ranked?: readonly string[] | undefined;
  /** See ReplyForm. */
  readonly warnings?: readonly Warning[];
  readonly warned?: readonly string[];
}

/** Three questions and, below them, the public text that the answers make. */
export function apologyModal(form: ApologyForm, ctx: ViewContext): ModalView {
  const { about, inserted, seen, ranked, time = null } = form;
  const { forms } = ctx.words;
  const lang = about.type === 'mention' ? about.lang : ctx.desk.settings.language;
  const typing = ACTION.typeText;
  const { promises } = ctx.words;
  const named = time === null ? {} : { backBy: time.backBy, backAt: time.dueAt };
  const usual = about.type === 'mention' ? submitLabel(about, ctx) : forms.submit.send;
  const more = { ...named, ...warnedMeta(form) };
  const choice = { label: promises.apologyTime, hint: promises.apologyTimeHint, time, offersNone: true };
  return formModal(
    {
      id: FORM.apology,
      title: about.type === 'mention' ? forms.title.apology(about.number) : forms.title.incidentApology(about.number),
      submit: submitAgainst(form, ctx) ?? usual,
      meta: {
        [about.type]: about.id,
        seen,
        post: form.read ?? postOf(about),
        purpose: 'apology',
        inserted,
        ranked,
        ...more,
      },
      tellsClosing: true,
      blocks: [
        ...(about.type === 'mention' ? situation(about, form.user, ctx) : lastWords(about, ctx)),
        ...noticeLine(form.notice),
        // What a warning offers is put in for one customer.
        ...warningBlocks(form, ctx, about.type === 'mention'),
        ...templateSelect(
          {
            block: FIELD.wrongTemplate,
            purpose: 'apology-wrong',
            lang,
            placeholder: forms.wrongTemplate,
            chosen: form.wrongTemplateId,
            ...(ranked && { ranked }),
          },
          ctx,
        ),
        textInput({
          field: FIELD.wrong,
          typing,
          inserted,
          label: forms.wrong,
          text: form.wrong,
          hint: forms.wrongHint,
        }),
        ...templateSelect(
          {
            block: FIELD.doingTemplate,
            purpose: 'apology-doing',
            lang,
            placeholder: forms.doingTemplate,
            chosen: form.doingTemplateId,
            ...(ranked && { ranked }),
          },
          ctx,
        ),
        textInput({
          field: FIELD.doing,
          typing,
          inserted,
          label: forms.doing,
          text: form.doing,
          hint: forms.doingHint,
        }),
        textInput({
          field: FIELD.byWhen,
          typing,
          inserted,
          label: forms.byWhen,
          text: form.byWhen,
          hint: forms.byWhenHint,
          multiline: false,
          optional: true,
        }),
        ...(about.type === 'mention' && answerWay(about) === 'api' ? backByBlocks(choice, ctx) : []),
        context(forms.composed),
        plainSection(composeApology({ ...form, byWhen: form.saidByWhen ?? form.byWhen }, lang), 2_800),
        lengthLine(form.length, ctx),
        ...stoppedLine(form, ctx),
        about.type === 'mention' ? afterSubmit(about, 'apology', ctx) : sendHint(about, 'apology', ctx),
      ],
    },
    ctx,
  );
}

function postOf(about: Mention | Incident): string | undefined {
  return about.type === 'mention' ? answerTarget(about)?.id : undefined;
}
